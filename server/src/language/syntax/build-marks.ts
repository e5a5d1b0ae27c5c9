import type { CST } from 'yaml';
import type { Span } from '../text/span';
import { type Site, shown } from './build-site';
import { eachToken } from './walk-tokens';

/** Reports anchors, aliases and tags, and gives the comments. */
export function readMarks(site: Site, tokens: readonly CST.Token[]): readonly Span[] {
  const comments: Span[] = [];
  eachToken(tokens, (token) => {
    const span = 'source' in token ? { start: token.offset, end: token.offset + token.source.length } : undefined;
    if (span === undefined) return;
    const source = shown(site.text.slice(span.start, span.end));
    if (token.type === 'comment') comments.push(span);
    else if (token.type === 'anchor') site.report('anchor-or-alias', span, `${source} is an anchor`);
    else if (token.type === 'alias') site.report('anchor-or-alias', span, `${source} is an alias`);
    else if (token.type === 'tag') site.report('yaml-tag', span, `${source} is a tag`);
  });
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
