import { type Hover, MarkdownString } from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';

/** VS Code sets the columns of a table in a hover edge to edge, so that numbers of two columns read as one. */
export const withSpacedTables: NonNullable<HoverMiddleware['provideHover']> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  return hover && spaced(hover);
};

const spaced = (hover: Hover): Hover => {
  for (const content of hover.contents)
    if (content instanceof MarkdownString) content.value = content.value.replace(tableRow, spacedRow);
  return hover;
};

/** Not the row that aligns the columns. */
const tableRow = /^\| (?!:?-).*\|$/gm;

/** Space at the edge of a cell counts only where it is written as a character of its own. */
const spacedRow = (row: string): string => row.replaceAll(/(?<!\\) \| (?=.)/g, ' | &emsp;');
