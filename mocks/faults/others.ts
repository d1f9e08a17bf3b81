import type { Choices } from '#contract/choices.ts';
import type { DecisionItem } from '#contract/decisions.ts';
import type { Fault } from '#mocks/fault.ts';
import { askFor } from '#mocks/ask.ts';

const itemsOf = async (request: Request): Promise<readonly DecisionItem[]> =>
  ((await request.clone().json()) as { items: DecisionItem[] }).items;

/**
 * The same customer was quicker on another device: it set the same choice, and only then does this request arrive. It
 * turns off what is being turned on, and on what is being turned off.
 */
export const changedElsewhere: Fault = (next, world) => async (request) => {
  const elsewhere = world.anotherDevice();
  const choices = await askFor<Choices>(elsewhere, world.scenario.brand, 'GET', '/me/choices');
  const items = (await itemsOf(request)).map(({ choice, value }) => ({
    choice,
    value: value === 'off' ? 'on' : 'off',
    seen: {
      seq: choices.choices.find((one) => one.choice === choice)?.seq ?? 0,
      notice: choices.notice.version,
    },
    confirmed: true as const,
    gpcAck: true as const,
  }));
  await askFor(elsewhere, world.scenario.brand, 'POST', '/me/decisions', { items, surface: 'another device' });
  return next(request);
};

/** The session is over when this request arrives. */
export const sessionOver: Fault = (next, world) => async (request) => {
  await world.endSession();
  return next(request);
};

/** While the customer was reading, the brand put its next notice in force. */
export const noticePublished: Fault = (next, world) => async (request) => {
  await world.publishNext();
  return next(request);
};
