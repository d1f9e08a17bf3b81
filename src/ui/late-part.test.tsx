import { act, render, screen } from '@testing-library/react';
import { Suspense, type ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

test('drawing asks for a part once, and whoever tries again asks anew', async () => {
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

describe('where the browser says that it is connected before it is', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a part is tried again, further and further apart, and what stands in its place stays until it comes', async () => {
    const load = vi.fn<Loader>(async () => Greeting);
    for (let time = 0; time < 4; time += 1) load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { Part } = latePart(load, Missing);
    await draw(Part);
    const again = screen.getByRole('button', { name: 'Try again' });
    await act(async () => {
      window.dispatchEvent(new Event('online'));
      await vi.advanceTimersByTimeAsync(0);
    });
    expect(load).toHaveBeenCalledTimes(2);
    await act(async () => vi.advanceTimersByTimeAsync(1_000));
    await act(async () => vi.advanceTimersByTimeAsync(2_000));
    expect(load).toHaveBeenCalledTimes(4);
    expect(again).toBeVisible();
    await act(async () => vi.advanceTimersByTimeAsync(4_000));
    expect(screen.getByText('Hello Maya')).toBeVisible();
    expect(again).not.toBeInTheDocument();
  });

  test('a part that still does not come after half a minute waits to be asked for', async () => {
    const load = vi.fn<Loader>().mockRejectedValue(new TypeError('Failed to fetch'));
    const { Part } = latePart(load, Missing);
    await draw(Part);
    await act(async () => vi.advanceTimersByTimeAsync(3_600_000));
    expect(load).toHaveBeenCalledTimes(6);
  });

  test('a part that is no longer wanted is not tried again', async () => {
    const load = vi.fn<Loader>().mockRejectedValue(new TypeError('Failed to fetch'));
    const { Part } = latePart(load, Missing);
    const { unmount } = await draw(Part);
    unmount();
    await act(async () => vi.advanceTimersByTimeAsync(60_000));
    window.dispatchEvent(new Event('online'));
    await act(async () => vi.advanceTimersByTimeAsync(60_000));
    expect(load).toHaveBeenCalledTimes(1);
  });
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
