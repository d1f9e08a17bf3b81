import { applied, type Click, type Clicks } from './clicks.ts';
import type { Blame } from './oracle.ts';
import { clickOf } from './judge-here.ts';
import { isCustomer, type Logged, type Server, type Subject } from './server.ts';
import { permits } from './world.ts';

/** Looks at every new line of the log: it came from a click, of this customer, once, and no grant on a stale base. */
export function createLogJudge(server: Server, clicks: Clicks, blame: Blame) {
  const judged = new Map<Subject, number>();

  return (subject: Subject): void => {
    const { log } = server.record(subject);
    for (const line of log.slice(judged.get(subject) ?? 0)) {
      if (line.key === null) continue;
      const click = clicks.byKey(isCustomer(subject) ? line.key : clickOf(line.key));
      if (!click) {
        blame('entries are clicks', `entry ${line.entry.seq} has a key that no click made`);
        continue;
      }
      if (isCustomer(subject) && click.customer !== subject)
        blame('for nobody else', `${click.key} was stored for ${subject}`);
      if (log.some((other) => other !== line && other.key === line.key)) blame('one entry per click', click.key);
      for (const { choice } of line.entry.items) judgeGrant(line, choice, click, log);
    }
    judged.set(subject, log.length);
  };

  /** Between what was on screen and a grant's entry, nobody moved the choice but this customer, in sight of it. */
  function judgeGrant(line: Logged, choice: string, click: Click, log: readonly Logged[]): void {
    const item = applied(line, choice);
    if (!item || permits(choice, item.value) <= permits(choice, line.before[choice] ?? 'off')) return;
    const known = click.items.find((one) => one.choice === choice)?.seen?.seq ?? 0;
    for (const other of log) {
      if (other.entry.seq <= known || other.entry.seq >= line.entry.seq || !applied(other, choice)) continue;
      const own = clicks.byKey(other.key);
      const seen = own && own.number < click.number && (own.tab === click.tab || click.visible.includes(own.key));
      if (!seen)
        blame('no grant on a stale base', `${click.key} on ${choice}: entry ${other.entry.seq} was not on screen`);
    }
  }
}
