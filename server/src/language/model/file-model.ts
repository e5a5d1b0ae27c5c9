import type { Entry, FileSyntax } from '../syntax/entry';
import { remembered, rememberedByText } from '../text/remember';
import type { FileModel } from './codebook';
import type { AnyDeclaration, HeaderDeclaration } from './declarations';
import { emptyHeader, headerOf, readDeclarations } from './read';

/** All that a file declares, in its order, nothing dropped. The same file and syntax give the same object. */
export function modelOf(file: string, syntax: FileSyntax): FileModel {
  return modelsOf(syntax)(file);
}

const modelsOf = remembered((syntax: FileSyntax) =>
  rememberedByText((file) =>
    readModel(
      file,
      () => headerOf(syntax),
      () => syntax.entries.map(({ entry }) => entry),
    ),
  ),
);

/** What one entry declares, as if it were a file of its own. */
export const modelOfEntry: (entry: Entry) => FileModel = remembered((entry) => {
  const { header, declarations } = readDeclarations(entry);
  const model = { ...emptyParts, file: '', header: entry.role === 'member' ? emptyHeader : { ...emptyHeader, ...header } };
  const [first] = declarations;
  // A member of a section declares one thing.
  if (first !== undefined && declarations.length === 1) return { ...model, [listOf[first.kind]]: declarations };
  return declarations.length === 0
    ? model
    : readModel(
        '',
        () => model.header,
        () => [entry],
      );
});

const emptyParts: Omit<FileModel, 'file' | 'header'> = {
  stages: [],
  frames: [],
  scales: [],
  questions: [],
  derived: [],
  indicators: [],
  figures: [],
  tests: [],
};

/** The list of a model that holds the declarations of a kind: called as their section in a file. */
export const listOf = {
  stage: 'stages',
  frame: 'frames',
  scale: 'scales',
  question: 'questions',
  derived: 'derived',
  indicator: 'indicators',
  figure: 'figures',
  test: 'tests',
} as const;

/** Nothing is gathered before it is asked for: an edit makes a new model of its file. */
function readModel(file: string, readHeader: () => HeaderDeclaration, entries: () => readonly Entry[]): FileModel {
  const all = once(() => entries().flatMap((entry) => readDeclarations(entry).declarations));
  const ofKind = <K extends AnyDeclaration['kind']>(kind: K) =>
    once(() => all().filter((declaration): declaration is Extract<AnyDeclaration, { kind: K }> => declaration.kind === kind));
  const kinds = {
    stages: ofKind('stage'),
    frames: ofKind('frame'),
    scales: ofKind('scale'),
    questions: ofKind('question'),
    derived: ofKind('derived'),
    indicators: ofKind('indicator'),
    figures: ofKind('figure'),
    tests: ofKind('test'),
  };
  const header = once(readHeader);
  return {
    file,
    get header() {
      return header();
    },
    get stages() {
      return kinds.stages();
    },
    get frames() {
      return kinds.frames();
    },
    get scales() {
      return kinds.scales();
    },
    get questions() {
      return kinds.questions();
    },
    get derived() {
      return kinds.derived();
    },
    get indicators() {
      return kinds.indicators();
    },
    get figures() {
      return kinds.figures();
    },
    get tests() {
      return kinds.tests();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => {
    kept ??= { value: compute() };
    return kept.value;
  };
}

export function emptyModel(file: string): FileModel {
  return readModel(
    file,
    () => emptyHeader,
    () => [],
  );
}
