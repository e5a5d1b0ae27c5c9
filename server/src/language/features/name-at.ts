import { bind } from '../model/bind';
import type { Codebook, Use } from '../model/codebook';
import { usesIn } from '../model/uses';
import { cursorAt } from '../syntax';
import { contains } from '../text/span';
import { codebookOf, type FilePlace, locate, type Snapshot } from '../workspace';

/** A name under the cursor, with the codebook that gives it its meaning. */
export interface NameAt {
  readonly codebook: Codebook;
  readonly use: Use;
  readonly place: FilePlace;
}

/** The name that stands at an offset, whether it is declared or used there; the innermost where several do. */
export function nameAt(snapshot: Snapshot, file: string, offset: number): NameAt | undefined {
  const syntax = snapshot.files.get(file);
  const codebook = codebookOf(snapshot, file);
  if (syntax === undefined || codebook === undefined) return undefined;
  const { placed } = cursorAt(syntax, offset);
  const touched = usesIn(codebook, placed.entry).filter((use) => contains(use.place.span, offset - placed.start));
  const [use] = [...touched].sort((a, b) => width(a) - width(b));
  if (use === undefined) return undefined;
  return {
    codebook,
    use,
    place: { file, span: { start: placed.start + use.place.span.start, end: placed.start + use.place.span.end } },
  };
}

/** Where the names a use stands for are declared: several where an id is declared twice; a file by its start. */
export function declarationsAt(snapshot: Snapshot, { codebook, use }: NameAt): readonly FilePlace[] {
  const binding = bind(codebook, use);
  if (binding.kind === 'missing') return [];
  const { places, file } = binding.to;
  if (file !== undefined) return [{ file, span: { start: 0, end: 0 } }];
  return places.flatMap((place) => locate(snapshot, place) ?? []);
}

function width({ place }: Use): number {
  return place.span.end - place.span.start;
}
