import type { FileModel } from './codebook';
import type { ImportDeclaration } from './declarations';
import type { ResolvedImport } from './input-files';

/** The model of a file, where it is known. */
export type Models = (file: string) => FileModel | undefined;

/** Where an import leads, from its text and the files there are. */
export function resolveImport(
  file: string,
  declaration: ImportDeclaration,
  models: Models,
  roots: readonly string[],
): ResolvedImport {
  const target = resolvePath(file, declaration.path.text);
  if (target === undefined) return { kind: 'outside', declaration, file: declaration.path.text };
  if (!isInside(target, roots)) return { kind: 'outside', declaration, file: target };
  if (models(target) === undefined) return { kind: 'missing', declaration, file: target };
  const way = wayBack(target, file, models, roots);
  return way === undefined
    ? { kind: 'found', declaration, file: target }
    : { kind: 'cyclic', declaration, file: target, cycle: way };
}

/** All imports of a file that lead to a known file, in order. */
function importedFiles(file: string, models: Models, roots: readonly string[]): readonly string[] {
  return (models(file)?.header.imports ?? []).flatMap(({ path }) => {
    const target = resolvePath(file, path.text);
    return target !== undefined && isInside(target, roots) && models(target) !== undefined ? [target] : [];
  });
}

/** Files a codebook is made of: imported first, each once, the file itself last. */
export function filesOf(file: string, models: Models, roots: readonly string[]): readonly string[] {
  const visited = new Set<string>();
  const ordered: string[] = [];
  const visit = (at: string) => {
    if (visited.has(at)) return;
    visited.add(at);
    for (const target of importedFiles(at, models, roots)) visit(target);
    ordered.push(at);
  };
  visit(file);
  return ordered;
}

/** The shortest cycle through both files, the importing file first; `undefined` where the import does not lead back. */
function wayBack(from: string, to: string, models: Models, roots: readonly string[]): readonly string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const at of cameFrom.keys()) {
    if (at === to) return trace(at, cameFrom);
    for (const next of importedFiles(at, models, roots)) if (!cameFrom.has(next)) cameFrom.set(next, at);
  }
  return undefined;
}

/** The way as it was found, turned round to begin with the file that closes the cycle. */
function trace(end: string, cameFrom: ReadonlyMap<string, string | undefined>): readonly string[] {
  const way: string[] = [];
  for (let at = cameFrom.get(end); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return [end, ...way];
}

/**
 * A relative path from a file, both with `/`. In a URI the new parts are percent-encoded as editors do. `undefined` for an
 * absolute path, an address, and a path that leaves the file system upwards.
 */
export function resolvePath(from: string, relative: string): string | undefined {
  if (relative === '' || relative.startsWith('/') || /^[a-z][a-z0-9+.-]*:/i.test(relative)) return undefined;
  const [, origin = '', path = from] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/i.exec(from) ?? [];
  const segments = path.split('/').slice(0, -1);
  for (const segment of relative.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(origin === '' ? segment : encodeSegment(segment));
    else if (segments.length > 1) segments.pop();
    else return undefined;
  }
  return origin + segments.join('/');
}

function encodeSegment(segment: string): string {
  try {
    return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => '%' + char.charCodeAt(0).toString(16).toUpperCase());
  } catch {
    // A lone surrogate has no encoding; such a file does not exist, which is then what is reported.
    return segment;
  }
}

export function isInside(file: string, roots: readonly string[]): boolean {
  return roots.length === 0 || roots.some((root) => file.startsWith(root.endsWith('/') ? root : root + '/'));
}
