/** Writing SVG as text. Every text and attribute is escaped here and nowhere else. */

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with children that are markup already. */
export const element = (name: string, attributes: Attributes, children: readonly string[] = []): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(worded(value))}"`);
  return children.length === 0 ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${children.join('')}</${name}>`;
};

/** A text that cannot become markup. Control characters, which XML refuses, are left out. */
export const escapeMarkup = (text: string): string =>
  [...text]
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .map((character) => entities[character] ?? character)
    .join('');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Two decimals at most, so that the same data give the same bytes everywhere. */
const worded = (value: string | number): string => {
  if (typeof value === 'string') return value;
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
};
