import type { Name } from '../model/declarations';
import { resolvePath } from '../model/imports';
import type { FileEdit } from '../problem';
import { cursorAt, replaceScalar } from '../syntax';
import type { TextEdit } from '../text/span';
import { codebookFiles, fileModel, type Snapshot, startIn } from '../workspace';
import { relativePath } from './completion/paths';

/** A file or folder that gets another name or place; both are names as in the snapshot, a folder's without a `/` at its end. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep every path true when files or folders move: imports of what moves, and what a file that moves imports
 * or reads itself. They are of the files as they are before the move, under their old names.
 */
export function editsForMoves(snapshot: Snapshot, moves: readonly FileMove[]): readonly FileEdit[] {
  return codebookFiles(snapshot).flatMap((file) => {
    const edits = pathsIn(snapshot, file).flatMap((path) => pathEdit(snapshot, file, path, moves) ?? []);
    return edits.length === 0 ? [] : [{ file, edits }];
  });
}

function pathsIn(snapshot: Snapshot, file: string): readonly Name[] {
  const { imports = [], data } = fileModel(snapshot, file)?.header ?? {};
  return [...imports.map(({ path }) => path), ...(data?.file === undefined ? [] : [data.file])];
}

/** `undefined` where the path leads to the same file as before, or can lead there no more. */
function pathEdit(snapshot: Snapshot, file: string, path: Name, moves: readonly FileMove[]): TextEdit | undefined {
  const target = resolvePath(file, path.text);
  if (target === undefined) return undefined;
  const [home, goal] = [movedName(file, moves), movedName(target, moves)];
  if (resolvePath(home, path.text) === goal) return undefined;
  const relative = relativePath(home, goal);
  const syntax = snapshot.files.get(file);
  const start = syntax === undefined ? undefined : startIn(syntax, path.place.entry);
  if (relative === undefined || syntax === undefined || start === undefined) return undefined;
  const { scalar } = cursorAt(syntax, start + path.place.span.start);
  if (scalar === undefined) return undefined;
  const { span, newText } = replaceScalar(path.place.entry.text, scalar, inStyleOf(path.text, relative));
  return { span: { start: start + span.start, end: start + span.end }, newText };
}

/** The innermost move counts, where a folder moves and a file in it as well. */
function movedName(file: string, moves: readonly FileMove[]): string {
  const [move] = moves
    .filter(({ from }) => file === from || file.startsWith(`${from}/`))
    .sort((one, other) => other.from.length - one.from.length);
  return move === undefined ? file : move.to + file.slice(move.from.length);
}

/** `workplaces.csv` beside the codebook is written without `./` by those who wrote it so before. */
function inStyleOf(before: string, relative: string): string {
  return /^\.\.?\//.test(before) ? relative : relative.replace(/^\.\//, '');
}
