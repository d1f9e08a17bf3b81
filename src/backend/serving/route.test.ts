import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract } from '#contract/contract.ts';
import { route } from './route.ts';

describe('a route', () => {
  test('leads every call of the contract to itself', () => {
    for (const [name, call] of Object.entries(contract)) {
      const path = call.path.replace(/\{\w+\}/g, '7');
      expect(route(call.method, `/v1/halden-row${path}`)).toMatchObject({ name, brand: 'halden-row' });
    }
  });

  test('decodes what the path carries', () => {
    expect(route('GET', '/v1/halden-row/notices/%63urrent')).toMatchObject({ params: { version: 'current' } });
    expect(route('GET', '/v1/halden-row/notices/a%2Fb')).toMatchObject({ params: { version: 'a/b' } });
  });

  test.for([
    '/',
    '/v1',
    '/v1/halden-row',
    '/v1/halden-row/',
    '/v1/halden-row/capabilities/',
    '/v1//capabilities',
    '/v1/Halden/capabilities',
    '/v1/h/capabilities',
    '/v2/halden-row/capabilities',
    '/v1/halden-row/notices/',
    '/v1/halden-row/notices/%E0%A4%A',
    '/v1/halden-row/me/decisions/1/receipt/more',
    '/v1/halden-row/constructor',
  ])('leads nowhere from %s', (path) => {
    expect(route('GET', path)).toBe(null);
  });

  test('says which methods an address has', () => {
    expect(route('PATCH', '/v1/halden-row/me/decisions')).toEqual({ allow: 'GET, HEAD, POST' });
    expect(route('GET', '/v1/halden-row/session')).toEqual({ allow: 'DELETE, POST' });
    expect(route('HEAD', '/v1/halden-row/me/choices')).toMatchObject({ name: 'getChoices' });
    expect(route('toString', '/v1/halden-row/me/choices')).toEqual({ allow: 'GET, HEAD' });
  });

  test('never throws and never takes long, whatever the path', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('v1', 'halden-row', 'me', 'decisions', '..', '%00', ''));
    fc.assert(
      fc.property(fc.string(), fc.array(part, { maxLength: 300 }), (method, parts) => {
        expect(() => route(method, `/${parts.join('/')}`)).not.toThrow();
      }),
    );
  });
});
