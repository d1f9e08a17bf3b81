/** Does a piece of work again and again, a pause after each time, until the answer is called. */
export function every(
  milliseconds: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): () => void {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const plan = (): void => {
    timer = setTimeout(() => {
      void work()
        .catch(failed)
        .finally(() => {
          if (!stopped) plan();
        });
    }, milliseconds);
  };
  plan();
  return () => {
    stopped = true;
    if (timer) clearTimeout(timer);
  };
}
