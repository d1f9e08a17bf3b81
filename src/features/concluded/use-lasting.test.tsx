import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useLasting } from './use-lasting.ts';

const list = (...ids: readonly string[]) => ids.map((id) => ({ id }));

test('what goes from a list stays in its place, marked, and what is new comes first', () => {
  const { result, rerender } = renderHook(useLasting<{ id: string }>, { initialProps: list('c', 'b', 'a') });
  const shown = () => result.current.map(({ one, gone }) => (gone ? `(${one.id})` : one.id));
  expect(shown()).toEqual(['c', 'b', 'a']);
  rerender(list('c', 'a'));
  expect(shown()).toEqual(['c', '(b)', 'a']);
  rerender(list('d', 'a'));
  expect(shown()).toEqual(['d', '(c)', '(b)', 'a']);
  rerender(list('d', 'b', 'a'));
  expect(shown()).toEqual(['d', '(c)', 'b', 'a']);
});

test('of what is still there the newest word is shown', () => {
  const { result, rerender } = renderHook(useLasting<{ id: string; said: string }>, {
    initialProps: [{ id: 'a', said: 'before' }],
  });
  rerender([{ id: 'a', said: 'now' }]);
  expect(result.current.map(({ one }) => one.said)).toEqual(['now']);
});
