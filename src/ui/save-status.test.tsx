import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SaveStatus } from './save-status.tsx';

const said = (container: HTMLElement) => container.textContent;

test('what is saved stands with its ways forward, and without any it stands alone', () => {
  const { container, rerender } = render(
    <SaveStatus tone="kept" text="Saved">
      <a href="/receipts/31">receipt</a>
      {false}
      <button type="button">Undo</button>
    </SaveStatus>,
  );
  expect(said(container)).toBe('Saved · receipt · Undo');
  rerender(
    <SaveStatus tone="wait" text="Saving…">
      {null}
      {false}
    </SaveStatus>,
  );
  expect(said(container)).toBe('Saving…');
});

test('what needs attention has a strip of its own, and no empty place for answers', () => {
  const { container } = render(
    <SaveStatus tone="heed" text="You are offline.">
      {false}
    </SaveStatus>,
  );
  expect(container.querySelector('.strip')).not.toBeNull();
  expect(container.querySelector('.answers')).toBeNull();
});
