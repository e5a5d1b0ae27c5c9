/** Statements as they are put together, and the scratch variables among them. */
export interface Writer {
  readonly lines: string[];
  /** A new scratch variable, whose name begins with `#`. */
  readonly scratch: (stem: string) => string;
  readonly say: (...statements: readonly string[]) => void;
}

/** What the statements of a script share: scratch variables are numbered through all of it. */
export function newWriter(): Writer {
  const lines: string[] = [];
  let last = 0;
  return {
    lines,
    scratch(stem) {
      last++;
      return `#${stem}${last}`;
    },
    say: (...statements) => void lines.push(...statements),
  };
}
