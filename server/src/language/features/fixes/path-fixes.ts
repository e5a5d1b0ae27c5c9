import type { ReportedFix, ReportedProblem } from '../../reported';
import { quoteText } from '../../syntax';
import { nearest } from '../../text/nearest';
import { codebookFiles, fileModel, type Snapshot } from '../../workspace';
import { decoded, relativePath } from '../completion/paths';

/** More than these are no help. */
const mostOffered = 3;

/** The codebooks that a path may have meant which leads nowhere: of the same name elsewhere, or of one that is near. */
export function pathFixes(snapshot: Snapshot, file: string, { code, span }: ReportedProblem): readonly ReportedFix[] {
  if (code !== 'import-missing' && code !== 'import-outside') return [];
  const model = fileModel(snapshot, file);
  const written = model?.header.imports.map(({ path }) => path.text) ?? [];
  const found = imports(snapshot, file).filter(({ path }) => !written.includes(path));
  const own = writtenAt(snapshot, file, span.start);
  if (own === undefined) return [];
  const name = lastStep(own);
  const same = found.filter((one) => one.name === name);
  const near = nearest(name, new Set(found.map((one) => one.name)));
  const offered = same.length > 0 ? same : near.flatMap((one) => found.filter((other) => other.name === one));
  return offered.slice(0, mostOffered).map(({ path }) => ({
    title: `Change to \`${path}\``,
    safe: false,
    edits: [{ file, edits: [{ span, newText: path }] }],
  }));
}

/** Codebooks without data can be imported, each by a path that needs no quotes. */
function imports(snapshot: Snapshot, file: string): readonly { readonly path: string; readonly name: string }[] {
  return codebookFiles(snapshot).flatMap((other) => {
    if (other === file || fileModel(snapshot, other)?.header.data !== undefined) return [];
    const path = relativePath(file, other);
    if (path === undefined || quoteText(path, { flow: true }) !== path) return [];
    return [{ path, name: lastStep(path) }];
  });
}

/** The path that an import states at a place. */
function writtenAt(snapshot: Snapshot, file: string, offset: number): string | undefined {
  const entries = snapshot.files.get(file)?.entries ?? [];
  return fileModel(snapshot, file)?.header.imports.find(({ path: { place } }) => {
    const start = entries.find(({ entry }) => entry === place.entry)?.start;
    return start !== undefined && start + place.span.start === offset;
  })?.path.text;
}

/** The name of a file, without what all codebooks end in. */
function lastStep(path: string): string {
  return decoded(path.slice(path.lastIndexOf('/') + 1)).replace(/(?:\.codebook)?\.ya?ml$/i, '');
}
