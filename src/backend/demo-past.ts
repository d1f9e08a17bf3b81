import type { DemoCustomer, PublishedBrand } from './published-brand.ts';
import { termsOfBrand } from './published-brand.ts';
import { sealed, type Recorder } from './record.ts';
import type { LogRow, Subject } from './subject-store.ts';
import { decide } from '#rules/decide.ts';
import { noticeInForce } from '#rules/terms-of.ts';

/**
 * Writes what a demo customer decided before today into its empty log, through the same rules as everything else, at
 * the times it happened. All of it at once: whoever opens the same persona at the same time writes it, or finds it.
 */
export const writeDemoPast = async (
  recorder: Recorder,
  brand: PublishedBrand,
  subject: Subject,
  customer: DemoCustomer,
): Promise<void> => {
  const before = await recorder.subjects.load(subject);
  if (!before || before.state.seq > 0 || customer.decisions.length === 0) return;
  const terms = termsOfBrand(brand);
  let { state } = before;
  const rows: LogRow[] = [];
  for (const { at, by, items } of customer.decisions) {
    const notice = noticeInForce(terms, at)?.version ?? 0;
    const asked = items.map((item) => {
      const seen = { seq: state.choices[item.choice]?.seq ?? 0, notice };
      return { ...item, seen, confirmed: true as const };
    });
    const decision = decide(state, { items: asked, by, gpc: false }, terms, at);
    if (!decision.stored) throw new Error(`A decision of the demo's past, at ${at}, cannot be: ${decision.detail}`);
    const made = await sealed(recorder, brand, { subject, intent: null, evidence: null }, decision);
    rows.push(made.row);
    state = made.state;
  }
  await recorder.subjects.append({ subject, version: before.version, rows, state });
};
