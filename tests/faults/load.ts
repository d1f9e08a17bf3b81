import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DecisionAnswer } from '#contract/decisions.ts';
import type { Random } from '#tests/simulation/random.ts';
import type { Customer } from './customers.ts';
import { connections, decide, type Answer } from './http.ts';
import type { Witness } from './witness.ts';

const choices = ['purchases.recommendations', 'sizes.advice', 'wish_lists.offers', 'browsing.site'];

/** What became of one sending, as the customer can know it. */
type Outcome = 'acknowledged' | 'refused' | 'unknown';

export interface Settled {
  /** Commands whose outcome nobody knew. */
  readonly unknown: number;
  /** Of these, answered for good at the first retry. */
  readonly resolved: number;
  /** Of these, stored before the retry came. */
  readonly replayed: number;
}

/** Many customers who press at once, each one thing at a time; what they are answered goes to the witness. */
export class Load {
  private readonly customers: readonly Customer[];
  private readonly witness: Witness;
  private readonly random: Random;
  private readonly workers: number;
  private stopping = false;
  /** 503s that were not the problem which the contract knows. */
  readonly untyped: string[] = [];

  constructor(customers: readonly Customer[], witness: Witness, random: Random, workers = 32) {
    this.customers = customers;
    this.witness = witness;
    this.random = random;
    this.workers = workers;
  }

  /** Presses until stopped. Whoever gets no answer, or "busy", keeps the command and presses no more. */
  async press(origin: string): Promise<void> {
    this.stopping = false;
    const agent = connections();
    const turns = Array.from({ length: this.workers }, async (_, worker) => {
      const own = this.customers.filter((_one, index) => index % this.workers === worker);
      for (let turn = this.random.whole(0, own.length - 1); !this.stopping; turn += 1) {
        const customer = own[turn % own.length] as Customer;
        customer.pending ??= this.command(customer);
        this.witness.send(customer.subject, customer.pending.key);
        if ((await this.send(agent, origin, customer)).outcome === 'unknown') return;
      }
    });
    await Promise.all(turns);
    agent.destroy();
  }

  stop(): void {
    this.stopping = true;
  }

  /** Resolves when so many more are acknowledged, or when nobody presses any more. */
  async acknowledged(more: number, pressing: Promise<void>): Promise<void> {
    const enough = this.witness.acknowledged.size + more;
    const over = pressing.then(() => true);
    while (this.witness.acknowledged.size < enough) if (await Promise.race([over, sleep(1, false)])) return;
  }

  /** Sends what is unsettled once more, with its key. */
  async settle(origin: string): Promise<Settled> {
    const agent = connections();
    const pending = this.customers.filter((customer) => customer.pending !== null);
    const answers = await Promise.all(pending.map((customer) => this.send(agent, origin, customer)));
    agent.destroy();
    return {
      unknown: pending.length,
      resolved: answers.filter(({ outcome }) => outcome !== 'unknown').length,
      replayed: answers.filter(({ replayed }) => replayed).length,
    };
  }

  private async send(
    agent: Agent,
    origin: string,
    customer: Customer,
  ): Promise<{ outcome: Outcome; replayed: boolean }> {
    const { key, body } = customer.pending ?? { key: '', body: '' };
    const answer = await decide(agent, origin, customer.cookie, key, body).catch(() => null);
    const outcome = answer ? this.hear(customer, key, answer) : 'unknown';
    if (outcome !== 'unknown') customer.pending = null;
    return { outcome, replayed: answer?.replayed ?? false };
  }

  private hear(customer: Customer, key: string, { status, text }: Answer): Outcome {
    if (status === 503) {
      if (!text.includes('"type":"/problems/busy"')) this.untyped.push(text);
      return 'unknown';
    }
    if (status === 200) {
      const answer = JSON.parse(text) as DecisionAnswer;
      this.witness.acknowledge(customer.subject, key, answer);
      for (const { choice, seq, outcome } of answer.entry.items) {
        if (outcome === 'applied') customer.known.set(choice, seq);
      }
      return 'acknowledged';
    }
    // Stale, of another notice, or too many in a minute: then nothing may be stored, and the witness is told.
    if (![409, 412, 429].includes(status)) throw new Error(`An answer that nobody may get here: ${status} ${text}`);
    this.witness.refuse(key);
    const { current = [] } = JSON.parse(text) as { current?: { choice: string; seq: number }[] };
    for (const { choice, seq } of current) customer.known.set(choice, seq);
    return 'refused';
  }

  /** Mostly one thing off; sometimes two; every third time something on, on what the screen shows. */
  private command({ known }: Customer): { key: string; body: string } {
    const first = this.random.whole(0, choices.length - 1);
    const many = this.random.chance(0.2) ? 2 : 1;
    const items = Array.from({ length: many }, (_, index) => {
      const choice = choices[(first + index) % choices.length] ?? '';
      return this.random.chance(0.33)
        ? { choice, value: 'on', seen: { seq: known.get(choice) ?? 0, notice: 1 } }
        : { choice, value: 'off' };
    });
    return { key: randomUUID(), body: JSON.stringify({ items }) };
  }
}
