import { BackendError } from '#backend/port.ts';
import { parseStrictJson } from './strict-json.ts';

/** The largest body that is read, in bytes. */
export const MAX_BODY = 32_768;

const tooLarge = () =>
  new BackendError('too_large', `The body is larger than ${MAX_BODY} bytes. Send the items in several commands.`);

/** Reads a body of unknown length (chunked) and stops at the limit. */
const readToLimit = async (body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> => {
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  if (!body) return bytes.subarray(0, 0);
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    if (length + value.byteLength > MAX_BODY) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge();
    }
    bytes.set(value, length);
    length += value.byteLength;
  }
};

/** The transport holds a request to the length it declares, so a declared length can be believed. */
const bytesOf = async (request: Request): Promise<Uint8Array> => {
  const declared = request.headers.get('content-length');
  if (declared === null) return readToLimit(request.body);
  if (!(Number(declared) <= MAX_BODY)) throw tooLarge();
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > MAX_BODY) throw tooLarge();
  return bytes;
};

const isJson = (contentType: string | null): boolean => {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  return type.trim() === 'application/json' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a JSON body. Throws `malformed` or `too_large`. */
export const bodyFields = async (request: Request): Promise<Record<string, unknown>> => {
  if (!isJson(request.headers.get('content-type'))) {
    throw new BackendError('malformed', 'Send the body with "Content-Type: application/json".');
  }
  if ((request.headers.get('content-encoding') ?? 'identity') !== 'identity') {
    throw new BackendError('malformed', 'Send the body as it is, without Content-Encoding.');
  }
  const bytes = await bytesOf(request).catch((cause: unknown) => {
    if (cause instanceof BackendError) throw cause;
    throw new BackendError('malformed', 'The body broke off. Send it again, whole.', { cause });
  });
  let value: unknown;
  try {
    value = parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const detail = error instanceof SyntaxError ? error.message : 'The body is not UTF-8. Send it in UTF-8.';
    throw new BackendError('malformed', detail, { cause: error });
  }
  if (!isObject(value)) throw new BackendError('malformed', 'The body is not a JSON object. Send one object.');
  return value;
};
