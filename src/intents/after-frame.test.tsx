import { expect, test, vi } from 'vitest';
import { afterFrame } from './after-frame.ts';

const record = () => {
  const done: string[] = [];
  return { done, give: (name: string) => afterFrame(() => void done.push(name)) };
};

test('work waits until the frame is drawn, and is done once, in order', async () => {
  const { done, give } = record();
  give('first');
  give('second');
  expect(done).toEqual([]);
  await vi.waitFor(() => expect(done).toEqual(['first', 'second']));
  give('third');
  await vi.waitFor(() => expect(done).toEqual(['first', 'second', 'third']));
});

test.each([
  ['is left', () => window.dispatchEvent(new Event('pagehide'))],
  ['is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
])('a page that %s does at once what waits', (_, happen) => {
  const { done, give } = record();
  give('send');
  happen();
  expect(done).toEqual(['send']);
});

test('a page that is hidden waits for no frame', () => {
  const { done, give } = record();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValueOnce('hidden');
  give('send');
  expect(done).toEqual(['send']);
});
