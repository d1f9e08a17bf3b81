import type { Config } from './config.ts';

/** The address customers open. */
export const originOf = ({ host, origin }: Pick<Config, 'host' | 'origin'>, port: number): string =>
  origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Every origin that is ours: the one customers open, first; on this machine alone, its other names too. */
export const originsOf = (config: Pick<Config, 'host' | 'origin'>, port: number): readonly string[] => {
  const first = originOf(config, port);
  if (config.origin !== null) return [first];
  return [...new Set([first, ...['127.0.0.1', 'localhost', '[::1]'].map((name) => `http://${name}:${port}`)])];
};
