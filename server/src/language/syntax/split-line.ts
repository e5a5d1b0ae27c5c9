import { type EntrySection, holdsEntries } from './sections';

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

/** `questions:` alone on its line, also quoted or with a comment. */
export function bareSection(content: string): EntrySection | undefined {
  const bare = /^(?:"(\w+)"|'(\w+)'|(\w+))[ \t]*:(?:[ \t]+(?:#.*)?)?$/.exec(content);
  const name = bare?.[1] ?? bare?.[2] ?? bare?.[3] ?? '';
  return holdsEntries(name) ? name : undefined;
}

export function keyOf(content: string): string {
  const key = /^(?:"([^"]*)"|'([^']*)'|([^:#]*?))[ \t]*(?::(?:\s|$)|$)/.exec(content);
  return key?.[1] ?? key?.[2] ?? key?.[3] ?? '';
}

/** Flow style at the top, a directive, a block text, a list: a file that starts like that is no map in block style. */
export function startsOtherwise(content: string): boolean {
  return /^(?:[[{%|>]|-(?:\s|$))/.test(content);
}

/** The start or end of a document, where it stands in the first column. */
export function marksDocument(content: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(content);
}

export function isExplicitKey(content: string): boolean {
  return /^\?(?:\s|$)/.test(content);
}
