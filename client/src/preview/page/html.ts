/** Writing HTML as text. `html` escapes whatever is put into it, but for markup made by `html` or named `trusted`. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: literals.reduce((text, literal, index) => text + written(parts[index - 1] ?? '') + literal),
});

/** Markup of our own making elsewhere: the charts, which escape their texts themselves. */
export const trusted = (markup: string): Markup => ({ markup });

export const nothing: Markup = { markup: '' };

const written = (part: Part): string => {
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
