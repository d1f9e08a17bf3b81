import { BackendError } from './port.ts';
import { termsOfBrand, type PublishedBrand } from './published-brand.ts';
import type { Signer } from './signer.ts';
import type { Evidence, LoadedSubject, LogRow, Subject, SubjectStore } from './subject-store.ts';
import type { By } from '#contract/choices.ts';
import type { DecisionItem, Entry } from '#contract/decisions.ts';
import type { Digest, Instant } from '#contract/primitives.ts';
import { bodyOf, commitTo, seal, type Sha256 } from '#rules/chain.ts';
import { decide, type Decision } from '#rules/decide.ts';
import { receiptClaims } from '#rules/receipt.ts';
import type { SubjectState } from '#rules/subject.ts';

/** How often a decision is taken again when somebody else was first. */
const ATTEMPTS = 5;

/** One act of choosing, before it is known what it changes. */
export interface Act {
  readonly subject: Subject;
  readonly by: By;
  readonly gpc: boolean;
  /** What to set, given how things stand. None: nothing is recorded. */
  readonly items: (state: SubjectState, now: Instant) => readonly DecisionItem[];
  /** The client's name for the intent, and the digest of its command; null for what no client sent. */
  readonly intent: { readonly key: string; readonly command: Digest } | null;
  readonly evidence: Evidence | null;
  /** The subject as it was a moment ago, where that is known: the first attempt is made on it. */
  readonly before?: LoadedSubject | undefined;
}

/** What recording takes. */
export interface Recorder {
  readonly subjects: SubjectStore;
  readonly signer: Signer;
  readonly now: () => Instant;
  /** Default: that of the rules. */
  readonly sha256?: Sha256 | undefined;
  /** Does the writes of one subject one after the other; see `turns`. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>;
}

type Stored = Extract<Decision, { stored: true }>;

const settle = (brand: PublishedBrand, act: Act, state: SubjectState, now: Instant): Stored | null => {
  const items = act.items(state, now);
  if (items.length === 0) return null;
  const decision = decide(state, { items: [...items], by: act.by, gpc: act.gpc }, termsOfBrand(brand), now);
  if (decision.stored) return decision;
  throw new BackendError(decision.problem, decision.detail, { current: decision.current });
};

/** Seals and signs one decision: the row that goes into the log, and the state that has it as its head. */
export const sealed = async (
  { signer, sha256 }: Pick<Recorder, 'signer' | 'sha256'>,
  brand: PublishedBrand,
  act: Pick<Act, 'subject' | 'intent' | 'evidence'>,
  decision: Stored,
): Promise<{ row: LogRow; state: SubjectState }> => {
  const { subject, intent, evidence } = act;
  const previous = decision.state.head;
  const commitment = evidence && (await commitTo(evidence.salt, JSON.parse(evidence.text), sha256));
  const body = bodyOf(decision.entry, { subject: subject.id, evidence: commitment });
  const entry: Entry = { ...decision.entry, hash: await seal(previous, body, sha256) };
  const version = brand.notices.find((one) => one.terms.version === entry.notice.version);
  const notice = version?.byLanguage[brand.face.languages[0] as string];
  if (!notice) throw new Error(`Notice ${entry.notice.version} of "${brand.face.id}" is not published.`);
  const issuer = signer.issuer(subject.brand);
  const { jurisdictions } = brand;
  const claims = receiptClaims({
    issuer,
    subject: subject.id,
    entry,
    previous,
    evidence: commitment,
    notice,
    ...(jurisdictions.length > 0 && { jurisdictions }),
  });
  const receipt = await signer.sign(claims);
  const row = { entry, body, receipt, key: intent?.key ?? null, command: intent?.command ?? null, evidence };
  return { row, state: { ...decision.state, head: entry.hash } };
};

const replay = async ({ subjects }: Recorder, { subject, intent }: Act): Promise<LogRow | null> => {
  const row = intent && (await subjects.findByKey(subject, intent.key));
  if (!row || row.command === intent.command) return row;
  throw new BackendError('key_reused', 'This key was used for another command. Make a new key for a new intent.');
};

/** A decision; where it is refused and its intent has a row already, that row. */
const newOrKnown = async (
  recorder: Recorder,
  act: Act,
  decided: () => Stored | null,
): Promise<Stored | LogRow | null> => {
  try {
    return decided();
  } catch (refusal) {
    const known = await replay(recorder, act);
    if (known) return known;
    throw refusal;
  }
};

/** A subject as it stands. Throws `not_found` where it is no longer on record. */
export const loaded = async ({ subjects }: Pick<Recorder, 'subjects'>, subject: Subject): Promise<LoadedSubject> => {
  const found = await subjects.load(subject);
  if (found) return found;
  throw new BackendError('not_found', 'This subject is no longer on record. Open a new session.');
};

/**
 * Records an act, once: decides, seals, signs and writes it by compare-and-set on the subject's version. Whoever was
 * second, in another process, decides again on what is true by then. The same intent again gets the row it made, also
 * while the first is under way: it waits for its turn. Null = nothing to record.
 *
 * Almost every intent is a new one, so whether its key is known is not asked beforehand: the write says so, and where
 * nothing is written (a replayed grant whose base has moved is refused as stale) it is asked then.
 */
export const record = (
  recorder: Recorder,
  brand: PublishedBrand,
  act: Act,
): Promise<{ row: LogRow; replayed: boolean } | null> =>
  recorder.inTurn(act.subject.id, async () => {
    let { before } = act;
    for (let attempt = before ? 0 : 1; attempt <= ATTEMPTS; attempt++) {
      const { state, version } = before ?? (await loaded(recorder, act.subject));
      before = undefined;
      const decision = await newOrKnown(recorder, act, () => settle(brand, act, state, recorder.now()));
      if (!decision) return null;
      if ('receipt' in decision) return { row: decision, replayed: true };
      const made = await sealed(recorder, brand, act, decision);
      const write = { subject: act.subject, version, rows: [made.row], state: made.state };
      const outcome = await recorder.subjects.append(write);
      if (outcome === 'stored') return { row: made.row, replayed: false };
      const known = outcome === 'key_taken' ? await replay(recorder, act) : null;
      if (known) return { row: known, replayed: true };
    }
    throw new BackendError('busy', 'Others are writing to the same record. Send the same again, with the same key.');
  });
