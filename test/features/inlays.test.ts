import assert from 'node:assert/strict';
import { inlaysIn } from '../../server/src/language';
import { runFixtures, shownOf } from './fixtures';

/** The file with its inlay hints between ⟨ and ⟩, then what is said of each that says more than it shows. */
describe('inlay hints', () => {
  runFixtures('inlays', ({ snapshot, file, text }, header) => {
    const inlays = inlaysIn(snapshot, file, { start: 0, end: text.length }, header('language') === 'sv' ? 'sv' : 'en');
    const shown = inlays.reduceRight(
      (rest, { offset, text: said }) => `${rest.slice(0, offset)}⟨${said}⟩${rest.slice(offset)}`,
      text,
    );
    const tips = inlays.map(({ text: said, tooltip, target }) => {
      const place = target && snapshot.files.get(target.file)?.text.slice(target.span.start, target.span.end);
      return `${said} → ${tooltip.replaceAll('\n\n', ' ')}${place === undefined ? '' : ` → ${place}`}\n`;
    });
    return `${shown}\n${tips.join('')}`;
  });

  it('of a range are those of the file that stand in it', () => {
    const { snapshot, file, text } = shownOf(`codebook: example
defaults: {base: answered, by: [a]}
scales:
  one: {categories: {x: {code: 1, label: First}, y: {code: 2, label: Second}}}
questions:
  a: {label: A, scale: one}
  b: {label: B, scale: one, ask_if: a = x}
  c: {label: C, scale: one, ask_if: a = y or b = x}
indicators:
  d: {measure: share, of: c = y}
  e: {measure: mean, of: a = y}
`);
    const all = inlaysIn(snapshot, file, { start: 0, end: text.length }, 'en');
    assert.equal(all.length, 8);
    for (let start = 0; start <= text.length; start += 7) {
      for (let end = start; end <= text.length; end += 11) {
        const expected = all.filter(({ offset }) => start <= offset && offset <= end);
        assert.deepEqual(inlaysIn(snapshot, file, { start, end }, 'en'), expected, `${start}–${end}`);
      }
    }
  });
});
