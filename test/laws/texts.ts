import fc from 'fast-check';
import { generateCodebook } from '../bench/generate';
import { texts } from '../syntax/texts';

/** Lines as they stand in codebooks, sound and damaged, and such as make a file one that can't be split. */
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'questions:',
      'scales: # shared',
      '"tests":',
      'codebook: a',
      'quesxtions:',
      'derived',
      'tests: a',
      'stray:',
      'policy:',
      '  q1:',
      '  q2: {label: a, scale: b}',
      '   q3:',
      '  "q4":',
      '    label: Vad är 😀?',
      '    text: "open',
      '    text: |+',
      '    text: >',
      '      deeper',
      '    - item',
      '# a comment',
      '  # another',
      '    # codebook-ignore small-base: known',
      '',
      '   ',
      '}',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---',
      '...',
      '? a',
      '    ? b',
      '- a',
      '[a',
      '\tq5:',
      '  \u00A0',
      '\uFEFFa: 1',
      '%YAML',
      'half typed',
      '+',
    ),
  },
);

const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r', '\u2028');

/** Lines as they come, with all kinds of line ends. */
export const lines: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(fc.tuple(line, lineEnd), { maxLength: 30 }),
    fc.constantFrom('', '  q9: a'),
  )
  .map(([mark, some, last]) => mark + some.map((one) => one.join('')).join('') + last);

/** A codebook with some hundred entries. */
export const large = generateCodebook({ questions: 300 });

export const codebooks: fc.Arbitrary<string> = fc.constantFrom(
  ...texts,
  ...texts.map((text) => text.replaceAll('\n', '\r\n')),
  ...texts.map((text) => `\uFEFF${text.replaceAll('\n', '\r')}`),
  large,
);

export const anyText: fc.Arbitrary<string> = fc.oneof(lines, codebooks);
