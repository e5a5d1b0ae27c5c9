import type { Check, CheckSubject, Finding } from '../check';

export const figureWithoutSource: Check = {
  code: 'figure-without-source',
  severity: 'hint',
  title: 'Figure that does not say where it was printed',
  doc: {
    why: 'Whoever compares a published number with its source must find it there. Write `source: {title: …, page: …}` at the figure, or a source for all of them under `defaults`.',
    wrong: `codebook: example
languages: [en]
frames:
  agencies: {label: Agencies, sent: 203, responded: 164}
figures:
  response_rates: {frames: [agencies], rate: {agencies: 81}}
`,
    right: `codebook: example
languages: [en]
frames:
  agencies: {label: Agencies, sent: 203, responded: 164}
figures:
  response_rates: {source: {title: Annual report, page: 2}, frames: [agencies], rate: {agencies: 81}}
`,
  },
  looksAt: ['figures'],
  run: findUnsourced,
};

function* findUnsourced({ codebook, own }: CheckSubject): Iterable<Finding> {
  if (codebook.defaults?.source !== undefined) return;
  for (const figure of own.figures) {
    const inherited = codebook.indicators.get(figure.indicator?.text ?? '')?.source;
    if (figure.source !== undefined || inherited !== undefined) continue;
    yield {
      place: figure.id.place,
      expected: 'A published figure should name its source.',
      found: `\`${figure.id.text}\` has none, nor have the defaults`,
    };
  }
}
