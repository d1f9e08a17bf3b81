import { expect, test } from 'vitest';
import { basePath } from './base-path.ts';

test.for([
  ['/', '/'],
  ['/halden-row', '/halden-row'],
  ['/halden-row/', '/halden-row'],
  ['/halden-row/data/purchases', '/halden-row'],
  ['/data/purchases', '/'],
  ['/data/halden-row', '/'],
  ['/halden-rowing/', '/'],
  ['/another-brand/', '/'],
])('the address %s stands below %s', ([address = '', base]) => {
  expect(basePath(address, 'halden-row')).toBe(base);
});
