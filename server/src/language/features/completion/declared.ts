import type { AnyDeclaration, LocalizedText } from '../../model/declarations';
import { readDeclarations } from '../../model/read';
import type { Chunk } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import type { CompletionPlace } from './types';

export type DeclaredKind = AnyDeclaration['kind'];

/** The labels of everything of these kinds that the codebook's files declare, by id, in small letters and in all languages. */
export function declaredLabels(place: CompletionPlace, kinds: readonly DeclaredKind[]): (id: string) => string {
  const known: { tables?: Tables; last: number } = { last: 0 };
  return (id) => {
    known.tables ??= tablesOf(place, kinds);
    const { tables, last } = known;
    // Names are asked for in the order in which they are declared: what follows one stands in its chunk or the next.
    for (let step = 0; step < tables.length; step++) {
      const at = (last + step) % tables.length;
      const label = tables[at]?.get(id);
      if (label === undefined) continue;
      known.last = at;
      return label;
    }
    return '';
  };
}

type Tables = readonly ReadonlyMap<string, string>[];

function tablesOf({ snapshot, codebook }: CompletionPlace, kinds: readonly DeclaredKind[]): Tables {
  const chunks = codebook.files.flatMap((file) => snapshot.files.get(file)?.chunks ?? []);
  return chunks.flatMap((chunk) => kinds.flatMap((kind) => labelsIn(chunk).get(kind) ?? []));
}

const labelsIn = remembered(({ entries }: Chunk): ReadonlyMap<DeclaredKind, ReadonlyMap<string, string>> => {
  const byKind = new Map<DeclaredKind, Map<string, string>>();
  for (const declaration of entries.flatMap((entry) => readDeclarations(entry).declarations)) {
    const { kind, id } = declaration;
    const known = byKind.get(kind) ?? new Map<string, string>();
    byKind.set(kind, known);
    if (id !== undefined && !known.has(id.text)) known.set(id.text, wordsOf(declaration));
  }
  return byKind;
});

function wordsOf(declaration: AnyDeclaration): string {
  const texts: readonly (LocalizedText | undefined)[] = [
    'label' in declaration ? declaration.label : undefined,
    declaration.kind === 'question' && declaration.label === undefined ? declaration.text : undefined,
  ];
  const words = texts.flatMap((text) => Object.values(text?.byLanguage ?? {}).map((name) => name.text.toLowerCase()));
  return [...new Set(words)].join(' ');
}
