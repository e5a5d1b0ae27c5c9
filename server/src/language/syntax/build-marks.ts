import type { CST } from 'yaml';
import { code } from '../text/code';
import type { Span } from '../text/span';
import type { Site } from './build-site';
import type { PlacedToken } from './walk-tokens';

/** Reports anchors, aliases and tags, and gives the comments. */
export function readMarks(site: Site, tokens: readonly PlacedToken[]): readonly Span[] {
  const comments: Span[] = [];
  for (const { token } of tokens) {
    if (!('source' in token)) continue;
    const span = { start: token.offset, end: token.offset + token.source.length };
    const written = (): string => code(site.text.slice(span.start, span.end));
    if (token.type === 'comment') comments.push(span);
    else if (token.type === 'anchor') site.report('anchor-or-alias', span, `${written()} is an anchor`);
    else if (token.type === 'alias') site.report('anchor-or-alias', span, `${written()} is an alias`);
    else if (token.type === 'tag') site.report('yaml-tag', span, `${written()} is a tag`);
  }
  return comments;
}

export function reportTab(site: Site): void {
  const tab = /^ *(\t[ \t]*)/m.exec(site.text);
  const start = tab === null ? 0 : tab.index + tab[0].indexOf('\t');
  site.report('tab-indentation', { start, end: start + (tab?.[1]?.length ?? 0) }, 'a tab stands in the indentation');
}

export function reportSecond(site: Site, second: CST.Document): void {
  const mark = second.start.find((token) => token.type === 'doc-start');
  const start = mark?.offset ?? second.offset;
  site.report('several-documents', { start, end: start + (mark?.source.length ?? 0) }, 'a second document starts here');
}
