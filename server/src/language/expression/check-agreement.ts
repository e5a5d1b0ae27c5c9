import { nearest } from '../text/nearest';
import type { Span } from '../text/span';
import { type Checking, describeType, report, sameScale } from './checking';
import { holdsCode } from './codes';
import { isDate } from './dates';
import { fullName } from './full-name';
import type { Constant, TypedExpression } from './typed';
import type { ResponseScale } from './types';
import { single } from './types';

interface Agreement {
  readonly left: TypedExpression;
  readonly right: TypedExpression;
  readonly agreed: boolean;
}

/**
 * Whether two values can be compared; what is not known agrees with everything. A text beside a date becomes a date. Codes
 * of missing answers are reported: a respondent never has them as a value.
 */
export function agree(checking: Checking, writtenLeft: TypedExpression, writtenRight: TypedExpression, span: Span): Agreement {
  const left = asDateBeside(checking, writtenLeft, writtenRight);
  const right = asDateBeside(checking, writtenRight, writtenLeft);
  reportMissingCode(checking, left, right);
  reportMissingCode(checking, right, left);
  const [ofLeft, ofRight] = [single(left.type), single(right.type)];
  if (ofLeft.kind === 'unknown' || ofRight.kind === 'unknown') return { left, right, agreed: true };
  const agreed =
    ofLeft.kind === 'category' && ofRight.kind === 'category'
      ? sameScale(ofLeft.scale, ofRight.scale)
      : ofLeft.kind === ofRight.kind;
  if (!agreed) reportMismatch(checking, left, right, span);
  return { left, right, agreed };
}

function reportMismatch(checking: Checking, left: TypedExpression, right: TypedExpression, span: Span): void {
  const [ofLeft, ofRight] = [single(left.type), single(right.type)];
  if (ofLeft.kind === 'category' && right.kind === 'constant') return reportNoCategory(checking, ofLeft.scale, right);
  if (ofRight.kind === 'category' && left.kind === 'constant') return reportNoCategory(checking, ofRight.scale, left);
  const expected = 'Only values of the same kind can be compared.';
  report(
    checking,
    'type-mismatch',
    span,
    expected,
    `on the left stands ${describeType(ofLeft)}, on the right ${describeType(ofRight)}`,
  );
}

/** A code or label where a category's id belongs. */
function reportNoCategory(checking: Checking, scale: ResponseScale, constant: Constant): void {
  const written = String(constant.value);
  const meant = scale.categories
    .filter((one) => one.id === written || one.code === written || Object.values(one.labels).includes(written))
    .map((one) => one.id);
  const similar =
    meant.length > 0
      ? meant
      : nearest(
          written,
          scale.categories.map((one) => one.id),
        );
  const expected = 'A category is named by its id, without quotes: never by its code or label.';
  report(checking, 'type-mismatch', constant.span, expected, `here stands ${describeType(constant.type)}`, similar);
}

function asDateBeside(checking: Checking, typed: TypedExpression, beside: TypedExpression): TypedExpression {
  if (typed.kind !== 'constant' || typeof typed.value !== 'string' || typed.type.kind !== 'text') return typed;
  if (single(beside.type).kind !== 'date') return typed;
  if (!isDate(typed.value)) {
    const expected = "A date is written year, month, day: `'2020-12-31'`.";
    report(checking, 'type-mismatch', typed.span, expected, `\`'${typed.value}'\` is not a date`);
  }
  const date: Constant = { ...typed, type: { kind: 'date' } };
  return date;
}

function reportMissingCode(checking: Checking, constant: TypedExpression, beside: TypedExpression): void {
  if (constant.kind !== 'constant' || beside.kind !== 'reading') return;
  const variable = checking.scope.variable(beside.variable);
  if (variable === undefined || single(variable.type).kind === 'category') return;
  const code = variable.missingCodes.find((one) => holdsCode(one, String(constant.value)));
  if (code === undefined) return;
  const kind = variable.missing?.find((one) => one.code === code)?.kind;
  const asked = kind === undefined ? '`kind(…) = …`' : `\`kind(${fullName(beside.variable, beside.item)}) = ${kind}\``;
  const expected = `The code of a missing answer is never a value: ask for it with ${asked}.`;
  report(
    checking,
    'sentinel-in-arithmetic',
    constant.span,
    expected,
    `\`${constant.value}\` is a missing answer of \`${variable.name}\``,
  );
}
