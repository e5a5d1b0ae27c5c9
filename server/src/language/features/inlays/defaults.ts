import type { Codebook, ResolvedIndicator } from '../../model/codebook';
import type { FigureDeclaration, IndicatorDeclaration } from '../../model/declarations';
import { figureIndicator, resolveIndicator } from '../../model/indicators';
import { labelIn } from '../../model/labels';
import { readDeclarations } from '../../model/read';
import type { Entry } from '../../syntax/entry';
import { escapeMarkdown, paragraphs } from '../hover/markdown';
import type { Page } from '../page';
import { shortened } from '../short';
import { aidWords } from '../words/aids';
import { behindValue } from './behind';
import type { EntryInlay } from './types';

/** The base and the splits that an indicator, or a figure of a variable, takes from `defaults`, as they would be written. */
export function defaultInlays(page: Page, entry: Entry): readonly EntryInlay[] {
  return readDeclarations(entry).declarations.flatMap((declaration) => {
    if (declaration.kind === 'indicator') {
      const resolved = resolveIndicator(page.codebook, declaration);
      return behind(declaration, entry, [...inheritedBase(page, resolved), ...inheritedBy(page, resolved)]);
    }
    if (declaration.kind !== 'figure' || declaration.of === undefined) return [];
    const resolved = figureIndicator(page.codebook, declaration);
    return resolved === undefined ? [] : behind(declaration, entry, inheritedBase(page, resolved));
  });
}

type Said = Omit<EntryInlay, 'at'>;

/** Behind what is measured, or behind the measure where it is of everybody. */
function behind(
  declaration: IndicatorDeclaration | FigureDeclaration,
  entry: Entry,
  said: readonly Said[],
): readonly EntryInlay[] {
  const end =
    declaration.of?.place.span.end ?? (declaration.kind === 'indicator' ? declaration.measureName?.place.span.end : undefined);
  return end === undefined ? [] : said.map((one) => ({ ...one, at: behindValue(entry, end) }));
}

function inheritedBase({ codebook, words }: Page, { base, baseIsInherited, declaration }: ResolvedIndicator): readonly Said[] {
  if (base === undefined || !baseIsInherited || declaration.measure === 'count' || declaration.measure === undefined) return [];
  const target = codebook.defaults?.base?.place;
  return [
    {
      kind: 'default',
      text: `base: ${base}`,
      tooltip: paragraphs([`${escapeMarkdown(words.base[base])}.`, aidWords[words.language].inheritedBase]),
      ...(target === undefined ? {} : { target }),
    },
  ];
}

function inheritedBy({ codebook, words, language }: Page, { by, byIsInherited }: ResolvedIndicator): readonly Said[] {
  if (!byIsInherited || by.length === 0) return [];
  const target = codebook.defaults?.by?.[0]?.place;
  const named = by.map((names) => names.map((name) => labelOf(codebook, name, language)));
  return [
    {
      kind: 'default',
      text: shortened(`by: ${by.map((names) => names.join(' * ')).join(', ')}`),
      tooltip: paragraphs([`${escapeMarkdown(words.splitBy(named))}.`, aidWords[words.language].inheritedBy]),
      ...(target === undefined ? {} : { target }),
    },
  ];
}

function labelOf({ variables }: Codebook, name: string, language: string): string {
  return labelIn(variables.get(name)?.labels ?? {}, language, name);
}
