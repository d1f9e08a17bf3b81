/** One instruction of a Dockerfile, its lines joined: COPY, and all that is written after it. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  /** The image it begins with. */
  readonly base: string;
  /** Its name after AS; null = the last one has none. */
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** A COPY, understood. */
export interface Copy {
  /** The stage that it copies from; null = the repository. */
  readonly from: string | null;
  readonly sources: readonly string[];
  readonly target: string;
}

/** Reads a Dockerfile as far as ours goes: no heredocs, no JSON form of COPY, no parser directives. */
export function readDockerfile(text: string): Stage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  const lines = text.split('\n').filter((line) => !/^\s*#/.test(line));
  for (const line of lines.join('\n').replace(/\\\n/g, ' ').split('\n')) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [, base = '', as = null] = /^(\S+)(?:\s+AS\s+(\S+))?$/.exec(rest) ?? [];
      stages.push({ base, name: as, instructions: [] });
    } else if (name !== '') {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${name} stands before the first FROM.`);
      stage.instructions.push({ name, text: rest });
    }
  }
  return stages;
}

export const textsOf = ({ instructions }: Stage, name: string): string[] =>
  instructions.filter((one) => one.name === name).map(({ text }) => text);

export const copiesOf = (stage: Stage): Copy[] =>
  textsOf(stage, 'COPY').map((text) => {
    const words = text.split(/\s+/);
    const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null;
    const paths = words.filter((word) => !word.startsWith('--'));
    return { from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
  });
