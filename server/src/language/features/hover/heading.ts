import { wholeCode } from '../../text/code';
import { escapeMarkdown, strong } from './markdown';

/** The label, what kind of thing it is, and its id. */
export function heading(label: string, kind: string, id: string, more: readonly string[] = []): string {
  const said = [kind, ...more].filter((part) => part !== '').map(escapeMarkdown);
  return `${label === '' ? '' : `${strong(label)}  \n`}${said.join(' · ')} ${wholeCode(id)}`;
}
