/**
 * How the numbers of a column are written: all with so many decimals, or each with no more digits than it takes (or both). As
 * long as one of them holds for every cell, the texts can be told from the numbers.
 */
export interface NumberForm {
  isShortest: boolean;
  /** Absent before the first number. */
  decimals?: number | 'various';
  /** Absent as long as no number had decimals. */
  sign?: '.' | ',';
}

/** The form that all these texts have, empty ones aside; `undefined` where no number is written like one of them. */
export function formOf(texts: readonly string[]): NumberForm | undefined {
  const form: NumberForm = { isShortest: true };
  return texts.every((text) => text === '' || admit(form, text) !== undefined) ? form : undefined;
}

/** The number that a text says, where it is written like those before it or the form can be widened; else `undefined`. */
export function admit(form: NumberForm, text: string): number | undefined {
  const [, fraction] = plainNumber.exec(text) ?? [];
  if (fraction === undefined) return undefined;
  const plain = text.replace(',', '.');
  const value = Number(plain);
  const decimals = Math.max(0, fraction.length - 1);
  const isFixed = (form.decimals ?? decimals) === decimals && decimals <= mostDecimals && value.toFixed(decimals) === plain;
  const isShortest = form.isShortest && `${value}` === plain;
  const sign = fraction === '' ? form.sign : fraction.startsWith(',') ? ',' : '.';
  if ((!isFixed && !isShortest) || Object.is(value, -0) || (form.sign ?? sign) !== sign) return undefined;
  form.isShortest = isShortest;
  form.decimals = isFixed ? decimals : 'various';
  if (sign !== undefined) form.sign = sign;
  return value;
}

const plainNumber = /^-?\d+((?:[.,]\d+)?)$/;

/** More digits than a number has can't come back, and `toFixed` takes no more than a hundred. */
const mostDecimals = 20;
