import type { ExplainLanguage } from '../../expression';
import type { ReportedFix, ReportedProblem } from '../../reported';
import { cursorAt, lineEndOfFile, walk } from '../../syntax';
import type { Entry } from '../../syntax/entry';
import { lineStartBefore } from '../../text/lines';
import type { Snapshot } from '../../workspace';

/** A fix that somebody writes on from, and where: so many characters behind an offset, on its line, once the edits are made. */
export interface UnfinishedFix {
  readonly fix: ReportedFix;
  readonly caret: { readonly offset: number; readonly behind: number };
}

/**
 * A comment above the line of a warning or hint that switches it off, ready for the reason. An error is never an opinion, and a
 * comment without a problem, or without a reason, is no place for another one.
 */
export function switchOff(
  snapshot: Snapshot,
  file: string,
  { code, severity, span }: ReportedProblem,
  language: ExplainLanguage,
): readonly UnfinishedFix[] {
  const syntax = snapshot.files.get(file);
  if (syntax === undefined || severity === 'error') return [];
  const { entry, start } = cursorAt(syntax, span.start).placed;
  const at = lineStartBefore(entry.text, span.start - start);
  if (entry.comments.some((one) => one.start <= span.start - start && span.start - start < one.end) || isInText(entry, at)) {
    return [];
  }
  const [mark = '', indent = ''] = /^\uFEFF?([ \t]*)/.exec(entry.text.slice(at)) ?? [];
  const from = start + at + mark.length - indent.length;
  const comment = `${indent}# codebook-ignore ${code}: `;
  const edit = { span: { start: from, end: from }, newText: `${comment}${lineEndOfFile(syntax)}` };
  const title = language === 'sv' ? `Stäng av \`${code}\` här med ett skäl` : `Switch off \`${code}\` here with a reason`;
  const fix = { title, safe: false, edits: [{ file, edits: [edit] }] };
  return [{ fix, caret: { offset: from, behind: comment.length } }];
}

/** Whether a line starts inside a text of several lines, where a comment would be part of the text. */
function isInText({ root }: Entry, lineStart: number): boolean {
  for (const { node } of walk(root)) {
    if (node.kind === 'scalar' && node.span.start < lineStart && lineStart <= node.span.end) return true;
  }
  return false;
}
