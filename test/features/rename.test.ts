import { applyEdits, type FileEdit, renamingAt } from '../../server/src/language';
import { folder } from '../harness/codebooks';
import { runFixtures, type Shown } from './fixtures';

describe('rename', () => {
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
