import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderView } from '../../client/src/preview/page/render';
import type { PreviewView } from '../../client/src/preview/page/view';
import { languageName } from '../../client/src/preview/page/words';
import type { Preview, PreviewState } from '../../server/src/protocol';
import { matchesSnapshot } from '../harness/snapshot';
import { mockPreview, mockStructure } from './mock-preview';

const shown = (content: Preview, state: PreviewState = content.state, stale = false): PreviewView => ({
  kind: 'shown',
  content,
  state,
  stale,
});

describe('the preview page', () => {
  for (const [name, content] of [
    ['page-structure', mockStructure()],
    ['page-numbers', mockPreview(600)],
  ] as const) {
    it(`is written as kept in ${name}.html`, () => {
      const file = join(__dirname, 'fixtures', `${name}.html`);
      // The charts have pictures of their own; here only their place is of interest.
      const page = `${renderView(shown(content), 'charts', 'en').replace(/<svg.*?<\/svg>/gs, '<svg></svg>')}\n`;
      matchesSnapshot(file, page);
    });
  }

  it('lets no text of a codebook become markup', () => {
    fc.assert(
      fc.property(fc.string(), (noise) => {
        const hostile = `<img src=x onerror="alert(1)">'${noise}`;
        const page = renderView(shown(hostilePreview(hostile), { kind: 'broken', text: hostile }), 'tables', 'en');
        assert.ok(!page.includes('<img'));
        assert.ok(!page.includes('onerror="'));
      }),
    );
  });

  it('shows every number of a chart in a table too', () => {
    const page = renderView(shown(mockPreview(600)), 'tables', 'en');
    const tables = page.match(/<table[\s\S]*?<\/table>/g)?.join('') ?? '';
    for (const [, number] of page.matchAll(/class="cb-text cb-number"[^>]*>([^<]+)</g))
      assert.ok(tables.includes(`>${number}<`), number);
  });

  it('says in its own words, in the language of the labels, that it is out of date', () => {
    const broken: PreviewState = { kind: 'broken', text: 'Rad 3', firstError: { uri: 'file:///a', line: 2, endLine: 2 } };
    const page = renderView(shown(mockPreview(600), broken, true), 'charts', 'en');
    assert.match(page, /class="banner"[^>]*>Texten innehåller ett fel\..*data-line="2".*Gå till första felet/);
    assert.match(page, /<main class="stale show-charts"/);
  });

  it('offers the way to trust where data are not read for want of it', () => {
    const page = renderView(shown(mockStructure(), { kind: 'untrusted', text: 'Not trusted' }), 'charts', 'en');
    assert.match(page, /data-trust/);
    assert.doesNotMatch(renderView(shown(mockStructure()), 'charts', 'en'), /data-trust/);
  });

  it('offers charts or tables only where there are numbers', () => {
    assert.match(renderView(shown(mockPreview(600)), 'charts', 'en'), /data-show="tables"/);
    assert.doesNotMatch(renderView(shown(mockStructure()), 'charts', 'en'), /data-show/);
  });

  it('waits and fails in words', () => {
    assert.match(renderView({ kind: 'waiting' }, 'charts', 'sv'), />Läser kodboken …</);
    assert.match(renderView({ kind: 'failed', message: 'No <server>' }, 'charts', 'sv'), />No &lt;server&gt;</);
  });

  it('names languages by their own names, and keeps what is no language', () => {
    assert.deepEqual(['sv', 'en', 'not a tag', ''].map(languageName), ['Svenska', 'English', 'not a tag', '']);
  });
});

const hostilePreview = (text: string): Preview => ({
  uri: text,
  title: text,
  languages: [text, 'en'],
  language: text,
  state: { kind: 'ready', text },
  stages: [
    {
      id: text,
      label: text,
      entries: [
        {
          kind: 'question',
          id: text,
          label: text,
          description: `${text}.`,
          base: text,
          note: text,
          place: { uri: text, line: 0, endLine: 1 },
          tables: [
            {
              caption: text,
              svg: '',
              columns: [text],
              rows: [
                { header: text, level: 0, cells: [] },
                { header: text, level: 1, cells: [{ text, interval: text, detail: text }] },
              ],
              comparisons: [{ what: text, result: text }],
              notes: [text],
              warnings: [text],
            },
          ],
        },
      ],
    },
  ],
});
