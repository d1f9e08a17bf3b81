import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { scenarioNamed } from './scenarios/all.ts';
import { createWorld } from './world.ts';
import { wrongAddressPage } from './wrong-address-page.tsx';

const address = new URL('http://127.0.0.1:4610/data/sizes?scenario=slow&brand=nope&persona=zed&theme=dark');

const pageOf = async (opening: () => Promise<unknown>): Promise<string> => {
  const error: unknown = await opening().then(
    () => null,
    (reason: unknown) => reason,
  );
  return renderToStaticMarkup(wrongAddressPage(error, address)).replaceAll('&quot;', '"').replaceAll('&amp;', '&');
};

test('a scenario that there is not is named, with links to those that there are', async () => {
  const page = await pageOf(async () => createWorld(scenarioNamed('defualt')));
  expect(page).toContain('There is no scenario "defualt". There are: default, ');
  expect(page).toContain('href="/data/sizes?scenario=gpc&brand=nope&persona=zed&theme=dark"');
});

test('a brand that there is not is named, with links to those that there are', async () => {
  const page = await pageOf(() => createWorld({ ...scenarioNamed('default'), brand: 'nope' }));
  expect(page).toContain('There is no brand "nope". There are: halden-row.');
  expect(page).toContain('href="/data/sizes?scenario=slow&brand=halden-row&persona=zed&theme=dark"');
});

test('a customer that there is not is named, with links to those that there are', async () => {
  const page = await pageOf(() => createWorld({ ...scenarioNamed('browser-only'), persona: 'zed' }));
  expect(page).toContain('There is no persona "zed". There are: maya, noor.');
  expect(page).toContain('href="/data/sizes?scenario=slow&brand=nope&persona=noor&theme=dark"');
});

test('any other failure is not blamed on the address', () => {
  expect(wrongAddressPage(new Error('There is no scenario "x".'), address)).toBeNull();
});
