import { randomBytes } from 'node:crypto';
import { digest } from '#rules/chain.ts';
import { brand } from '#tests/server/http-client.ts';
import type { Place } from './place.ts';

/** A customer who is signed in, and what their screen knows. */
export interface Customer {
  readonly subject: string;
  readonly cookie: string;
  /** The seq of each choice they decided, as they were told last. */
  readonly known: Map<string, number>;
  /** What was sent and not answered for good. */
  pending: Command | null;
}

/** One command under its key, exactly as it is sent, and sent again. */
export interface Command {
  readonly key: string;
  readonly body: string;
}

const day = 86_400_000;
/** No more than a server has connections: what has to wait for one too long is refused. */
const atOnce = 8;

/** So many that none of them decides faster than a person presses, which would be slowed down. */
export const customersFor = (decisions: number): number => Math.min(700, Math.max(120, Math.ceil(decisions / 15)));

/**
 * Customers by the hundred, signed in behind the server's back: a session is a row, and the demo link would open the
 * same few people again and again. The server is started once before, so that the brand they belong to is published.
 */
export async function seedCustomers(place: Place, many: number): Promise<Customer[]> {
  const server = await place.start();
  server.kill('SIGTERM');
  await server.ended;
  const store = await place.store();
  const expiresAt = new Date(Date.now() + day).toISOString();
  const seed = async (number: number): Promise<Customer> => {
    const token = randomBytes(32).toString('base64url');
    const subject = await store.subjects.subjectFor(brand, `faults:${number}`);
    const session = { token: await digest(token), subject, persona: 'maya', name: '', signal: false, expiresAt };
    await store.sessions.put(session, new Date().toISOString());
    return { subject: subject.id, cookie: `evenhand-${brand}=${token}`, known: new Map(), pending: null };
  };
  const seedSome = (from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, index) => seed(from + index)));
  try {
    const customers: Customer[] = [];
    while (customers.length < many)
      customers.push(...(await seedSome(customers.length, Math.min(many, customers.length + atOnce))));
    return customers;
  } finally {
    await store.close();
  }
}
