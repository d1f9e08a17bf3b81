import type { Handler } from './fault.ts';

/** One call to a handler as a client makes it: the headers, the key, the body. Throws where it is refused. */
export async function askFor<T>(
  handler: Handler,
  brand: string,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const headers: Record<string, string> = { 'Evenhand-Client': 'web', 'Idempotency-Key': crypto.randomUUID() };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await handler(new Request(`http://mock.invalid/v1/${brand}${path}`, { method, headers, ...sent }));
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
