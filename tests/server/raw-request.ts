import { request } from 'node:http';

/** Sends a request with its headers exactly so, one after the other: `fetch` would join those with the same name. */
export const rawRequest = (
  origin: string,
  path: string,
  headers: readonly [name: string, value: string][],
  { method = 'GET', body = '' } = {},
): Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }> =>
  new Promise((resolve, reject) => {
    const { host, hostname, port } = new URL(origin);
    const named = new Set(headers.map(([name]) => name.toLowerCase()));
    const all = [...(named.has('host') ? [] : [['Host', host] as const]), ...headers];
    const sent = request({ hostname, port, path, method, headers: all.flat() }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject).end(body);
  });
