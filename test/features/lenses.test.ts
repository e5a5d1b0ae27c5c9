import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableText } from '../../server/src/cli/shares-text';
import { codebookOf, hoverAt, lensesOf, lensTitle, type SubjectName, sharesOf } from '../../server/src/language';
import { runFixtures, shownOf } from './fixtures';

/** The file with its code lenses above the lines they stand over, then where the uses of each name are. */
describe('code lenses', () => {
  runFixtures('lenses', ({ snapshot, file, text }, header) => {
    const language = header('language') === 'sv' ? 'sv' : 'en';
    const lenses = lensesOf(snapshot, file).map((lens) => ({ ...lens, title: lensTitle(snapshot, file, lens, language) }));
    let at = 0;
    return text
      .split('\n')
      .flatMap((line) => {
        const [from, to] = [at, at + line.length];
        at = to + 1;
        const over = lenses.filter(({ span }) => from <= span.start && span.end <= to);
        const said = over.map(({ title }) => title?.text ?? 'nothing').join(' | ');
        return over.length === 0 ? [line] : [`${line.replace(/\S.*/, '')}⟨${said}⟩`, line];
      })
      .join('\n');
  });

  it('say the numbers that the hover shows and the command line prints', () => {
    const fixture = readFileSync(join(import.meta.dirname, 'lenses/with-data.yaml'), 'utf8');
    const { snapshot, file } = shownOf(fixture.slice(0, fixture.indexOf('#=>')));
    const codebook = codebookOf(snapshot, file);
    const data = snapshot.data.get(file);
    assert.ok(codebook !== undefined && data?.kind === 'ready');
    const shares = sharesOf(codebook, data.table);
    const seen = lensesOf(snapshot, file)
      .filter(({ kind }) => kind === 'numbers')
      .flatMap(({ subject, span }) => {
        const title = lensTitle(snapshot, file, { kind: 'numbers', subject }, 'en')?.text ?? '';
        const numbers = title.match(/(?<![\d.])\d[\d.]*%?(?! quantile)/g) ?? [];
        const hover = hoverAt(snapshot, file, span.start, 'en')?.markdown.replaceAll('\\', '') ?? '';
        const printed = shares.tables(subject as SubjectName).map((table) => tableText(codebook, table, 'en'));
        for (const number of numbers.filter((one) => one !== '4')) {
          assert.ok(hover.includes(number), `${subject.id}: ${number} in the hover\n${hover}`);
          if (number.endsWith('%'))
            assert.ok(printed.join().includes(number), `${subject.id}: ${number} on the command line\n${printed.join()}`);
        }
        return numbers;
      });
    assert.ok(seen.length > 20);
  });
});
