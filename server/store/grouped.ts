/** Groups that are under way at once. With few, groups grow by themselves where there is much to do. */
const lanes = 2;
const largest = 64;

/** Does what was asked for, all together; one answer for each, in their order, or all are rejected. */
export type Together<Asked, Answer> = (asked: readonly Asked[]) => Promise<readonly Answer[]>;

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * For an engine that is paid for by the statement: what is asked for goes out at the end of this turn of the event loop
 * where a lane is free, with all else that came in it, for the answers of one group bring the next questions together.
 * What comes while all lanes are taken goes out with the next. No two of one name are ever in a group.
 */
export function grouped<Asked, Answer>(
  together: Together<Asked, Answer>,
  nameOf: (asked: Asked) => unknown,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let underWay = 0;
  let isPlanned = false;

  /** Those who waited longest. A second one of a name is to be judged by what became of the first. */
  const takeGroup = (): Waiting<Asked, Answer>[] => {
    const group = new Map<unknown, Waiting<Asked, Answer>>();
    const left: Waiting<Asked, Answer>[] = [];
    for (const one of waiting) {
      const name = nameOf(one.asked);
      if (group.size < largest && !group.has(name)) group.set(name, one);
      else left.push(one);
    }
    waiting = left;
    return [...group.values()];
  };

  const next = async (): Promise<void> => {
    underWay += 1;
    const group = takeGroup();
    try {
      const answers = await together(group.map(({ asked }) => asked));
      group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
    underWay -= 1;
    plan();
  };

  const plan = (): void => {
    if (isPlanned || waiting.length === 0 || underWay === lanes) return;
    isPlanned = true;
    setImmediate(() => {
      isPlanned = false;
      void next();
    });
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      plan();
    });
}
