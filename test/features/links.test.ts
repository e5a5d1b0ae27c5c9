import assert from 'node:assert/strict';
import { linksIn } from '../../server/src/language';
import { shownOf } from './fixtures';

const fixture = `codebook: main
languages: [en]
import: [./common.codebook.yaml, "../other/more.codebook.yaml", https://example.org/no.codebook.yaml]
data: {file: data/answers.csv}
survey: {producer: Us, questionnaire: https://example.org/form.pdf}
defaults: {source: {title: "https://example.org/report#page=3"}}
questions:
  money: {label: Money (https://example.org/label), type: number}
figures:
  printed: {of: money, source: {title: https://example.org/table, page: 4}, mean: 4}
`;

describe('links', () => {
  for (const [language, tooltips] of [
    ['en', ['Open the imported codebook', 'Open the data file', 'Open the source']],
    ['sv', ['Öppna den importerade kodboken', 'Öppna datafilen', 'Öppna källan']],
  ] as const) {
    it(`lead from the paths and sources of a codebook, and say so (${language})`, () => {
      const { snapshot, file, text } = shownOf(fixture);
      const [codebook, data, source] = tooltips;
      assert.deepEqual(
        linksIn(snapshot, file, language).map(({ span, target, tooltip }) => [
          text.slice(span.start, span.end),
          target,
          tooltip,
        ]),
        [
          ['./common.codebook.yaml', '/fixture/common.codebook.yaml', codebook],
          ['../other/more.codebook.yaml', '/other/more.codebook.yaml', codebook],
          ['data/answers.csv', '/fixture/data/answers.csv', data],
          ['https://example.org/form.pdf', 'https://example.org/form.pdf', source],
          ['"https://example.org/report#page=3"', 'https://example.org/report#page=3', source],
          ['https://example.org/table', 'https://example.org/table', source],
        ],
      );
    });
  }
});
