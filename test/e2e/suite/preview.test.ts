import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PreviewEntry } from '../../../server/src/protocol';
import { caretAfter, closeAll, fileUri, open, replace } from './editor';
import { entryOf, numbersIn, openBeside, type PreviewPage } from './preview-page';
import { trustWorkspace } from './trust';
import { waitFor } from './wait';

const path = 'innovation-2020/innovation_workplaces.codebook.yaml';

describe('the preview', () => {
  before(trustWorkspace);
  afterEach(closeAll);

  it('shows each share with its n, as a chart and as a table', async () => {
    await open(path);
    const page = await openBeside(fileUri(path));
    const share = entryOf(await numbersIn(page, 'sv'), 'indicator', 'broad_share');
    await waitFor('the share and its n in the page', () => hasShare(page, share, '46 %', '164'));
    assert.ok(
      (await page.chartTexts(share)).some((text) => /^46( %)?$/.test(text)),
      'The chart must say 46 %.',
    );
  });

  it('speaks the languages of the codebook', async () => {
    await open(path);
    const page = await openBeside(fileUri(path));
    const english = await numbersIn(page, 'en');
    assert.deepEqual(english.languages, ['sv', 'en']);
    assert.match(english.title, /Innovation in the public sector/);
    const share = entryOf(english, 'indicator', 'broad_share');
    await waitFor('English in the page', async () => (await page.chartTexts(share)).includes('Agencies') || undefined);

    assert.match((await numbersIn(page, 'sv')).title, /Innovation i offentlig sektor/);
    await waitFor('Swedish in the page', async () => (await page.chartTexts(share)).includes('Myndigheter') || undefined);
  });

  it('follows the caret, and a click leads back to the source', async () => {
    const editor = await open(path);
    const page = await openBeside(fileUri(path));
    const preview = await page.shown('entries', ({ stages }) => stages.length > 0);
    caretAfter(editor, '\n  broad_share');
    await waitFor('the entry of the caret', async () => (await page.current()) === 'broad_share' || undefined);

    await page.clickHeading(entryOf(preview, 'derived', 'several_partners'));
    await waitFor('the source of the entry', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.lineAt(active.selection.active.line).text.startsWith('  several_partners:') || undefined;
    });
    await waitFor('the entry that was clicked', async () => (await page.current()) === 'several_partners' || undefined);
  });

  it('keeps its last good numbers while the text is broken', async () => {
    const editor = await open(path);
    const page = await openBeside(fileUri(path));
    const share = entryOf(await numbersIn(page, 'sv'), 'indicator', 'broad_share');
    await waitFor('the share in the page', () => hasShare(page, share, '46 %'));
    await replace(editor, 'value: count(activities = yes) >= 4', 'value: "count(activities = yes) >= 4');
    await waitFor('the page to say that it is old', () => isStale(page) || undefined);
    assert.ok(await hasShare(page, share, '46 %'), 'The numbers from before must stay.');

    await replace(editor, 'value: "count(activities = yes) >= 4', 'value: count(activities = yes) >= 5');
    await waitFor('the share of another definition', () => hasShare(page, share, '31 %'));
    assert.equal(isStale(page), false);
  });
});

async function hasShare(page: PreviewPage, entry: PreviewEntry, ...cells: readonly string[]): Promise<true | undefined> {
  const row = await page.row(entry, 'Myndigheter');
  return cells.every((cell) => row?.includes(cell)) || undefined;
}

function isStale(page: PreviewPage): boolean {
  const { view } = page.told();
  return view.kind === 'shown' && view.stale;
}
