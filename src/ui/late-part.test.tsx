import { act, render, screen } from '@testing-library/react';
import { Suspense, type ComponentType } from 'react';
import { expect, test, vi } from 'vitest';
import { latePart } from './late-part.tsx';

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;
const Missing = ({ retry }: { readonly retry: () => void }) => (
  <button type="button" onClick={retry}>
    Try again
  </button>
);

const Broken = (): never => {
  throw new RangeError('Broken inside.');
};

type Loader = () => Promise<typeof Greeting>;

const draw = (Part: ComponentType<{ readonly name: string }>) =>
  act(async () =>
    render(
      <Suspense fallback="Coming">
        <Part name="Maya" />
      </Suspense>,
      { onCaughtError: () => {} },
    ),
  );

test('a part comes when it is needed, once', async () => {
  const load = vi.fn<Loader>(async () => Greeting);
  const { Part } = latePart(load, Missing);
  expect(load).not.toHaveBeenCalled();
  await draw(Part);
  expect(await screen.findByText('Hello Maya')).toBeVisible();
  expect(load).toHaveBeenCalledTimes(1);
});

test('a part that did not come is asked for once, until somebody tries again', async () => {
  const load = vi.fn<Loader>(async () => Greeting).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { Part } = latePart(load, Missing);
  await draw(Part);
  const again = await screen.findByRole('button', { name: 'Try again' });
  expect(load).toHaveBeenCalledTimes(1);
  await act(async () => again.click());
  expect(await screen.findByText('Hello Maya')).toBeVisible();
});

test('a part that did not come comes by itself when the connection is back', async () => {
  const { Part } = latePart(
    vi.fn<Loader>(async () => Greeting).mockRejectedValueOnce(new TypeError('Failed to fetch')),
    Missing,
  );
  await draw(Part);
  await screen.findByRole('button', { name: 'Try again' });
  await act(async () => window.dispatchEvent(new Event('online')));
  expect(await screen.findByText('Hello Maya')).toBeVisible();
});

test('what goes wrong in a part that came is left to what is around it', async () => {
  const { Part } = latePart<{ readonly name: string }>(async () => Broken, Missing);
  await expect(draw(Part)).rejects.toThrow('Broken inside.');
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});

test('what was fetched ahead in vain is fetched when it is needed', async () => {
  const load = vi.fn<Loader>(async () => Greeting).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  const { Part, fetch } = latePart(load, Missing);
  fetch();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  fetch();
  await draw(Part);
  expect(await screen.findByText('Hello Maya')).toBeVisible();
});
