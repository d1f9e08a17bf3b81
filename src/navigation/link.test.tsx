import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { expect, test } from 'vitest';
import { Link } from './link.tsx';

function Here() {
  const { pathname, search, hash } = useLocation();
  return <p role="status">{pathname + search + hash}</p>;
}

const open = () =>
  render(
    <MemoryRouter basename="/halden-row" initialEntries={['/halden-row/?lang=cy']}>
      <Link to={{ pathname: '/receipts/3', search: '?lang=cy' }}>receipt</Link>
      <Link to="/data/purchases#ads">ads</Link>
      <Routes>
        <Route path="*" element={<Here />} />
      </Routes>
    </MemoryRouter>,
  );

test('a link says its whole address, below the brand, and opens it without loading anew', async () => {
  open();
  const link = screen.getByRole('link', { name: 'receipt' });
  expect(link).toHaveAttribute('href', '/halden-row/receipts/3?lang=cy');
  link.click();
  expect(await screen.findByText('/receipts/3?lang=cy')).toBeInTheDocument();
  screen.getByRole('link', { name: 'ads' }).click();
  expect(await screen.findByText('/data/purchases#ads')).toBeInTheDocument();
});

test.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
  'a press with %o is left to the browser',
  (how) => {
    open();
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...how });
    screen.getByRole('link', { name: 'receipt' }).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    expect(screen.getByRole('status')).toHaveTextContent('/?lang=cy');
  },
);
