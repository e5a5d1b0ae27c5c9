import type { Cell } from '../../types';
import type { CellNames, Level } from './names';

/** The quantities a cell shows, as indices in the system. */
export interface CellQuantities {
  readonly levels: Readonly<Record<Level, number>>;
  readonly base: number;
  readonly counted: number;
  readonly amount: number | undefined;
}

/** A cell with what it counts, while a system is put together. */
export interface Told {
  readonly cell: Cell;
  readonly names: CellNames;
  readonly quantities: CellQuantities;
}
