import { headerKeys, holdsEntries, meantKey } from './sections';

/**
 * What the line of a key, or one that may be one, says to the splitter. `content` is a line without its indentation and
 * without what is blank at its end.
 */

/** A list at its key's own column and a closing bracket belong to the entry above. */
export function continues(content: string): boolean {
  return /^(?:-(?:\s|$)|[}\]])/.test(content);
}

export function startsKey(content: string): boolean {
  return !/^(?:-(?:\s|$)|[[{|>])/.test(content);
}

/** A key with its colon. */
export function isKey(content: string): boolean {
  return /^(?:"[^"]*"|'[^']*'|[^\s:#"'[\]{}?,&*!|>%@`-][^:#]*?)[ \t]*:(?:\s|$)/.test(content);
}

/** A key with nothing or a bracket behind its colon, as that of nearly every entry. */
export function isEntry(content: string): boolean {
  return isKey(content) && /:(?:[ \t]+(?:#.*|\{.*))?$/.test(content);
}

/**
 * What a line in the first column means for the lines below it. `opens`: they are entries of a section, and `sure` where
 * nothing else can be meant. `closes`: they belong to its key. `doubtful`: the same, if they are no keys, which could not
 * stand below it. `stray`: it is none of the language's keys, so that it closes nothing; `name` is what it is called.
 */
export type TopLine =
  | { readonly kind: 'opens'; readonly section: string; readonly sure: boolean; readonly exact: boolean }
  | { readonly kind: 'closes' | 'doubtful' }
  | { readonly kind: 'stray'; readonly name: string | undefined };

export function topLine(content: string): TopLine {
  if (isExplicitKey(content)) return { kind: 'doubtful' };
  const { key, colon, value } = partsOf(content);
  const isBare = colon && value === '';
  if (holdsEntries(key)) {
    if (colon && /^[{&*!]/.test(value)) return { kind: 'closes' };
    return { kind: 'opens', section: key, sure: isBare, exact: true };
  }
  if (headerKeys.includes(key) && colon) return { kind: !isBare && endsOnLine(value) ? 'doubtful' : 'closes' };
  const meant = isBare || !colon ? meantKey(key) : undefined;
  if (meant !== undefined && holdsEntries(meant)) return { kind: 'opens', section: meant, sure: false, exact: false };
  if (meant !== undefined && isBare) return { kind: 'closes' };
  return { kind: 'stray', name: isBare ? key : undefined };
}

interface Parts {
  readonly key: string;
  readonly colon: boolean;
  /** What stands behind the colon; `''` for a comment. */
  readonly value: string;
}

function partsOf(content: string): Parts {
  const found = /^(?:"([^"]*)"|'([^']*)'|([^:#]*?))[ \t]*(?:(:)(?:\s+(?:#.*|(.*)))?)?$/.exec(content);
  const key = found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
  return { key, colon: found?.[4] !== undefined, value: found?.[5] ?? '' };
}

export function keyOf(content: string): string {
  const key = /^(?:"([^"]*)"|'([^']*)'|([^:#]*?))[ \t]*(?::(?:\s|$)|$)/.exec(content);
  return key?.[1] ?? key?.[2] ?? key?.[3] ?? '';
}

/** Whether keys below a value can't be a part of it. */
function endsOnLine(value: string): boolean {
  const said = value.replace(/\s+#.*$/, '');
  if (said.length > 1 && /^(?:\{.*\}|\[.*\]|".*"|'.*')$/.test(said)) return true;
  return !/^[[{"'|>&*!]/.test(said);
}

/** Flow style at the top, a block text, a list, a document that starts on the line of its mark: no map in block style. */
export function startsOtherwise(content: string): boolean {
  return /^(?:[[{|>]|-(?:\s|$)|---\s+[^\s#])/.test(content);
}

/** Whether the first entry of a file begins with such a line. */
export function beginsOtherwise(text: string): boolean {
  const [content = ''] = text.replace(above, '').split(/[\r\n]/, 1);
  return startsOtherwise(content.trimEnd());
}

/** What may stand above the first key: blank lines, comments, the start of the document and instructions to YAML. */
const above = /^\uFEFF?(?:(?:[ \t]*(?:#[^\r\n]*)?|%[^\r\n]*|---[ \t]*(?:#[^\r\n]*)?)(?:\r\n?|\n))*/;

/** The start or end of a document, where it stands in the first column. */
export function marksDocument(content: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(content);
}

/** What may stand above the first key: the start of the document, and instructions to YAML. */
export function leadsDocument(content: string): boolean {
  return /^(?:---(?:\s+#.*)?$|%)/.test(content);
}

export function isExplicitKey(content: string): boolean {
  return /^\?(?:\s|$)/.test(content);
}

/** The value of a `?` above it. */
export function isExplicitValue(content: string): boolean {
  return /^:(?:\s|$)/.test(content);
}

/**
 * The line of a section with entries below it, anywhere in a text: below brackets or a block text that are open at the top it
 * can't stand, so those are no more than a slip.
 */
export function holdsSection(text: string): boolean {
  return sectionAbove.test(text);
}

const sectionAbove =
  /^(?:frames|stages|scales|questions|derived|indicators|figures|tests):[ \t]*(?:#.*)?(?:\r\n?|\n)(?:[ \t]*(?:#.*)?(?:\r\n?|\n))*[ \t]+[\w.-]+:(?:\s|$)/m;
