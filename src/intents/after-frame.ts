/** Does work, in the order in which it is given, as soon as that holds up nothing. */
export type Soon = (work: () => void) => void;

/** Milliseconds after which nobody waits for a frame any more: a page that is covered draws none. */
const patience = 200;

const waiting: (() => void)[] = [];
let listening = false;

function run(): void {
  for (const work of waiting.splice(0)) work();
}

function listen(): void {
  if (listening) return;
  listening = true;
  addEventListener('pagehide', run);
  document.addEventListener('visibilitychange', run);
}

/**
 * Work that follows from a press is done once the press is on screen: after the next frame. A page that is hidden or
 * goes does at once what waits, since it may not get another turn. Not for what must be kept: that is done at the press.
 */
export const afterFrame: Soon = (work) => {
  listen();
  if (document.visibilityState === 'hidden') return work();
  if (waiting.push(work) > 1) return;
  requestAnimationFrame(() => setTimeout(run));
  setTimeout(run, patience);
};
