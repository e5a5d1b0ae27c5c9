/** Codes of the characters that mean something to YAML, named as its specification names them. */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const tag = 33;
export const doubleQuote = 34;
export const comment = 35;
export const directive = 37;
export const anchor = 38;
export const singleQuote = 39;
export const alias = 42;
export const collectEntry = 44;
export const sequenceEntry = 45;
export const dot = 46;
export const mappingValue = 58;
export const folded = 62;
export const mappingKey = 63;
export const reservedAt = 64;
export const sequenceStart = 91;
export const backslash = 92;
export const sequenceEnd = 93;
export const reservedGrave = 96;
export const firstLetter = 97;
export const lastLetter = 122;
export const mappingStart = 123;
export const literal = 124;
export const mappingEnd = 125;

/** A line end or the end of the text. */
export function isLineEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === lineFeed || code === carriageReturn;
}

/** What must follow an indicator such as `-` or `:` for it to be one. */
export function isBlankOrEnd(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === space || code === lineFeed || code === carriageReturn || code === tab;
}

export function isFlowIndicator(code: number): boolean {
  return (
    code === collectEntry || code === sequenceStart || code === sequenceEnd || code === mappingStart || code === mappingEnd
  );
}

/** `c-indicator` without `-`, `?` and `:`, which are indicators only in front of a blank. */
export function isIndicator(code: number): boolean {
  switch (code) {
    case tag:
    case doubleQuote:
    case comment:
    case directive:
    case anchor:
    case singleQuote:
    case alias:
    case folded:
    case literal:
    case reservedAt:
    case reservedGrave:
      return true;
    default:
      return isFlowIndicator(code);
  }
}

/** A blank to JavaScript and a letter to YAML: the tolerant reader trims some of these. */
export function isForeignBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 127) return text.charAt(at).trim() === '';
  return code < space;
}

/** Past the spaces at an offset. */
export function afterSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === space) at++;
  return at;
}

/** Past the line end at an offset, or the end of the text. */
export function afterLineEnd(text: string, at: number): number {
  if (at >= text.length) return at;
  return text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
}

/** The line end that follows an offset, or the end of the text. */
export function lineEndFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return at > from && text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
}
