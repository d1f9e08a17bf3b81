import * as z from 'zod/mini';
import { RecordId } from './holdings.ts';
import { ChoiceId, Id, Instant, Message, Text } from './primitives.ts';
import { sources } from './sources.ts';

/** What a conclusion rests on, of one kind. */
export const SeenEvidence = z.object({
  category: Id,
  item: Id,
  count: z.int().check(z.gte(1)),
  oldest: Instant,
  newest: Instant,
  /** The newest, at most three. */
  sample: z.array(Text).check(z.maxLength(3)),
});
export type SeenEvidence = z.infer<typeof SeenEvidence>;

/** A conclusion about the customer: seen, therefore concluded, therefore used. */
export const Inference = z.object({
  /** Names it in `listRecords({behind})`. */
  id: RecordId,
  category: Id,
  item: Id,
  label: Text,
  at: Instant,
  /** When it ends by itself. */
  lapses: Instant,
  /** `told`: the customer said that it is right. */
  confidence: z.enum(['guess', 'fairly_sure', 'sure', 'told']),
  /** Empty = what it rested on is no longer held. */
  seen: z.array(SeenEvidence),
  /** The uses that read it, and how often each did since it was concluded. */
  usedFor: z.array(z.object({ use: ChoiceId, times: z.int(), last: z.nullable(Instant) })),
  /** What the customer said of it; a wrong one is used for nothing. */
  judged: z.nullable(z.object({ verdict: z.enum(['right', 'wrong']), at: Instant })),
});
export type Inference = z.infer<typeof Inference>;

/** What the customer forbade to conclude, for good. */
export const ForbiddenInference = z.object({ id: RecordId, label: Text, at: Instant });
export type ForbiddenInference = z.infer<typeof ForbiddenInference>;

/** One sentence of the combined picture. */
export const PortraitLine = z.object({
  category: Id,
  source: z.enum(sources),
  /** Its ICU arguments are `values`. */
  text: Message,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type PortraitLine = z.infer<typeof PortraitLine>;

export const Inferences = z.object({
  asOf: Instant,
  /** Newest first. */
  inferences: z.array(Inference),
  forbidden: z.array(ForbiddenInference),
  /** What all that is held says when it is read together. */
  portrait: z.array(PortraitLine),
});
export type Inferences = z.infer<typeof Inferences>;

/** `never` forbids it for good; `allow` takes that back. */
export const Judgement = z.enum(['right', 'wrong', 'remove', 'never', 'allow']);
export type Judgement = z.infer<typeof Judgement>;

/** The conclusion as it stands after a stored judgement; null = it is gone. */
export const Judged = z.object({ inference: z.nullable(Inference), replayed: z.boolean() });
export type Judged = z.infer<typeof Judged>;
