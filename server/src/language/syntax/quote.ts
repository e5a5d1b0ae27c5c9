/**
 * Writes a text as a YAML scalar that reads back the same, in YAML 1.2 and in 1.1, with no more quoting than that takes.
 * Line ends and other control characters are written as escapes, so the result is one line.
 */
export function quoteText(text: string, where: { readonly flow: boolean } = { flow: false }): string {
  if (/[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u.test(text)) return inDouble(text);
  if (isPlain(text, where.flow)) return text;
  return text.includes('"') && !text.includes("'") ? `'${text}'` : inDouble(text);
}

/** Whether a text can stand without quotes and means the text. */
function isPlain(text: string, flow: boolean): boolean {
  if (text === '' || text !== text.trim()) return false;
  if (/^[!&*|>%@`"'#,[\]{}]/.test(text) || /^[-?:](?:\s|$)/.test(text) || /^(?:---|\.\.\.)(?:\s|$)/.test(text)) return false;
  if (/:(?:\s|$)|\s#/.test(text)) return false;
  if (flow && /[,[\]{}]|:$|^[-?:]/.test(text)) return false;
  return !hasOtherMeaning(text);
}

/** What a reader of YAML 1.1 or 1.2 takes for a truth value, nothing, a number, a date or a merge. */
function hasOtherMeaning(text: string): boolean {
  return (
    /^(?:y|n|yes|no|on|off|true|false|null|~|<<|=)$/i.test(text) ||
    /^[-+]?[\d_.:]*(?:e[-+]?\d*)?$/i.test(text) ||
    /^[-+]?(?:0[xob][\da-f_]+|\.inf)$/i.test(text) ||
    /^\.nan$/i.test(text) ||
    /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?$/.test(text)
  );
}

const letters: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

function inDouble(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, (unit) => {
    return letters[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
