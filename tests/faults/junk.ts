import { brand } from '#tests/server/http-client.ts';

/* What nobody means to send: values that are wrong in as many ways as people and tools have found. */

export const types = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/json;charset=latin1',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'json',
  '',
  ',',
  'application/json, application/json',
  'APPLICATION/JSON;;;',
];

export const encodings = ['gzip', 'br', 'deflate', 'identity, gzip', 'x', ''];

export const keys = [
  '',
  'short',
  'a'.repeat(65),
  'a'.repeat(9000),
  'k k k k k k k k k k',
  '\u00e9'.repeat(20),
  "';drop table entry;--",
  '../../../../../../etc',
];

export const values = [
  '',
  ' ',
  '\u00ff\u00fe',
  'a'.repeat(9000),
  '%00',
  '\t',
  '1, 1',
  'null',
  '(',
  '"',
  '{}',
  'evenhand-halden-row=; evenhand-halden-row=',
  '=',
  ';;;;',
];

/** None of them is a page of the app: that need not be built where only the server is tried. */
export const paths = [
  '/v1',
  '/v1/',
  `/v1/${brand}`,
  '/v1/__proto__/me/choices',
  '/v1/constructor/session',
  `/v1/${brand}/me/decisions/NaN/receipt`,
  `/v1/${brand}/me/decisions/1e999/receipt`,
  `/v1/${brand}/me/decisions/-1/receipt`,
  `/v1/${brand}/me/decisions/0/receipt`,
  `/v1/${brand}/me/decisions/9007199254740993/receipt`,
  `/v1/${brand}/me/decisions?cursor=%FF`,
  `/v1/${brand}/me/decisions?cursor=${'A'.repeat(190)}`,
  `/v1/${brand}/me/decisions?limit=1e999`,
  `/v1/${brand}/me/decisions?limit=1&limit=2`,
  `/v1/${brand}/me/decisions?__proto__=1`,
  `/v1/${brand}/notices/999999999999999999999`,
  `/v1/${brand}/notices/current?language=%00`,
  `/v1/${brand}/notices/%2e%2e%2f%2e%2e`,
  `/v1/${brand}/me/choices%00`,
  `/v1/${brand}//me//choices`,
  '//evil.example/v1',
  '/%',
  '/%zz',
  '/..%2f..%2fetc%2fpasswd',
  `/${'a/'.repeat(3000)}`,
  `/${'a'.repeat(7000)}`,
  '/evenhand.json?x',
  '/health/ready/..',
  '/demo/%00',
  '/demo/__proto__',
  '/assets/..%5c..%5cserver',
  '*',
  'http://other.example/v1',
  `/v1/${brand}/session`,
];

export const methods = [
  'GET',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'CONNECT',
  'FOO',
  'post',
  'PROPFIND',
  'GET POST',
  '',
  'M-SEARCH',
];

export const lengths = ['-1', '1e3', '0x10', ' ', '99999999999999999999', '1, 2', '1.5', 'abc', '+5'];

export const chunked = [
  '5\r\nab',
  'zz\r\nab\r\n0\r\n\r\n',
  'ffffffffffffffff\r\n',
  '-1\r\n\r\n',
  '1;x=y\r\na\r\n0\r\nTrailer: x\r\n\r\n',
  '0\r\n\r\n',
  '2\r\n{}',
  '\r\n\r\n',
];
