import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Switch } from './switch.tsx';

const words = { on: 'On', off: 'Off' };
const nothing = (): boolean => false;

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

test('a press that is asked about first says what is wanted, and the switch stays as it is', async () => {
  const wanted = vi.fn<(on: boolean) => boolean>(() => false);
  render(<Switch id="a" checked={false} onChange={wanted} name="Pick things" />);
  await userEvent.click(screen.getByRole('switch'));
  await userEvent.keyboard(' ');
  expect(wanted.mock.calls).toEqual([[true], [true]]);
  expect(screen.getByRole('switch')).not.toBeChecked();
});

test('a press that is taken shows at once, before anything else is drawn, and then what became of it', async () => {
  const drawn: boolean[] = [];
  function Slow() {
    const [on, setOn] = useState(false);
    const take = (next: boolean): boolean => {
      setOn(next);
      return true;
    };
    drawn.push(on);
    return <Switch id="a" checked={on} onChange={take} name="Pick things" />;
  }
  render(<Slow />);
  const control = screen.getByRole<HTMLInputElement>('switch');
  control.click();
  expect(control.checked).toBe(true);
  expect(drawn).toEqual([false]);
  expect(control).toHaveAttribute('data-pressed');
  await waitFor(() => expect(drawn.at(-1)).toBe(true));
  expect(control.checked).toBe(true);
  await waitFor(() => expect(control).not.toHaveAttribute('data-pressed'));
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
