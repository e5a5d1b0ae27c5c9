import type { SchemaElement } from 'hyparquet';

/** The text of a value, or `undefined` where it has none. */
export type TextOf = (value: unknown) => string | undefined;

/**
 * How the values of a column are written, as a CSV export of the table has them: whole numbers by their digits, others by the
 * shortest digits that say them, decimals with all their places, yes and no as `true` and `false`, dates and times by ISO 8601 with a
 * space between. `undefined` for types that are no texts: raw bytes, intervals, shapes.
 */
export function textOfType(element: SchemaElement, sign: '.' | ','): TextOf | undefined {
  const { type, converted_type: converted, logical_type: logical } = element;
  const withSign = (text: string): string => (sign === '.' ? text : text.replace('.', sign));
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return (value) => {
      const unscaled = wholeNumber(value);
      return unscaled === undefined ? undefined : withSign(decimalText(unscaled, scale));
    };
  }
  if (converted === 'DATE' || logical?.type === 'DATE') return (value) => dateText(Number(value));
  const time = unitOf(element, 'TIME');
  if (time !== undefined) return (value) => timeText(BigInt(Number(value)) * time);
  const instant = unitOf(element, 'TIMESTAMP');
  if (instant !== undefined) {
    const zone = logical?.type === 'TIMESTAMP' && logical.isAdjustedToUTC ? '+00' : '';
    return (value) => (typeof value === 'bigint' ? momentText(value * instant, zone) : undefined);
  }
  if (logical?.type === 'UUID') return (value) => (value instanceof Uint8Array ? uuidText(value) : undefined);
  switch (type) {
    case 'BOOLEAN':
      return (value) => (value === true ? 'true' : 'false');
    case 'INT32':
    case 'INT64':
      return isUnsigned(element) ? unsignedText(type === 'INT32' ? 32 : 64) : (value) => `${value}`;
    case 'FLOAT':
      return (value) => withSign(`${shortestSingle(Number(value))}`);
    case 'DOUBLE':
      return (value) => withSign(`${value}`);
    case 'INT96':
      return (value) => (typeof value === 'bigint' ? momentText(nanosecondsOf96(value), '') : undefined);
    case 'BYTE_ARRAY':
      return isText(element) ? textOfBytes() : undefined;
    default:
      return undefined;
  }
}

/** Whether numbers of this type are written by the shortest digits that say them. */
export function isPlainNumber({ type, converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted === undefined && logical === undefined && type === 'DOUBLE';
}

/** Old writers leave texts without a mark. */
function isText({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  const mark = logical?.type ?? converted;
  return mark === undefined || mark === 'STRING' || mark === 'UTF8' || mark === 'ENUM' || mark === 'JSON';
}

function textOfBytes(): TextOf {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (value) => {
    try {
      return value instanceof Uint8Array ? decoder.decode(value).trim() : undefined;
    } catch {
      return undefined;
    }
  };
}

function isUnsigned({ converted_type: converted, logical_type: logical }: SchemaElement): boolean {
  return converted?.startsWith('UINT') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
}

function unsignedText(bits: number): TextOf {
  return (value) => `${BigInt.asUintN(bits, BigInt(Number.isInteger(value) || typeof value === 'bigint' ? `${value}` : 0))}`;
}

/** The number that is nearest to a single-precision number among those with the fewest digits that are still read as it. */
function shortestSingle(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}

function wholeNumber(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (!(value instanceof Uint8Array)) return undefined;
  const digits = value.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(value.length * 8, digits);
}

function decimalText(unscaled: bigint, scale: number): string {
  if (scale === 0) return `${unscaled}`;
  const digits = `${unscaled < 0n ? -unscaled : unscaled}`.padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function uuidText(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Nanoseconds in the unit of a type; `undefined` for types of another kind. */
function unitOf(
  { converted_type: converted, logical_type: logical }: SchemaElement,
  kind: 'TIME' | 'TIMESTAMP',
): bigint | undefined {
  if (logical?.type === kind) return nanoseconds[logical.unit];
  if (converted === `${kind}_MILLIS`) return nanoseconds.MILLIS;
  return converted === `${kind}_MICROS` ? nanoseconds.MICROS : undefined;
}

const nanoseconds = { MILLIS: 1_000_000n, MICROS: 1_000n, NANOS: 1n };
const nanosecondsOfDay = 86_400_000_000_000n;

function momentText(time: bigint, zone: string): string | undefined {
  const ofDay = ((time % nanosecondsOfDay) + nanosecondsOfDay) % nanosecondsOfDay;
  const date = dateText(Number((time - ofDay) / nanosecondsOfDay));
  return date === undefined ? undefined : `${date} ${timeText(ofDay)}${zone}`;
}

function timeText(ofDay: bigint): string {
  const seconds = Number(ofDay / 1_000_000_000n);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = `${ofDay % 1_000_000_000n}`.padStart(9, '0').replace(/0+$/, '');
  return `${clock.map((part) => `${part}`.padStart(2, '0')).join(':')}${fraction === '' ? '' : `.${fraction}`}`;
}

/** Days since 1970. There is no text for those beyond what a calendar has. */
function dateText(days: number): string | undefined {
  return Math.abs(days) > 2_900_000 ? undefined : new Date(days * 86_400_000).toISOString().slice(0, 10);
}

/** Days of the Julian calendar in the upper four of twelve bytes, nanoseconds of the day in the others. */
function nanosecondsOf96(value: bigint): bigint {
  return ((value >> 64n) - 2_440_588n) * nanosecondsOfDay + (value & 0xffff_ffff_ffff_ffffn);
}
