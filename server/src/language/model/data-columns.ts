import type { DataDeclaration, DesignDeclaration, Name } from './declarations';

/** The columns that a codebook names for the data as a whole: id, weight and those of the design, in this order. */
export function columnsNamedByData(data: DataDeclaration | undefined): readonly Name[] {
  if (data === undefined) return [];
  const { id, weight, design } = data;
  return [...[id, weight].filter((name) => name !== undefined), ...(design === undefined ? [] : columnsOfDesign(design))];
}

export function columnsOfDesign({ strata, psu, fpc, replicate }: DesignDeclaration): readonly Name[] {
  return [...strata, ...psu, ...fpc, ...(replicate?.columns ?? [])];
}
