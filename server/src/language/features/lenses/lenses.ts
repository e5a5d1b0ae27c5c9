import type { AnyDeclaration } from '../../model/declarations';
import { readDeclarations } from '../../model/read';
import type { Entry } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import { shift } from '../../text/span';
import type { Snapshot } from '../../workspace';
import type { Lens, LensKind } from './types';

/** An editor draws a line for each: in files with more declarations than this there are none. */
export const mostLensed = 2_000;

/** Where lenses stand in a file: told from each entry alone, so that an edit asks of no other. */
export function lensesOf(snapshot: Snapshot, file: string): readonly Lens[] {
  if (!hasLenses(snapshot, file)) return [];
  const entries = snapshot.files.get(file)?.entries ?? [];
  const hasData = snapshot.data.get(file)?.kind === 'ready';
  return entries.flatMap(({ entry, start }) =>
    lensesIn(entry)
      .filter(({ needsData }) => hasData || !needsData)
      .map(({ kind, subject, span }) => ({ kind, subject, span: shift(span, start) })),
  );
}

/** Whether a file is short enough for lenses. */
export function hasLenses(snapshot: Snapshot, file: string): boolean {
  return (snapshot.files.get(file)?.entries.length ?? 0) <= mostLensed;
}

interface EntryLens extends Lens {
  readonly needsData: boolean;
}

const lensesIn = remembered((entry: Entry): readonly EntryLens[] =>
  readDeclarations(entry).declarations.flatMap((declaration): readonly EntryLens[] => {
    const { kind, id } = declaration;
    if (id === undefined || kind === 'stage' || kind === 'frame' || kind === 'test') return [];
    const subject = { kind, id: id.text };
    return kindsFor(declaration).map((one) => ({
      kind: one,
      subject,
      span: id.place.span,
      needsData: needsData(declaration, one),
    }));
  }),
);

function kindsFor(declaration: AnyDeclaration): readonly LensKind[] {
  switch (declaration.kind) {
    case 'scale':
      return ['uses'];
    case 'question': {
      const { type } = declaration;
      const isTabulated = type !== undefined && type !== 'text' && type !== 'date';
      return isTabulated ? ['uses', 'numbers', 'preview'] : ['uses', 'preview'];
    }
    case 'derived':
    case 'indicator':
      return ['uses', 'numbers', 'preview'];
    case 'figure':
      return ['published'];
    case 'stage':
    case 'frame':
    case 'test':
      return [];
  }
}

/** Response rates are computed from the frames. */
function needsData(declaration: AnyDeclaration, kind: LensKind): boolean {
  return kind === 'numbers' || (declaration.kind === 'figure' && declaration.frames === undefined);
}
