import type { Rounding } from '../model/declarations';
import { ownLanguage } from '../model/labels';

/**
 * An exact quotient of two whole numbers, rounded. Ties are ties: 125/2 is 63 under `half_up` (away from zero), 62 under
 * `half_even`. Both numbers must be safe integers and the denominator not 0.
 */
export function roundRatio(numerator: number, denominator: number, decimals: number, rule: Rounding): number {
  const scaled = BigInt(numerator) * 10n ** BigInt(decimals);
  return fromScaled(divide(scaled, BigInt(denominator), rule), decimals);
}

/** The share of `denominator` that `numerator` is, in percent, rounded exactly: 55 of 88 is 63 under `half_up`. */
export function roundPercent(numerator: number, denominator: number, decimals: number, rule: Rounding): number {
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(decimals);
  return fromScaled(divide(scaled, BigInt(denominator), rule), decimals);
}

/**
 * A number rounded on its value at 12 significant digits, so that binary noise never decides a tie: 2.675 at two decimals
 * is 2.68, though the double lies below it.
 */
export function roundNumber(value: number, decimals: number, rule: Rounding): number {
  return fromScaled(scaledBy(value, decimals, rule), decimals);
}

/** The value times 10^decimals as a whole number, rounded on its decimal digits. */
function scaledBy(value: number, decimals: number, rule: Rounding): bigint {
  const [digits = '0', exponentText = '0'] = value.toExponential(11).split('e');
  const mantissa = BigInt(digits.replace('.', ''));
  const exponent = Number(exponentText) - 11 + decimals;
  return exponent >= 0 ? mantissa * 10n ** BigInt(exponent) : divide(mantissa, 10n ** BigInt(-exponent), rule);
}

function divide(numerator: bigint, denominator: bigint, rule: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const over = numerator < 0n ? -numerator : numerator;
  const under = denominator < 0n ? -denominator : denominator;
  const whole = over / under;
  const twice = (over % under) * 2n;
  const up = twice > under || (twice === under && (rule === 'half_up' || whole % 2n === 1n));
  const size = up ? whole + 1n : whole;
  return negative ? -size : size;
}

/** The decimal text is read back, because a division by a power of ten may miss the nearest double. */
function fromScaled(scaled: bigint, decimals: number): number {
  return scaled === 0n ? 0 : Number(`${scaled}e-${decimals}`);
}

const numberSigns = {
  sv: { decimal: ',', thousands: '\u00a0', percent: '\u00a0%' },
  en: { decimal: '.', thousands: ',', percent: '%' },
};

/** A number in words of a language: Swedish has a decimal comma and no-break spaces between thousands; others read English. */
export function formatNumber(value: number, decimals: number, language: string, rule: Rounding = 'half_up'): string {
  const signs = numberSigns[ownLanguage(language)];
  const scaled = scaledBy(value, decimals, rule);
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, signs.thousands);
  const fraction = decimals > 0 ? signs.decimal + digits.slice(-decimals) : '';
  return `${scaled < 0n ? '\u2212' : ''}${whole}${fraction}`;
}

/** A percentage (0 to 100) in words of a language: `62,5 %`, `62.5%`. */
export function formatPercent(percent: number, decimals: number, language: string, rule: Rounding = 'half_up'): string {
  return formatNumber(percent, decimals, language, rule) + numberSigns[ownLanguage(language)].percent;
}
