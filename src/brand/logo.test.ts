import { expect, test } from 'vitest';
import { readLogo } from './logo.ts';

const svg = (inside: string, attributes: string | undefined = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>\n${inside}\n</svg>`;

const said = (text: string): string[] =>
  readLogo('logo.svg', text).problems.map(({ line, message }) => `${line}: ${message}`);

test('A plain drawing becomes a data URI that holds the same drawing', () => {
  const text = svg(
    '<title>Us &amp; co</title><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>' +
      '<!-- drawn by hand --><path d="M0 0h10v10z" fill="url(#a)"/><use href="#a"/><text x="1">a &lt; b</text>',
  );
  const { uri, problems } = readLogo('logo.svg', `<?xml version="1.0"?>\n${text}\n`);
  expect(problems).toEqual([]);
  expect(uri?.startsWith('data:image/svg+xml,')).toBe(true);
  expect(decodeURIComponent(uri?.slice('data:image/svg+xml,'.length) ?? '')).toContain(text);
  expect(uri).not.toMatch(/["'<> #]/);
});

const harms: readonly (readonly [title: string, inside: string, attributes?: string | undefined])[] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in another case', '<SCRIPT>alert(1)</SCRIPT>'],
  ['a script with a prefix', '<svg:script>alert(1)</svg:script>'],
  ['an event handler', '<path d="M0 0" onclick="alert(1)"/>'],
  ['an event handler on the root', '<path d="M0 0"/>', ' onload="alert(1)"'],
  ['an event handler after a slash', '<path/onclick=alert(1)>'],
  ['HTML inside', '<foreignObject><p>Hello</p></foreignObject>'],
  ['a style sheet', '<style>@import url(https://evil.example/a.css)</style>'],
  ['a style attribute', '<path style="fill:url(https://evil.example/a)"/>'],
  ['an image from elsewhere', '<image href="https://evil.example/a.png"/>'],
  ['a shape from elsewhere', '<use href="https://evil.example/a.svg#x"/>'],
  ['a shape from elsewhere by the old name', '<use xlink:href="//evil.example/a.svg#x"/>'],
  ['a link', '<a href="#x"><path/></a>'],
  ['a fill from elsewhere', '<path fill="url(https://evil.example/a.svg#x)"/>'],
  ['a fill from elsewhere in quotes', `<path fill="url( '//evil.example/a.svg#x')"/>`],
  ['a script as an address', '<path fill="javascript:alert(1)"/>'],
  ['an address hidden behind entities', '<use href="&#104;ttps://evil.example"/>'],
  ['a sign hidden behind an entity', '<text>&xxe;</text>'],
  ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>'],
  ['a document type', '<!DOCTYPE svg [<!ENTITY x "y">]>'],
  ['raw text', '<![CDATA[<script>]]>'],
  ['an attribute without quotes', '<path fill=red />'],
];

test.each(harms)('A logo with %s is refused, with its line', (_, inside = '', attributes = '') => {
  const { uri, problems } = readLogo('logo.svg', svg(inside, attributes));
  expect(uri).toBeNull();
  expect(problems[0]).toMatchObject({ file: 'logo.svg', line: attributes ? 1 : 2 });
});

test('The mend is said for each thing that is wrong', () => {
  expect(said('<svg viewBox="0 0 1 1"></svg>')).toEqual([
    '1: Add xmlns="http://www.w3.org/2000/svg" to <svg>, or browsers show no image.',
  ]);
  expect(said('<svg xmlns="http://www.w3.org/2000/svg"></svg>')).toEqual([
    '1: Add a viewBox to <svg>, so that the logo can be sized.',
  ]);
  expect(said(svg('<g>\n<path d="M0 0"/>'))).toEqual([
    '4: </svg> closes nothing that is open here. Save the file as plain SVG.',
    '4: <svg> is never closed.',
  ]);
  expect(said('')).toEqual(['1: There is no <svg> in the file.']);
  expect(said('GIF89a')).toEqual(['1: There is no <svg> in the file.']);
});

test('A logo larger than 20 kB is refused', () => {
  expect(said(svg(`<path d="${'M0 0'.repeat(5000)}"/>`))).toEqual([
    '1: The logo has 20080 bytes, and 20000 is the most. Simplify its paths, or remove what an editor added.',
  ]);
});
