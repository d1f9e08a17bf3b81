import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Switch } from './switch.tsx';

const words = { on: 'On', off: 'Off' };
const nothing = (): void => undefined;

test('a switch has one name whatever its state, and says its state in words', () => {
  const { rerender } = render(<Switch id="a" checked={false} onChange={nothing} name="Pick things" words={words} />);
  const off = screen.getByRole('switch', { name: 'Pick things' });
  expect(off).not.toBeChecked();
  expect(screen.getByText('Off')).not.toHaveClass('invisible');
  expect(screen.getByText('On')).toHaveClass('invisible');
  rerender(<Switch id="a" checked onChange={nothing} name="Pick things" words={words} />);
  expect(screen.getByRole('switch', { name: 'Pick things' })).toBeChecked();
  expect(screen.getByText('On')).not.toHaveClass('invisible');
});

test('a press says what is wanted and changes nothing by itself', async () => {
  const wanted = vi.fn<(on: boolean) => void>();
  render(<Switch id="a" checked={false} onChange={wanted} name="Pick things" />);
  await userEvent.click(screen.getByRole('switch'));
  await userEvent.keyboard(' ');
  expect(wanted.mock.calls).toEqual([[true], [true]]);
  expect(screen.getByRole('switch')).not.toBeChecked();
});

test('its name can stand elsewhere on the page, and so can what describes it', () => {
  render(
    <>
      <h4 id="name">Send offers</h4>
      <p id="why">You chose this.</p>
      <Switch id="a" checked onChange={nothing} name={{ by: 'name' }} describedBy="why" />
    </>,
  );
  const control = screen.getByRole('switch', { name: 'Send offers' });
  expect(control).toHaveAccessibleDescription('You chose this.');
});
