import { channel } from 'node:diagnostics_channel';

/** Told of every commit of decisions that returned: how many writes shared it. Costs nothing while nobody listens. */
export const commits = channel('evenhand:commit');
