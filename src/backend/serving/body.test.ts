import { describe, expect, test } from 'vitest';
import { bodyFields, MAX_BODY } from './body.ts';

/** A request whose body counts what is read of it. Without a length it comes in chunks. */
const sending = (chunk: string, chunks: number, length?: string) => {
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read === chunks) return controller.close();
        read += 1;
        controller.enqueue(new TextEncoder().encode(chunk));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'Content-Type': 'application/json', ...(length && { 'Content-Length': length }) };
  const request = new Request('https://shop.example/', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
  return { request, read: () => read };
};

describe('a body', () => {
  test('is read when it fits, with and without a length', async () => {
    const text = JSON.stringify({ a: 'x'.repeat(MAX_BODY - 8) });
    expect(text).toHaveLength(MAX_BODY);
    expect(await bodyFields(sending(text, 1, String(MAX_BODY)).request)).toEqual({ a: 'x'.repeat(MAX_BODY - 8) });
    expect(await bodyFields(sending(text, 1).request)).toEqual({ a: 'x'.repeat(MAX_BODY - 8) });
  });

  test('is not read at all when it says that it is too large', async () => {
    for (const length of [String(MAX_BODY + 1), '10000000', 'many']) {
      const { request, read } = sending('{}', 1, length);
      await expect(bodyFields(request)).rejects.toMatchObject({ code: 'too_large' });
      expect(read()).toBe(0);
    }
  });

  test('that breaks off is the sender’s, not our failure', async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error('connection reset')) });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
    const request = new Request('https://shop.example/', init);
    await expect(bodyFields(request)).rejects.toMatchObject({ code: 'malformed' });
  });

  test('is read no further than the limit when it does not say', async () => {
    const { request, read } = sending(' '.repeat(8192), 10_000);
    await expect(bodyFields(request)).rejects.toMatchObject({ code: 'too_large' });
    expect(read()).toBe(5);
  });
});
