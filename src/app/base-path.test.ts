import { expect, test } from 'vitest';
import { basePath, belowBase } from './base-path.ts';

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

test.for([
  ['/', '/'],
  ['/halden-row', '/'],
  ['/halden-row/data/purchases', '/data/purchases'],
  ['/data/purchases', '/data/purchases'],
])('below the brand the address %s is %s', ([address = '', below]) => {
  expect(belowBase(address, 'halden-row')).toBe(below);
});
