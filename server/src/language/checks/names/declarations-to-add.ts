import type { Use } from '../../model/codebook';
import type { Fix } from '../../problem';
import { isLegalId } from '../../schema';
import { insertMember, type NewMember, quoteText } from '../../syntax';
import type { FileSyntax } from '../../syntax/entry';
import { offered } from '../fixes/edits';

/** A declaration of a name that nothing declares, at the end of its section, with what only a person knows left to fill in. */
export function declarationOf(file: FileSyntax, { kind, name }: Use): readonly Fix[] {
  if (!isLegalId(name)) return [];
  const key = quoteText(name);
  switch (kind) {
    case 'stage':
      return declared(file, 'stages', `Declare the stage \`${name}\``, { key, flow: labelOf(name) });
    case 'frame':
      return declared(file, 'frames', `Declare the frame \`${name}\`, with its numbers to fill in`, {
        key,
        flow: `{label: ${labelOf(name)}, sent: 0, responded: 0}`,
      });
    case 'scale':
      return declared(file, 'scales', `Create the scale \`${name}\``, emptyScale(key));
    default:
      return [];
  }
}

function declared(file: FileSyntax, section: 'stages' | 'frames' | 'scales', title: string, member: NewMember): readonly Fix[] {
  const edit = insertMember(file, section, member);
  return edit === undefined ? [] : offered(title, [edit]);
}

/** Two categories are the fewest that tell anything apart. */
function emptyScale(key: string): NewMember {
  return {
    key,
    flow: '{categories: {first: {code: 1}, second: {code: 2}}}',
    lines: [`${key}:`, '  categories:', '    first: {code: 1}', '    second: {code: 2}'],
  };
}

/** `first_results` becomes `First results`. */
export function labelOf(id: string): string {
  const words = id.replaceAll('_', ' ').trim();
  return quoteText(words.charAt(0).toUpperCase() + words.slice(1), { flow: true });
}
