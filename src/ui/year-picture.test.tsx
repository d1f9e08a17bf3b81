import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { YearPicture } from './year-picture.tsx';

const month = (at: number, days: { day: number; times: number }[]) => ({
  month: at,
  name: `M${at}`,
  initial: 'M',
  times: days.reduce((sum, { times }) => sum + times, 0),
  days,
});
const marks = (container: HTMLElement, name: string) => container.querySelector(name)?.getAttribute('d') ?? '';

test('each day has its place within its month, and taller is more', () => {
  const days = [
    { day: 1, times: 2 },
    { day: 31, times: 4 },
  ];
  const { container } = render(<YearPicture year={2026} months={[month(1, days), month(2, [])]} />);
  expect(marks(container, '.year-days')).toBe('M0.016 48v-26.5M0.984 48v-48.0');
});

test('a leap year has a place for its day, and a month without use has no bar', () => {
  const days = [{ day: 29, times: 1 }];
  const { container } = render(<YearPicture year={2028} months={[month(1, []), month(2, days)]} />);
  expect(marks(container, '.year-days')).toBe('M1.983 48v-48.0');
  expect(marks(container, '.year-months')).toBe('M1.14 48v-48.0h.72V48z');
});

test('it is hidden from those who are told by the table', () => {
  const { container } = render(<YearPicture year={2026} months={[month(1, [])]} />);
  expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
});
