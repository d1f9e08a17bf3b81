/** Ends a piece of work: the browser may draw and answer a press before the next one. */
export const turn = (): Promise<void> =>
  new Promise((next) => {
    setTimeout(next);
  });
