import { applyEdits, type Completion } from '../../server/src/language';

/** The file after a completion is accepted: `$0` is where the caret stands, `$1` to `$9` are the places to fill in before. */
export function acceptedIn(text: string, { edit, stops = [], others = [] }: Completion): string {
  const at = stops.length === 0 ? [{ start: edit.newText.length, end: edit.newText.length }] : stops;
  const marks = at.map(({ start, end }, index) => {
    const suggested = edit.newText.slice(start, end);
    const number = index === at.length - 1 ? 0 : index + 1;
    return { span: { start, end }, newText: suggested === '' ? `$${number}` : `\${${number}:${suggested}}` };
  });
  return applyEdits(text, [{ ...edit, newText: applyEdits(edit.newText, marks) }, ...others]);
}
