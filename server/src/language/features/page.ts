import { hasSoundDefinition } from '../checks/expressions/sound';
import type { ExplainLanguage } from '../expression';
import type { Codebook } from '../model/codebook';
import { type SubjectName, sharesOf } from '../shares';
import type { ShareTable } from '../shares/types';
import { codebookOf, type Snapshot } from '../workspace';
import { type Words, wordsFor } from './words';

/** What previews and hovers of one codebook are written with. */
export interface Page {
  readonly snapshot: Snapshot;
  readonly codebook: Codebook;
  /** Of labels. */
  readonly language: string;
  readonly words: Words;
  /** Of charts, in CSS pixels. */
  readonly width: number;
}

/** A page without charts, in the reader's language where the codebook has it; `undefined` for a file that is not there. */
export function pageOf(snapshot: Snapshot, file: string, language: ExplainLanguage): Page | undefined {
  const codebook = codebookOf(snapshot, file);
  return codebook && { snapshot, codebook, language, words: wordsFor(language), width: 0 };
}

/** The numbers of a subject; `[]` without data, or where its definition has errors. Computed when they are first asked for, and kept. */
export function shareTables({ snapshot, codebook }: Page, subject: SubjectName): readonly ShareTable[] {
  const state = snapshot.data.get(codebook.file);
  return state?.kind === 'ready' && hasSoundDefinition(codebook, subject)
    ? sharesOf(codebook, state.table).tables(subject)
    : [];
}
