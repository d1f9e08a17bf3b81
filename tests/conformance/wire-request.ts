import { request } from 'node:http';

/** An answer as it came over the socket. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface WireRequest {
  readonly method?: string;
  /** Each value of a list is a header line of its own. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** A list is sent in chunks, without a length. */
  readonly body?: string | Uint8Array | readonly (string | Uint8Array)[];
}

/** Sends exactly what it is given: nothing is joined, added or corrected, as a client with bad intent would. */
export const wire = (url: string, { method = 'GET', headers = {}, body }: WireRequest = {}): Promise<WireAnswer> =>
  new Promise((resolve, reject) => {
    const chunks = body === undefined ? [] : Array.isArray(body) ? body : [body];
    const inOne = body !== undefined && !Array.isArray(body);
    const length = inOne ? { 'Content-Length': String(Buffer.byteLength(body as string | Uint8Array)) } : {};
    const sent = request(url, { method, headers: { ...length, ...headers }, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    // A server that has heard enough may close before everything is sent; its answer is what counts.
    sent.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)));
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });

/** The headers of a request that a page of the site itself makes to change something. */
export const fromOurPage = (origin: string, more: Record<string, string | string[]> = {}) => ({
  'Content-Type': 'application/json',
  'Evenhand-Client': 'web',
  Origin: origin,
  ...more,
});
