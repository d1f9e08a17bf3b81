import type { ReactElement } from 'react';
import { WrongAddress } from './wrong-address.ts';

const withName = (address: URL, named: string, name: string): string => {
  const mended = new URL(address);
  mended.searchParams.set(named, name);
  return `${mended.pathname}${mended.search}`;
};

/** What is shown in place of the app where the address is the mistake; null = something else went wrong. */
export function wrongAddressPage(error: unknown, address: URL): ReactElement | null {
  if (!(error instanceof WrongAddress)) return null;
  return (
    <main lang="en" className="mx-auto grid max-w-balance gap-4 px-4 py-8">
      <title>Nothing is at this address</title>
      <h1 className="page-title">Nothing is at this address</h1>
      <p>{error.message}</p>
      <ul>
        {error.names.map((name) => (
          <li key={name}>
            <a href={withName(address, error.named, name)}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
