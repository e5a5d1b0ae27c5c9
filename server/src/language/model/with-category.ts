import type { Chunk } from '../syntax/entry';
import { remembered } from '../text/remember';
import type { Codebook } from './codebook';
import type { GroupDeclaration } from './declarations';
import { models } from './inputs';
import { query } from './query';
import { readDeclarations } from './read';

/** The first questions one of whose categories or groups has an id, in the order of the files: enough for a message. */
export const questionsWithCategory = query((codebook: Codebook, id: string): readonly string[] => {
  // Whatever changes in the files may bring one or take one away.
  models(codebook, '');
  const chunks = codebook.inputs.files.flatMap(({ syntax }) => syntax.chunks);
  const scales = new Set(chunks.flatMap((chunk) => answersIn(chunk).scales.get(id) ?? []));
  const questions: string[] = [];
  for (const chunk of chunks) {
    const { inline, onScale } = answersIn(chunk);
    questions.push(...(inline.get(id) ?? []));
    for (const scale of scales) questions.push(...(onScale.get(scale) ?? []));
    if (questions.length >= enough) break;
  }
  return questions;
});

const enough = 3;

/** What a chunk of a file says of answers, so that an edit leaves what the other chunks say known. */
interface Answers {
  /** Named scales by the ids of their categories and groups. */
  readonly scales: ReadonlyMap<string, readonly string[]>;
  /** Questions with a scale of their own by the same. */
  readonly inline: ReadonlyMap<string, readonly string[]>;
  /** Questions by the named scale they are answered on. */
  readonly onScale: ReadonlyMap<string, readonly string[]>;
}

const answersIn: (chunk: Chunk) => Answers = remembered(({ entries }) => {
  const [scales, inline, onScale] = [new Map<string, string[]>(), new Map<string, string[]>(), new Map<string, string[]>()];
  for (const declaration of entries.flatMap((entry) => readDeclarations(entry).declarations)) {
    if (declaration.kind === 'scale' && declaration.id !== undefined) noteAnswers(scales, declaration, declaration.id.text);
    if (declaration.kind !== 'question' || declaration.type !== 'single' || declaration.scale === undefined) continue;
    if ('kind' in declaration.scale) noteAnswers(inline, declaration.scale, declaration.id.text);
    else note(onScale, declaration.scale.text, declaration.id.text);
  }
  return { scales, inline, onScale };
});

interface Answered {
  readonly categories: readonly Pick<GroupDeclaration, 'id'>[];
  readonly groups: readonly GroupDeclaration[];
}

function noteAnswers(into: Map<string, string[]>, { categories, groups }: Answered, of: string): void {
  for (const { id } of [...categories, ...groups]) note(into, id.text, of);
}

function note(into: Map<string, string[]>, key: string, name: string): void {
  const same = into.get(key);
  if (same === undefined) into.set(key, [name]);
  else same.push(name);
}
