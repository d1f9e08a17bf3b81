import { expect } from 'vitest';
import { verifyReceipt } from '#rules/receipt.ts';
import { logOf, refusalCode } from '#tests/conformance/room.ts';
import { backendAt, command, type Command } from './command.ts';
import { versionAt } from './subject-model.ts';
import { arrive, modelEntry, modelState, momentOf, subjectOf } from './theatre.ts';

/** Every choice as it stands. */
export const look = (seat: number): Command =>
  command(`look(${seat})`, async (model, stage) => {
    const backend = backendAt(stage, seat);
    if (!arrive(model, seat)) return expect(await refusalCode(backend.getChoices({}))).toBe('signed_out');
    const { notice, seq, asOf, signal, choices, browser = false } = await backend.getChoices({});
    const subject = subjectOf(model, seat);
    expect(browser).toBe(subject.anonymous);
    if (subject.anonymous) expect(await refusalCode(backend.getOverview({}))).toBe('not_found');
    const moment = momentOf(model, seat);
    expect({ version: notice.version, seq, asOf, signal }).toEqual({
      version: versionAt(moment),
      seq: subject.entries.length,
      asOf: new Date(model.now).toISOString(),
      signal: { gpc: moment.gpc, recordedAt: subject.signalAt() },
    });
    expect(choices.map(modelState)).toEqual(subject.choices(moment));
  });

/** The whole log in pages, its head, and the newest receipt. */
export const readLog = (seat: number, limit: number): Command =>
  command(`log(${seat}, ${limit})`, async (model, stage) => {
    const backend = backendAt(stage, seat);
    if (!arrive(model, seat)) return expect(await refusalCode(backend.listDecisions({}))).toBe('signed_out');
    const { entries } = subjectOf(model, seat);
    const log = await logOf(backend, limit);
    expect(log.map(modelEntry)).toEqual(entries.toReversed());
    expect((await backend.listDecisions({ limit: 1 })).head).toBe(log[0]?.hash ?? null);
    const seq = entries.length;
    expect(await refusalCode(backend.getReceipt({ seq: seq + 1 }))).toBe('not_found');
    if (seq === 0) return;
    const { receipt } = await backend.getReceipt({ seq });
    const { receipts } = await backend.getCapabilities({});
    const verified = await verifyReceipt(receipt, receipts?.keys ?? []);
    expect(verified).toMatchObject({ ok: true, claims: { entry: log[0], previous: log[1]?.hash ?? null } });
  });
