import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretAfter, closeAll, fileUri, open, replace } from './editor';
import { entryOf, openBeside } from './preview-page';
import { waitFor } from './wait';

const path = 'innovation-2020/innovation_workplaces.codebook.yaml';

describe('the preview', () => {
  afterEach(closeAll);

  it('shows each share with its n, as a chart and as a table', async () => {
    await open(path);
    const page = await openBeside(fileUri(path));
    const preview = await page.shown('numbers', ({ state }) => state.kind === 'ready');
    const share = entryOf(preview, 'indicator', 'broad_share');
    await waitFor('the share in the page', async () => {
      const [, ...cells] = await page.row(share, 'Myndigheter');
      return (cells.includes('46 %') && cells.includes('164')) || undefined;
    });
    assert.ok(
      (await page.chartTexts(share)).some((text) => /^46( %)?$/.test(text)),
      'The chart must say 46 %.',
    );
  });

  it('speaks the languages of the codebook', async () => {
    await open(path);
    const page = await openBeside(fileUri(path));
    const swedish = await page.shown('numbers', ({ state }) => state.kind === 'ready');
    assert.deepEqual(swedish.languages, ['sv', 'en']);
    await page.chooseLanguage('en');
    const english = await page.shown('English', ({ state, language }) => state.kind === 'ready' && language === 'en');
    assert.match(english.title, /Innovation in the public sector/);
    const share = entryOf(english, 'indicator', 'broad_share');
    await waitFor('English in the page', async () => (await page.chartTexts(share)).includes('Agencies') || undefined);

    await page.chooseLanguage('sv');
    await page.shown('Swedish', ({ language }) => language === 'sv');
    await waitFor('Swedish in the page', async () => (await page.chartTexts(share)).includes('Myndigheter') || undefined);
  });

  it('follows the caret, and a click leads back to the source', async () => {
    const editor = await open(path);
    const page = await openBeside(fileUri(path));
    const preview = await page.shown('entries', ({ stages }) => stages.length > 0);
    caretAfter(editor, '\n  broad_share');
    await waitFor('the entry of the caret', async () => (await page.current(preview)) === 'broad_share' || undefined);

    await page.clickHeading(entryOf(preview, 'derived', 'several_partners'));
    await waitFor('the source of the entry', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.lineAt(active.selection.active.line).text.startsWith('  several_partners:') || undefined;
    });
    await waitFor('the entry that was clicked', async () => (await page.current(preview)) === 'several_partners' || undefined);
  });

  it('keeps its last good numbers while the text is broken', async () => {
    const editor = await open(path);
    const page = await openBeside(fileUri(path));
    const preview = await page.shown('numbers', ({ state }) => state.kind === 'ready');
    const share = entryOf(preview, 'indicator', 'broad_share');
    await replace(editor, 'value: count(activities = yes) >= 4', 'value: count(activities = yes >= 4');
    await waitFor('the page to say that it is old', () => {
      const { view } = page.state();
      return (view.kind === 'shown' && view.stale) || undefined;
    });
    assert.ok((await page.row(share, 'Myndigheter')).includes('46 %'));

    await replace(editor, 'value: count(activities = yes >= 4', 'value: count(activities = yes) >= 3');
    await waitFor('the new number', async () => {
      const { view } = page.state();
      if (view.kind !== 'shown' || view.stale) return undefined;
      return !(await page.row(share, 'Myndigheter')).includes('46 %') || undefined;
    });
  });
});
