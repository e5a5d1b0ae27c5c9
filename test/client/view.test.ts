import assert from 'node:assert/strict';
import { nextView, type PreviewView } from '../../client/src/preview/page/view';
import type { Preview, PreviewState } from '../../server/src/protocol';
import { mockStructure } from './mock-preview';

const answer = (kind: PreviewState['kind'], title: string): Preview => ({
  ...mockStructure(),
  title,
  state: { kind, text: kind },
});
const viewAfter = (...answers: readonly (Preview | undefined)[]): PreviewView =>
  answers.reduce<PreviewView>((view, each) => nextView(view, each, 'no answer'), { kind: 'waiting' });
const inShort = (view: PreviewView): string =>
  view.kind === 'shown' ? `${view.content.title}, ${view.state.kind}${view.stale ? ', stale' : ''}` : view.kind;

const sequences: readonly (readonly [what: string, answers: readonly (Preview | undefined)[], shown: string])[] = [
  ['the newest answer', [answer('ready', 'one'), answer('ready', 'two')], 'two, ready'],
  ['the last good answer while the text is broken', [answer('ready', 'one'), answer('broken', 'two')], 'one, broken, stale'],
  [
    'it through a second broken answer',
    [answer('no_data', 'one'), answer('broken', 'two'), answer('broken', 'three')],
    'one, broken, stale',
  ],
  ['what there is of a text that was never whole', [answer('broken', 'one')], 'one, broken'],
  ['the newer of two broken answers where none was good', [answer('broken', 'one'), answer('broken', 'two')], 'two, broken'],
  ['the mended text', [answer('ready', 'one'), answer('broken', 'two'), answer('ready', 'three')], 'three, ready'],
  ['the last numbers while data are read anew', [answer('ready', 'one'), answer('loading', 'two')], 'one, loading, stale'],
  ['the last answer when there is none', [answer('ready', 'one'), undefined], 'one, ready'],
  ['that there is no answer at all', [undefined], 'failed'],
  ['an answer after none', [undefined, answer('ready', 'one')], 'one, ready'],
];

describe('what the preview shows', () => {
  for (const [what, answers, expected] of sequences) {
    it(`is ${what}`, () => assert.equal(inShort(viewAfter(...answers)), expected));
  }

  it('is never the content of another codebook', () => {
    const other = { ...answer('broken', 'other'), uri: 'file:///other.codebook.yaml' };
    assert.equal(inShort(viewAfter(answer('ready', 'one'), other)), 'other, broken');
  });
});
