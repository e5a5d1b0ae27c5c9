import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PreviewShown } from '../../../client/src/preview/open';
import type { PageMessage } from '../../../client/src/preview/page/messages';
import type { Preview, PreviewEntry } from '../../../server/src/protocol';
import { hasWindow, inWebview } from './bridge';
import { startedExtension } from './editor';
import { waitFor } from './wait';

/**
 * The preview beside the editor, as its reader meets it. Where the harness shows the window, texts are read in the page and
 * buttons are pressed there; on a desktop VS Code the same is asked of the panel behind the page.
 */
export interface PreviewPage {
  /** What the panel last told the page to show, once it satisfies the condition. */
  readonly shown: (what: string, accept: (preview: Preview) => boolean) => Promise<Preview>;
  /** The texts of one row of an entry's table: what it is about, then its cells. */
  readonly row: (entry: PreviewEntry, header: string) => Promise<readonly string[]>;
  /** The numbers in an entry's chart. */
  readonly chartTexts: (entry: PreviewEntry) => Promise<readonly string[]>;
  /** The id of the entry that is marked as the one the caret is in. */
  readonly current: (preview: Preview) => Promise<string | undefined>;
  readonly chooseLanguage: (language: string) => Promise<void>;
  readonly clickHeading: (entry: PreviewEntry) => Promise<void>;
  readonly state: () => PreviewShown;
}

export async function openBeside(codebook: vscode.Uri): Promise<PreviewPage> {
  await vscode.commands.executeCommand('codebook.openPreviewToSide', codebook);
  const { preview } = await startedExtension();
  const panel = await waitFor('the preview to open', () => preview(codebook));
  const say = async (message: PageMessage): Promise<void> => panel.hear(message);
  const shown = (what: string, accept: (preview: Preview) => boolean): Promise<Preview> =>
    waitFor(what, () => {
      const { view } = panel.shown();
      return view.kind === 'shown' && accept(view.content) ? view.content : undefined;
    });
  const behind = { shown, state: panel.shown };
  return hasWindow
    ? { ...behind, ...inPage }
    : {
        ...behind,
        row: async (entry, header) => rowOf(entry, header),
        chartTexts: async ({ tables }) =>
          tables.flatMap(({ svg }) => [...svg.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text)),
        current: async ({ stages }) =>
          entryAt(
            stages.flatMap(({ entries }) => entries),
            panel.shown().caret,
          )?.id,
        chooseLanguage: (language) => say({ type: 'language', language }),
        clickHeading: ({ place }) => say({ type: 'open', place }),
      };
}

/** An entry of the preview; the ids of questions, derived variables and indicators may be the same. */
export function entryOf({ stages }: Preview, kind: PreviewEntry['kind'], id: string): PreviewEntry {
  const found = stages.flatMap(({ entries }) => entries).find((entry) => entry.kind === kind && entry.id === id);
  assert.ok(found, `The preview must show the ${kind} ${id}.`);
  return found;
}

/** Numbers in the page stand with spaces that don't break. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').trim();

function rowOf({ id, tables }: PreviewEntry, header: string): readonly string[] {
  const row = tables.flatMap(({ rows }) => rows).find((one) => one.header === header);
  assert.ok(row, `${id} must have a row for ${header}.`);
  return [row.header, ...row.cells].map(plain);
}

function entryAt(entries: readonly PreviewEntry[], caret: PreviewShown['caret']): PreviewEntry | undefined {
  return entries.find(
    ({ place }) => caret !== undefined && place.uri === caret.uri && place.line <= caret.line && caret.line <= place.endLine,
  );
}

const selectorOf = ({ kind, id }: PreviewEntry): string => `#entry-${kind}-${id}`;

const inPage: Pick<PreviewPage, 'row' | 'chartTexts' | 'current' | 'chooseLanguage' | 'clickHeading'> = {
  row: async (entry, header) => {
    const rows = await textsOf(
      `${selectorOf(entry)} tbody tr`,
      `[...element.cells].map((cell) => cell.textContent).join('\\t')`,
    );
    const found = rows.find((row) => row.startsWith(`${header}\t`));
    assert.ok(found, `${entry.id} must have a row for ${header} in the page; it has ${rows.join(' | ')}`);
    return found.split('\t');
  },
  chartTexts: (entry) => textsOf(`${selectorOf(entry)} svg text`, 'element.textContent'),
  current: async () => (await textsOf('.entry.current', 'element.querySelector("code").textContent'))[0],
  chooseLanguage: (language) => click(`button[data-language=${language}]`),
  clickHeading: (entry) => click(`${selectorOf(entry)} h3`),
};

async function textsOf(selector: string, js: string): Promise<readonly string[]> {
  const texts = await inWebview(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => ${js})`);
  assert.ok(Array.isArray(texts));
  return texts.map((text) => plain(String(text)));
}

async function click(selector: string): Promise<void> {
  await waitFor(`${selector} in the page`, async () => {
    const js = `(() => { const found = document.querySelector(${JSON.stringify(selector)}); found?.click(); return found !== null; })()`;
    return (await inWebview(js)) === true || undefined;
  });
}
