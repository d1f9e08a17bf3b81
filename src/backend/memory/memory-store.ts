import type { Append, Appended, SessionStore, Subject, SubjectStore } from '#backend/subject-store.ts';
import { newSubject } from '#rules/subject.ts';
import type { KeptSubject, Persistence, Snapshot, Step } from './snapshot.ts';

const read = <T>(keep: Snapshot, answer: T): Step<T> => ({ keep, answer });

const keptOf = ({ subjects }: Snapshot, { brand, id }: Subject): KeptSubject | null => {
  const kept = Object.hasOwn(subjects, id) ? subjects[id] : undefined;
  return kept?.subject.brand === brand ? kept : null;
};

const withSubject = (snapshot: Snapshot, kept: KeptSubject): Snapshot => ({
  ...snapshot,
  subjects: { ...snapshot.subjects, [kept.subject.id]: kept },
});

const appended = (snapshot: Snapshot, { subject, version, rows, state }: Append): Step<Appended> => {
  const kept = keptOf(snapshot, subject);
  const keys = new Set(rows.flatMap((row) => row.key ?? []));
  if (!kept || kept.log.length !== version) return read(snapshot, 'moved');
  if (kept.log.some((row) => row.key !== null && keys.has(row.key))) return read(snapshot, 'key_taken');
  return { keep: withSubject(snapshot, { ...kept, log: [...kept.log, ...rows], state }), answer: 'stored' };
};

/** Subjects over a snapshot. A subject's version is the length of its log. */
export const memorySubjects = ({ change }: Persistence): SubjectStore => ({
  subjectFor: (brand, identifier) =>
    change((snapshot) => {
      const isAsked = (one: KeptSubject) => one.subject.brand === brand && one.identifier === identifier;
      const known = identifier === null ? undefined : Object.values(snapshot.subjects).find(isAsked);
      if (known) return read(snapshot, known.subject);
      const subject: Subject = { brand, id: crypto.randomUUID() };
      return { keep: withSubject(snapshot, { subject, identifier, state: newSubject, log: [] }), answer: subject };
    }),

  load: (subject) =>
    change((snapshot) => {
      const kept = keptOf(snapshot, subject);
      return read(snapshot, kept && { state: kept.state, version: kept.log.length });
    }),

  findByKey: (subject, key) =>
    change((snapshot) => read(snapshot, keptOf(snapshot, subject)?.log.find((row) => row.key === key) ?? null)),

  append: (write) => change((snapshot) => appended(snapshot, write)),

  list: (subject, { before, limit }) =>
    change((snapshot) => {
      const older = keptOf(snapshot, subject)?.log.slice(0, Math.max(0, before - 1)) ?? [];
      return read(
        snapshot,
        older
          .slice(-limit)
          .toReversed()
          .map((row) => row.entry),
      );
    }),

  receipt: (subject, seq) =>
    change((snapshot) => read(snapshot, keptOf(snapshot, subject)?.log[seq - 1]?.receipt ?? null)),
});

const without = (snapshot: Snapshot, token: string): Snapshot => {
  const { [token]: _, ...sessions } = snapshot.sessions;
  return { ...snapshot, sessions };
};

/** Sessions over a snapshot. */
export const memorySessions = ({ change }: Persistence): SessionStore => ({
  put: (session, now) =>
    change((snapshot) => {
      const live = Object.values(snapshot.sessions).filter((one) => Date.parse(one.expiresAt) > Date.parse(now));
      const sessions = Object.fromEntries([...live, session].map((one) => [one.token, one]));
      return { keep: { ...snapshot, sessions }, answer: undefined };
    }),

  find: (token) => change((snapshot) => read(snapshot, snapshot.sessions[token] ?? null)),

  markSignal: (token) =>
    change((snapshot) => {
      const session = snapshot.sessions[token];
      if (!session) return read(snapshot, undefined);
      const sessions = { ...snapshot.sessions, [token]: { ...session, signal: true } };
      return { keep: { ...snapshot, sessions }, answer: undefined };
    }),

  remove: (token) => change((snapshot) => ({ keep: without(snapshot, token), answer: undefined })),
});
