import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, test, vi } from 'vitest';
import { BackendError, type Backend } from '#backend/port.ts';
import type { Input, Output } from '#contract/contract.ts';
import { BackendProvider } from './backend-context.tsx';
import { createQueryClient } from './query-client.ts';
import { useRecords } from './use-records.ts';

const page = (id: string, next: string | null): Output<'listRecords'> => ({
  records: [
    {
      id,
      category: 'purchases',
      item: 'orders',
      at: '2026-11-12T09:00:00.000Z',
      label: `Order ${id}`,
      from: null,
      correctable: null,
      correctedAt: null,
      keptFor: null,
    },
  ],
  count: 2,
  next,
});

const Records = () => {
  const { pages, more, bringMore } = useRecords({ category: 'purchases', search: 'oak' });
  return (
    <>
      <p>{pages.flatMap(({ records }) => records.map(({ label }) => label)).join(', ')}</p>
      <button onClick={bringMore}>{more}</button>
    </>
  );
};

const open = async (listRecords: Backend['listRecords']) => {
  const client = createQueryClient();
  await act(async () =>
    render(
      <QueryClientProvider client={client}>
        <BackendProvider value={{ listRecords } as Backend}>
          <Suspense>
            <Records />
          </Suspense>
        </BackendProvider>
      </QueryClientProvider>,
    ),
  );
};
const press = async () => act(async () => screen.getByRole('button').click());

test('records come page by page: each page is asked for by the cursor of the one before, with the same filter', async () => {
  const asked: Input<'listRecords'>[] = [];
  await open(async (input) => {
    asked.push(input);
    return input.cursor === undefined ? page('a', 'after-a') : page('b', null);
  });
  expect(await screen.findByText('Order a')).toBeVisible();
  await press();
  expect(await screen.findByText('Order a, Order b')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'all' })).toBeVisible();
  expect(asked).toMatchObject([
    { category: 'purchases', search: 'oak' },
    { category: 'purchases', search: 'oak', cursor: 'after-a' },
  ]);
});

test('a page that does not come leaves what is there, says so, and can be asked for again', async () => {
  const listRecords = vi
    .fn<Backend['listRecords']>()
    .mockResolvedValueOnce(page('a', 'after-a'))
    .mockRejectedValueOnce(new BackendError('malformed', 'No such page.'))
    .mockResolvedValueOnce(page('b', null));
  await open(listRecords);
  await press();
  expect(await screen.findByText('Order a')).toBeVisible();
  expect(await screen.findByRole('button', { name: 'failed' })).toBeVisible();
  await press();
  expect(await screen.findByText('Order a, Order b')).toBeVisible();
});
