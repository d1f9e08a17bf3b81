import type fc from 'fast-check';
import type { Backend } from '#backend/port.ts';
import type { Model, Stage } from './theatre.ts';

/** Something that happens, to the backend and to the model. */
export type Command = fc.AsyncCommand<Model, Stage>;

export const command = (name: string, run: Command['run'], check: Command['check'] = () => true): Command => ({
  check,
  run,
  toString: () => name,
});

/** The backend as a seat reaches it. */
export const backendAt = (stage: Stage, seat: number): Backend => {
  const backend = stage.backends[seat];
  if (!backend) throw new Error(`There is no seat ${seat}.`);
  return backend;
};
