import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { refreshAfterDeed } from './after-deed.ts';
import { createQueryClient, personal } from './query-client.ts';

const holdings = [personal, 'holdings'];
const records = [personal, 'records', { category: 'purchases' }];
const choices = [personal, 'choices'];
const notice = ['notice', 'en'];

const read = () => {
  const client = createQueryClient();
  for (const key of [holdings, records, choices, notice]) client.setQueryData(key, 'old');
  return client;
};

test('after a deed, what is computed from what is held and is not on screen is dropped', async () => {
  const client = read();
  await refreshAfterDeed(client);
  expect(client.getQueryData(holdings)).toBeUndefined();
  expect(client.getQueryData(records)).toBeUndefined();
});

test('what is on screen is asked for again, and stands until the answer is here', async () => {
  const client = read();
  const answer = Promise.withResolvers<string>();
  const screen = new QueryObserver(client, { queryKey: records, queryFn: () => answer.promise });
  const leave = screen.subscribe(() => {});
  const done = refreshAfterDeed(client);
  expect(client.getQueryData(records)).toBe('old');
  answer.resolve('new');
  await done;
  expect(client.getQueryData(records)).toBe('new');
  leave();
});

test('choices and the notice are not touched: a deed changes neither', async () => {
  const client = read();
  await refreshAfterDeed(client);
  expect(client.getQueryData(choices)).toBe('old');
  expect(client.getQueryState(choices)?.isInvalidated).toBe(false);
  expect(client.getQueryData(notice)).toBe('old');
});
