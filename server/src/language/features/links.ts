import { resolvePath } from '../model/imports';
import { scalarText, walk } from '../syntax';
import type { Entry } from '../syntax/entry';
import { remembered } from '../text/remember';
import type { Span } from '../text/span';
import { fileModel, type Snapshot, startIn } from '../workspace';

/** A text in a file that leads to another file, or to an address. */
export interface Link {
  readonly span: Span;
  /** The name of a file as in the snapshot, or an address with its `https:`. */
  readonly target: string;
  readonly tooltip: string;
}

/** Imports, the data file, and addresses given as sources, in the order of the file's header and then of its entries. */
export function linksIn(snapshot: Snapshot, file: string, language: 'en' | 'sv'): readonly Link[] {
  const syntax = snapshot.files.get(file);
  const header = fileModel(snapshot, file)?.header;
  if (syntax === undefined || header === undefined) return [];
  const paths = [
    ...header.imports.map(({ path }) => ({ path, tooltip: words.codebook[language] })),
    ...(header.data?.file === undefined ? [] : [{ path: header.data.file, tooltip: words.data[language] }]),
  ];
  const files = paths.flatMap(({ path: { text, place }, tooltip }) => {
    const target = resolvePath(file, text);
    const start = startIn(syntax, place.entry);
    if (target === undefined || start === undefined) return [];
    return [{ span: { start: start + place.span.start, end: start + place.span.end }, target, tooltip }];
  });
  const addresses = syntax.entries.flatMap(({ entry, start }) =>
    addressesIn(entry).map(({ span, target }) => ({
      span: { start: start + span.start, end: start + span.end },
      target,
      tooltip: words.source[language],
    })),
  );
  return [...files, ...addresses];
}

const words = {
  codebook: { en: 'Open the imported codebook', sv: 'Öppna den importerade kodboken' },
  data: { en: 'Open the data file', sv: 'Öppna datafilen' },
  source: { en: 'Open the source', sv: 'Öppna källan' },
} as const;

/** Addresses anywhere under a `source`, and above all entries under `survey`. */
const addressesIn = remembered((entry: Entry): readonly { readonly span: Span; readonly target: string }[] => {
  if (!entry.text.includes('://')) return [];
  return [...walk(entry.root)].flatMap(({ node, path }) => {
    const target = scalarText(node) ?? '';
    const isSource = path.includes('source') || path[0] === 'survey';
    return isSource && /^https?:\/\/\S+$/.test(target) ? [{ span: node.span, target }] : [];
  });
});
