import type { Mutant } from '#tests/simulation/mutants.ts';

const engine = 'src/intents/';

/** A small, deliberate mistake in the engine of deeds. Its simulation must notice every one of them. */
export const mutants: readonly Mutant[] = [
  {
    rule: 'R2',
    name: 'a deed that was sent gives way to a later one before it is settled',
    file: `${engine}deeds-turn.ts`,
    find: '(deed.tries === 0 || later.some(({ tries }) => tries > 0))',
    replace: '(deed.phase === "waiting" || deed.tries === 0)',
  },
  {
    rule: 'R2',
    name: 'a refusal is said of nobody where an earlier deed is under way',
    file: `${engine}deeds-turn.ts`,
    find: 'one.target === target && one.generation > generation',
    replace: 'one.target === target && one.generation !== generation',
  },
  {
    rule: 'R4',
    name: 'a later deed does not wait for an earlier one on its target',
    file: `${engine}deeds-turn.ts`,
    find: 'return state.intents.find((one) => one.target === deed.target) === deed;',
    replace: 'return true;',
  },
  {
    rule: 'R5',
    name: 'a deed is sent before it is kept',
    file: `${engine}deeds-engine.ts`,
    find: '    keeper.mirror(before, state);\n    store.setState(state, true);\n    for (const effect of effects) carryOut(effect);',
    replace:
      '    store.setState(state, true);\n    for (const effect of effects) carryOut(effect);\n    keeper.mirror(before, state);',
  },
  {
    rule: 'R5',
    name: 'a failed flight is the last',
    file: `${engine}deed-answered.ts`,
    find: "{ type: 'later', ms: pauseAfter(tries, retryAfter, luck), event: { type: 'retry_due', key, tries } },",
    replace: '',
  },
  {
    rule: 'R7',
    name: 'what is older than a day is sent all the same',
    file: `${engine}deeds-turn.ts`,
    find: 'at - deed.pressedAt > LIFETIME',
    replace: 'at - deed.pressedAt > 10 * LIFETIME',
  },
  {
    rule: 'R7',
    name: 'offline is not believed',
    file: `${engine}deeds-turn.ts`,
    find: '!state.online || !state.signedIn',
    replace: '!state.signedIn',
  },
  {
    rule: 'R8',
    name: 'a deed is taken along to the next customer',
    file: `${engine}deeds-reducer.ts`,
    find: 'return knowing({ ...nothingDone, online, subject, signedIn, session: number });',
    replace:
      'return knowing({ ...state, intents: state.intents.map((deed) => ({ ...deed, subject: subject ?? "" })), online, subject, signedIn, session: number });',
  },
  {
    rule: 'R7',
    name: 'no connection is taken for a refusal',
    file: `${engine}failed.ts`,
    find: "'offline',\n  'timeout',",
    replace: "'timeout',",
  },
  {
    rule: 'R11',
    name: "a deed of a tab that died is nobody's",
    file: `${engine}deeds-reducer.ts`,
    find: '(deed.mine ? deed : { ...deed, tries: kept.tries, mine: true })',
    replace: 'deed',
  },
  {
    rule: 'R11',
    name: 'what is asked again in one tab is held back in the others',
    file: `${engine}deeds-engine.ts`,
    find: 'shared: true',
    replace: 'shared: false',
  },
];
