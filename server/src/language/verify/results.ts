/** The numbers an engine gave for one cell, difference or test. */
export interface EngineCell {
  readonly subject: string;
  /** Of a cell, as `cellKey` writes it; of a difference or test, after its word. */
  readonly key: string;
  /** By quantity: `estimate`, `se`, `df`, `low`, `high`, `n`, `counted`. Absent where the engine gave none. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The engine's own words where it refused the cell; `''` otherwise. */
  readonly why: string;
}

export interface EngineResults {
  /** The engine with its version, in its own words. */
  readonly engine: string;
  readonly cells: readonly EngineCell[];
}

/** Reads what the R script writes: a line for each cell, its fields parted by tabs. Lines of another shape are left out. */
export function readResults(text: string): EngineResults {
  const engine = /^engine\t(.*)$/m.exec(text)?.[1] ?? '';
  return { engine, cells: readCells(text) };
}

function readCells(text: string): readonly EngineCell[] {
  return text.split('\n').flatMap((line) => {
    const [kind, subject, ...fields] = line.split('\t');
    if (kind === undefined || !kinds.has(kind) || subject === undefined || fields.length < keyLength) return [];
    const key = [...(kind === 'cell' ? [] : [kind]), ...fields.slice(0, keyLength)].join('\t');
    const rest = fields.slice(keyLength);
    return [{ subject, key, numbers: numbersIn(rest), why: rest.at(-1) ?? '' }];
  });
}

const keyLength = 6;
const kinds: ReadonlySet<string> = new Set(['cell', 'difference', 'test']);

function numbersIn(fields: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    fields.flatMap((field) => {
      const [, name, value] = /^(\w+)=(.+)$/.exec(field) ?? [];
      const number = Number(value);
      return name === undefined || !Number.isFinite(number) ? [] : [[name, number] as const];
    }),
  );
}
