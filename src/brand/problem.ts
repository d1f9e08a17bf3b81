/** What is wrong in one place of a brand's files, and how to mend it, in a sentence or two. */
export interface Problem {
  /** Path inside the folder of the brand: "languages/en-GB.yaml". */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The problem as a person reads it, such as `notice.yaml:41: use "pick" names ...`. */
export const problemLine = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`;

/** By file and line, each said once. */
export const sortProblems = (problems: readonly Problem[]): Problem[] => {
  const once = new Map(problems.map((problem) => [problemLine(problem), problem]));
  return [...once.values()].toSorted(
    (one, other) =>
      (one.file < other.file ? -1 : Number(one.file > other.file)) ||
      one.line - other.line ||
      (one.message < other.message ? -1 : Number(one.message > other.message)),
  );
};
