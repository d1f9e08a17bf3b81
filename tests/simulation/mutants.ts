/** A small, deliberate mistake in the engine or in the rules. The simulation must notice every one of them. */
export interface Mutant {
  readonly rule: string;
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

const engine = 'src/intents/';
const rules = 'src/rules/';

export const mutants: readonly Mutant[] = [
  {
    rule: 'R1',
    name: 'a press that changes nothing as far as this tab knows is dropped',
    file: `${engine}pressed.ts`,
    find: 'if (items.length === 0) return known(state);',
    replace: 'if (items.every((item) => state.stored[item.choice]?.effective === item.value)) return known(state);',
  },
  {
    rule: 'R1',
    name: 'a withdrawal is given up after three tries',
    file: `${engine}failed.ts`,
    find: 'if (passing.has(reason))',
    replace: 'if (passing.has(reason) && intent.tries < 3)',
  },
  {
    rule: 'R2',
    name: 'an answer clears every click on its choices',
    file: `${engine}settle.ts`,
    find: 'changeIntents(drop(state, ended),',
    replace:
      'changeIntents(drop(state, state.intents.filter((one) => one.items.some((item) => ended.some((gone) => itemOn(gone, item.choice))))),',
  },
  {
    rule: 'R2',
    name: 'an answer is taken for the oldest flight',
    file: `${engine}answered.ts`,
    find: 'state.intents.find((one) => one.key === key)',
    replace: "state.intents.find((one) => one.phase === 'flying')",
  },
  {
    rule: 'R2',
    name: 'the newest click gives way to an older one',
    file: `${engine}turn.ts`,
    find: 'laterOn(state, intent, choice).some(\n          (later) => buildsOn(later, intent) &&',
    replace: 'earlierOn(state, intent, choice).some(\n          (later) =>',
  },
  {
    rule: 'R3',
    name: 'a queued grant is taken to the new base although the choice was raced',
    file: `${engine}answered.ts`,
    find: 'if (entry.raced) return state;',
    replace: '',
  },
  {
    rule: 'R3',
    name: 'a queued grant is taken to a base that was never on its screen',
    file: `${engine}answered.ts`,
    find: 'if (intent.tries > 0 || !buildsOn(intent, settled)) return intent;',
    replace: 'if (intent.tries > 0) return intent;',
  },
  {
    rule: 'R3',
    name: 'a stale grant is sent again on the fresh base',
    file: `${engine}failed.ts`,
    find: 'if (passing.has(reason))',
    replace: `if (reason === 'stale') return known(changeIntents(state, (one) => one !== intent ? one : { ...one, phase: 'ready',
      items: one.items.map((item) => ({ ...item, seen: { notice: item.seen?.notice ?? 0, seq: state.stored[item.choice]?.seq ?? 0 } })) }));
    if (passing.has(reason))`,
  },
  {
    rule: 'R3',
    name: 'a grant that was overtaken while it waited is taken to the new base',
    file: `${engine}turn.ts`,
    find: "settle(next, intent, () => ({ kind: 'asks', reason: 'stale' }))",
    replace: `({ ...next, intents: next.intents.map((one) => one !== intent ? one : { ...one,
      items: one.items.map((item) => ({ ...item, seen: { notice: item.seen?.notice ?? 0, seq: next.stored[item.choice]?.seq ?? 0 } })) }) })`,
  },
  {
    rule: 'R4',
    name: 'an older state overwrites a newer one',
    file: `${engine}refetch.ts`,
    find: 'states.filter((one) => one.seq >= (state.stored[one.choice]?.seq ?? 0))',
    replace: 'states.filter(() => true)',
  },
  {
    rule: 'R4',
    name: 'two flights on one choice',
    file: `${engine}turn.ts`,
    find: 'return flush || !isFlying(state, choice);',
    replace: 'return true;',
  },
  {
    rule: 'R5',
    name: 'each try has a key of its own',
    file: `${engine}engine.ts`,
    find: 'net.decide({ ...commandOf(intent), ...whose, key }, options)',
    replace: 'net.decide({ ...commandOf(intent), ...whose, key: ports.newKey() }, options)',
  },
  {
    rule: 'R5',
    name: 'a click is sent before it is kept',
    file: `${engine}engine.ts`,
    find: '    keeper.mirror(before, state);\n    store.setState(state, true);\n    for (const effect of effects) run(effect);',
    replace:
      '    store.setState(state, true);\n    for (const effect of effects) run(effect);\n    keeper.mirror(before, state);',
  },
  {
    rule: 'R5',
    name: 'a click is never kept',
    file: `${engine}keeper.ts`,
    find: 'storage.set(intent.key, writeIntent(intent));',
    replace: '',
  },
  {
    rule: 'R5',
    name: 'a failed flight is the last',
    file: `${engine}backoff.ts`,
    find: "{ type: 'later', ms, event: { type: 'retry_due', key, tries } },",
    replace: '',
  },
  {
    rule: 'R6',
    name: 'a grant is in force from the click on',
    file: `${engine}protection.ts`,
    find: 'mostProtective(options, standing, ...asked.map((item) => item.value))',
    replace: '(asked.at(-1)?.value ?? standing)',
  },
  {
    rule: 'R6',
    name: 'a withdrawal is in force from its receipt on',
    file: `${engine}protection.ts`,
    find: 'mostProtective(options, standing, ...asked.map((item) => item.value))',
    replace: 'standing',
  },
  {
    rule: 'R6',
    name: 'saved is said as soon as it is sent',
    file: `${engine}choice-view.ts`,
    find: "if (!state.signedIn) return 'needs_sign_in';",
    replace: "if (intent.phase === 'flying') return 'saved';",
  },
  {
    rule: 'R7',
    name: 'offline is not believed',
    file: `${engine}turn.ts`,
    find: 'if (!state.online || !state.signedIn ||',
    replace: 'if (!state.signedIn ||',
  },
  {
    rule: 'R8',
    name: 'a 401 ends the click',
    file: `${engine}failed.ts`,
    find: "(one) => (one === intent ? { ...one, phase: 'ready' } : one));",
    replace:
      '(one) => one).intents.length === 0 ? state : { ...state, signedIn, intents: state.intents.filter((one) => one !== intent) };',
  },
  {
    rule: 'R8',
    name: 'what is turned off after the session ended is not turned off for the browser',
    file: `${engine}own-subject.ts`,
    find: 'if (items.length > 0) engine.intend(',
    replace: 'if (items.length > 1e6) engine.intend(',
  },
  {
    rule: 'R8',
    name: 'what an earlier page left behind is not turned off for the browser',
    file: `${engine}own-subject.ts`,
    find: '...kept.names().flatMap((name) => readIntent(kept.get(name)) ?? []),',
    replace: '',
  },
  {
    rule: 'R8',
    name: 'a grant is taken over for the browser',
    file: `${engine}own-subject.ts`,
    find: '.filter((item) => !grantsOn(intent, item.choice) && isOff(item))',
    replace: '.filter(() => true)',
  },
  {
    rule: 'R8',
    name: 'what is turned off for the browser names nobody',
    file: `${engine}own-session.ts`,
    find: 'to ? { ...input, customer: to } : input',
    replace: 'input',
  },
  {
    rule: 'R8',
    name: 'it is turned off for the browser under a new key each time',
    file: `${engine}own-subject.ts`,
    find: '`${intent.key}-here`',
    replace: '`${intent.key}-${Math.random()}-here`',
  },
  {
    rule: 'R8',
    name: "the browser's own session is taken for the customer coming back",
    file: 'src/data/customer-choices.ts',
    find: 'if (choices.browser)',
    replace: 'if (choices.seq < 0)',
  },
  {
    rule: 'R8',
    name: 'after its session was lost, the browser is told nothing again',
    file: `${engine}own-subject.ts`,
    find: 'taken.clear();',
    replace: '',
  },
  {
    rule: 'I1',
    name: 'a withdrawal must have seen the newest state',
    file: `${rules}decide.ts`,
    find: 'const outcome = grants ?',
    replace: 'const outcome = grants || item.seen?.seq !== record.seq ?',
  },
  {
    rule: 'I1',
    name: 'a withdrawal must have seen the newest notice',
    file: `${rules}decide.ts`,
    find: 'const outcome = grants ?',
    replace: 'const outcome = grants || item.seen?.notice !== shelf.inForce?.version ?',
  },
  {
    rule: 'I2',
    name: 'off on off is no fence',
    file: `${rules}fold.ts`,
    find: "if (item.outcome !== 'applied') continue;",
    replace: "if (item.outcome !== 'applied' || state.choices[item.choice]?.decided?.value === item.value) continue;",
  },
  {
    rule: 'I2',
    name: 'a stale grant is applied',
    file: `${rules}decide.ts`,
    find: "if (item.seen.seq !== seq) return 'stale';",
    replace: '',
  },
  {
    rule: 'I3',
    name: 'a stale grant takes the withdrawals beside it with it',
    file: `${rules}decide.ts`,
    find: "if (!items.some((item) => item.outcome === 'applied')) {",
    replace: "if (!items.every((item) => item.outcome === 'applied')) {",
  },
  {
    rule: 'I4',
    name: 'a race is not told',
    file: `${rules}decide.ts`,
    find: 'const raced = command.items.some(',
    replace: 'const raced = command.items.length > 1e6 && command.items.some(',
  },
];
