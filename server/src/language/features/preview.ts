import { codebookOf, type Snapshot } from '../workspace';
import type { CodebookPreview } from './preview-types';

export interface PreviewOptions {
  readonly language: string;
  readonly width: number;
}
export function previewOf(snapshot: Snapshot, file: string, { language }: PreviewOptions): CodebookPreview | undefined {
  const codebook = codebookOf(snapshot, file);
  if (codebook === undefined) return undefined;
  return { file, title: '', languages: codebook.languages, language, state: { kind: 'no_data', text: '' }, stages: [] };
}
