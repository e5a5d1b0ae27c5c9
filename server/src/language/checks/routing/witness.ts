import { fullName } from '../../expression';
import type { Assignment } from '../../model/answer-space';
import { wholeCode } from '../../text/code';

/** More answers than these are not read. */
const mostAnswers = 3;

/** Some respondent's answers as a fragment, known ones first: "`actor` is `region` and `employees` is `10`". */
export function inWords(assignment: Assignment): string {
  const known = assignment.filter(({ value }) => value.known);
  const told = (known.length > 0 ? known : assignment).slice(0, mostAnswers).map(answerInWords);
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}

function answerInWords({ variable, item, value }: Assignment[number]): string {
  const name = wholeCode(fullName(variable, item));
  if (!value.known) return `${name} is missing (\`${value.kind}\`)`;
  return `${name} is \`${typeof value.value === 'boolean' ? (value.value ? 'yes' : 'no') : value.value}\``;
}
