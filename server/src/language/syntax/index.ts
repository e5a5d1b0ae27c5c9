/** The room's door: YAML text as a tolerant tree of entries. */
export * from './access';
export { type ChangedEntries, changedEntries } from './changed';
export { entryAt, headEntries, isAtHome, startIn } from './chunks';
export { cursorAt } from './cursor';
export type { Cursor, CursorSpot } from './cursor-spot';
export { editFile, readFile, readWhole } from './edit-file';
export { insertPair, lineEndOf, removePair, replaceScalar } from './edits';
export type * from './entry';
export {
  type DuplicateSection,
  duplicateSections,
  headPairs,
  isStray,
  type MemberPair,
  memberPairs,
  mergedRoot,
  syntaxProblems,
} from './file';
export { insertItem, removeItem } from './list-edits';
export { lengthOf, lineCount, offsetAt, positionAt, textBetween } from './positions';
export { quoteText } from './quote';
export { sourceSpan, textOffset } from './scalar';
export { type EntryEdit, insertHeader, insertMember, lineEndOfFile, type NewMember, removeMember } from './section-edits';
export { type EntrySection, entrySections, holdsEntries } from './sections';
export { suppressionsOf, switchedOffIn } from './suppressions';
export type * from './tree';
