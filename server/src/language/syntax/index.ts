/** The room's door: YAML text as a tolerant tree of entries. */
export * from './access';
export { type ChangedEntries, changedEntries } from './changed';
export { cursorAt } from './cursor';
export type { Cursor, CursorSpot } from './cursor-spot';
export { editFile } from './edit-file';
export { insertPair, lineEndOf, removePair, replaceScalar } from './edits';
export type * from './entry';
export {
  type DuplicateSection,
  duplicateSections,
  headPairs,
  type MemberPair,
  memberPairs,
  mergedRoot,
  readFile,
  readWhole,
  syntaxProblems,
} from './file';
export { insertItem, removeItem } from './list-edits';
export { quoteText } from './quote';
export { sourceSpan, textOffset } from './scalar';
export { type EntryEdit, insertMember, lineEndOfFile, type NewMember, removeMember } from './section-edits';
export { type EntrySection, entrySections, holdsEntries } from './split';
export { suppressionsOf } from './suppressions';
export type * from './tree';
