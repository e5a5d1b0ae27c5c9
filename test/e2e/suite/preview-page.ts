import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CodebookExtension } from '../../../client/src/activation';
import type { PreviewShown } from '../../../client/src/preview/open';
import type { Preview, PreviewEntry } from '../../../server/src/protocol';
import { hasWindow, inWebview } from './bridge';
import { startedExtension } from './editor';
import { waitFor } from './wait';

/**
 * The preview beside the editor, as its reader meets it. Where the harness shows the window, texts are read in the page and
 * what is clicked is clicked there; on a desktop VS Code the same is asked of the panel behind the page.
 */
export interface PreviewPage extends Reading {
  /** What the page was last told to show. */
  readonly told: () => PreviewShown;
  /** The content it was told to show, once that satisfies the condition. */
  readonly shown: (what: string, accept: (preview: Preview) => boolean) => Promise<Preview>;
}

interface Reading {
  /** The cells of the row under this header in an entry's tables, as they are shown now. */
  readonly row: (entry: PreviewEntry, header: string) => Promise<readonly string[] | undefined>;
  /** The words and numbers in an entry's charts. */
  readonly chartTexts: (entry: PreviewEntry) => Promise<readonly string[]>;
  /** The id of the entry that the caret is in. */
  readonly current: () => Promise<string | undefined>;
  readonly chooseLanguage: (language: string) => Promise<void>;
  readonly clickHeading: (entry: PreviewEntry) => Promise<void>;
  readonly manageTrust: () => Promise<void>;
}

export async function openBeside(codebook: vscode.Uri): Promise<PreviewPage> {
  await vscode.commands.executeCommand('codebook.openPreviewToSide', codebook);
  const { preview } = await startedExtension();
  const panel = await waitFor('the preview to open', () => preview(codebook));
  return {
    told: panel.shown,
    shown: (what, accept) =>
      waitFor(what, () => {
        const { view } = panel.shown();
        return view.kind === 'shown' && accept(view.content) ? view.content : undefined;
      }),
    ...(hasWindow ? inPage : behindPage(panel)),
  };
}

/** The preview once it shows numbers, read in one of the codebook's languages. */
export async function numbersIn(page: PreviewPage, language: string): Promise<Preview> {
  await page.shown('numbers', ({ state }) => state.kind === 'ready');
  await page.chooseLanguage(language);
  return page.shown(`numbers in ${language}`, (preview) => preview.state.kind === 'ready' && preview.language === language);
}

/** An entry of the preview; the ids of questions, derived variables and indicators may be the same. */
export function entryOf({ stages }: Preview, kind: PreviewEntry['kind'], id: string): PreviewEntry {
  const found = stages.flatMap(({ entries }) => entries).find((entry) => entry.kind === kind && entry.id === id);
  assert.ok(found, `The preview must show the ${kind} ${id}.`);
  return found;
}

const inPage: Reading = {
  row: async (entry, header) => {
    const cells = `[...element.cells].map((cell) => cell.firstChild?.textContent ?? '').join('\\t')`;
    const rows = await textsOf(`${selectorOf(entry)} tbody tr`, cells);
    return rows.map((row) => row.split('\t').map(plain)).find(([first]) => first === header);
  },
  chartTexts: (entry) => textsOf(`${selectorOf(entry)} svg text`, 'element.textContent'),
  current: async () => (await textsOf('.entry.current', 'element.querySelector("code").textContent'))[0],
  chooseLanguage: (language) => click(`button[data-language=${language}]`),
  clickHeading: (entry) => click(`${selectorOf(entry)} h3`),
  manageTrust: () => click('button[data-trust]'),
};

function selectorOf({ kind, id }: PreviewEntry): string {
  return `#entry-${kind}-${id}`;
}

async function textsOf(selector: string, js: string): Promise<readonly string[]> {
  const texts = await inWebview(`[...document.querySelectorAll(${JSON.stringify(selector)})].map((element) => ${js})`);
  assert.ok(Array.isArray(texts));
  return texts.map((text) => plain(String(text)));
}

async function click(selector: string): Promise<void> {
  const found = `document.querySelector(${JSON.stringify(selector)})`;
  await waitFor(`${selector} in the page`, async () => ((await inWebview(`${found} !== null`)) === true ? true : undefined));
  await inWebview(`${found}.click()`);
}

function behindPage(panel: Panel): Reading {
  const now = ({ kind, id }: PreviewEntry): PreviewEntry | undefined =>
    entriesNow(panel).find((entry) => entry.kind === kind && entry.id === id);
  return {
    row: async (entry, header) => {
      const row = now(entry)
        ?.tables.flatMap(({ rows }) => rows)
        .find((one) => one.header === header);
      return row && [row.header, ...row.cells.map(({ text }) => text)].map(plain);
    },
    chartTexts: async (entry) =>
      (now(entry)?.tables ?? []).flatMap(({ svg }) => [...svg.matchAll(/>([^<>]+)</g)].map(([, text = '']) => plain(text))),
    current: async () => {
      const { caret } = panel.shown();
      const holds = ({ place }: PreviewEntry) =>
        place.uri === caret?.uri && place.line <= caret.line && caret.line <= place.endLine;
      return entriesNow(panel).find(holds)?.id;
    },
    chooseLanguage: async (language) => panel.hear({ type: 'language', language }),
    clickHeading: async ({ place }) => panel.hear({ type: 'open', place }),
    manageTrust: async () => panel.hear({ type: 'manageTrust' }),
  };
}

type Panel = NonNullable<ReturnType<CodebookExtension['preview']>>;

function entriesNow(panel: Panel): readonly PreviewEntry[] {
  const { view } = panel.shown();
  return view.kind === 'shown' ? view.content.stages.flatMap(({ entries }) => entries) : [];
}

/** Numbers stand with spaces that don't break. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').trim();
}
