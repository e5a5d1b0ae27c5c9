import type { Preview, PreviewState } from '../../../../server/src/protocol';

/** What the page shows: one value, so that a page started anew shows the same. */
export type PreviewView =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'shown';
      readonly content: Preview;
      /** Of the text as it is now; the content may be from before it broke. */
      readonly state: PreviewState;
      readonly stale: boolean;
    };

/** What to show after an answer of the server; `undefined` where it had none to give. */
export const nextView = (view: PreviewView, answer: Preview | undefined, failure: string): PreviewView => {
  if (answer === undefined) return view.kind === 'shown' ? view : { kind: 'failed', message: failure };
  if (view.kind === 'shown' && isUnfinished(answer) && isGood(view) && view.content.uri === answer.uri) {
    return { kind: 'shown', content: view.content, state: answer.state, stale: true };
  }
  return { kind: 'shown', content: answer, state: answer.state, stale: false };
};

/** Numbers that are about to come back should not vanish meanwhile. */
const isUnfinished = (answer: Preview): boolean => answer.state.kind === 'broken' || answer.state.kind === 'loading';

const isGood = (view: PreviewView & { readonly kind: 'shown' }): boolean =>
  view.content.state.kind !== 'broken' && view.content.state.kind !== 'loading';
