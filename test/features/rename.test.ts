import assert from 'node:assert/strict';
import { applyEdits, type FileEdit, renamingAt } from '../../server/src/language';
import { folder } from '../harness/codebooks';
import { runFixtures, type Shown, shownOf } from './fixtures';

describe('rename', () => {
  it('line ends stay as they are', () => {
    const written = (item: string, body: string) =>
      `codebook: main\r\ndata: {file: main.csv}\r\nquestions:\r\n  work:\r\n    scale: {categories: {often: {code: 1}}}\r\n    items:\r\n      ${item}:\r\n${body}`;
    const shown = shownOf(written('id$0eas', '        sv: Idéer 💡\r\n        en: Ideas\r\n'));
    const result = renamingAt(shown.snapshot, shown.file, shown.offset, 'thoughts', 'en');
    assert.ok(result?.kind === 'renamed' && result.keeps !== undefined);
    const edits = [...result.edits, result.keeps.edit].flatMap((edit) => edit.edits);
    assert.equal(
      applyEdits(shown.text, edits),
      written('thoughts', '        label:\r\n          sv: Idéer 💡\r\n          en: Ideas\r\n        column: work_ideas\r\n'),
    );
  });

  runFixtures('rename', (shown, header) => {
    const { snapshot, file, offset } = shown;
    const language = header('language') === 'sv' ? 'sv' : 'en';
    const result = renamingAt(snapshot, file, offset, header('rename') ?? '', language);
    if (result === undefined) return 'nothing to rename\n';
    if (result.kind === 'refused') return `${result.reason}\n`;
    const { edits, keeps } = result;
    if (keeps === undefined) return textsAfter(shown, edits);
    const asked = `keeps the ${keeps.isPrefix ? 'columns' : 'column'} ${keeps.column}, else ${keeps.otherwise}\n`;
    return asked + textsAfter(shown, [...edits, keeps.edit]);
  });
});

/** The files that change, as they are afterwards. */
function textsAfter({ files }: Shown, edits: readonly FileEdit[]): string {
  return files
    .map(({ name, text }) => {
      const own = edits.filter(({ file }) => file === folder + name).flatMap((one) => one.edits);
      return own.length === 0 ? '' : `#- ${name}\n${applyEdits(text, own)}`;
    })
    .join('');
}
