import type { ExplainLanguage } from '../../expression';
import type { PlacedEntry } from '../../syntax/entry';
import type { Span } from '../../text/span';
import { contains } from '../../text/span';
import { locate, type Snapshot } from '../../workspace';
import { entriesIn } from '../entries-in';
import { type Page, pageOf } from '../page';
import { columnInlays } from './columns';
import { defaultInlays } from './defaults';
import { labelInlays } from './labels';
import type { Inlay } from './types';

/**
 * What ids stand for and what holds by default, within a range of a file and in its order. Only the entries of the range are
 * looked at.
 */
export function inlaysIn(snapshot: Snapshot, file: string, range: Span, language: ExplainLanguage): readonly Inlay[] {
  const syntax = snapshot.files.get(file);
  const page = pageOf(snapshot, file, language);
  if (syntax === undefined || page === undefined) return [];
  return entriesIn(syntax, range)
    .flatMap((placed) => inlaysOf(page, placed))
    .filter(({ offset }) => contains(range, offset));
}

function inlaysOf(page: Page, { entry, start }: PlacedEntry): readonly Inlay[] {
  const all = [...labelInlays(page, entry), ...defaultInlays(page, entry), ...columnInlays(page, entry)];
  return all
    .sort((a, b) => a.at - b.at)
    .map(({ at, target, ...said }) => {
      const place = target && locate(page.snapshot, target);
      return { ...said, offset: start + at, ...(place === undefined ? {} : { target: place }) };
    });
}
