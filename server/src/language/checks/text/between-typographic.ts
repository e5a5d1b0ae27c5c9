/** What stands between typographic quotes that stand around the whole of a text; `undefined` for any other text. */
export function betweenTypographic(text: string): string | undefined {
  return wrapped.exec(text)?.[1];
}

/** Quotes inside a text, or around a part of it, are as they should be. */
const wrapped = /^[“”„«»‘’‚]\s*([^“”„«»]*[^“”„«»\s])\s*[“”«»‘’]$/;
