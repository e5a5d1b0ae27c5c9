import type { Codebook } from '../../model/codebook';
import type { FigureDeclaration, IndicatorDeclaration } from '../../model/declarations';
import { figureIndicator, resolveIndicator } from '../../model/indicators';
import type { Fix } from '../../problem';
import type { Check, CheckSubject, Finding } from '../check';
import { addKey, hasKey } from '../expressions/edits';
import { addDefault } from '../fixes/defaults';
import { offered } from '../fixes/edits';
import { indicatorOfSupport } from './support-example';

export const baseNotStated: Check = {
  code: 'base-not-stated',
  severity: 'error',
  title: 'Indicator without a stated base',
  doc: {
    why: 'The same answers give 46 or 40 percent, depending on whether the base is those with a substantive answer or all who were asked. State it: `substantive` leaves don’t know out, `answered` keeps it in, `asked` is everybody who got the question. `defaults: {base: …}` states it for all.',
    wrong: indicatorOfSupport('supported: {measure: share, of: support = high}'),
    right: indicatorOfSupport('supported: {measure: share, of: support = high, base: substantive}'),
  },
  looksAt: ['indicators', 'figures'],
  run: findBaseless,
};

const bases = ['answered', 'substantive', 'asked'] as const;

const expected = 'Each share and distribution must state its `base`, or inherit it from `defaults`.';

function* findBaseless({ codebook, surroundings, own }: CheckSubject): Iterable<Finding> {
  for (const indicator of own.indicators) {
    if (!needsBase(indicator) || hasKey(indicator, 'base') || isStated(codebook, indicator)) continue;
    if (surroundings.baseIsStatedByAll) continue;
    yield {
      place: indicator.id.place,
      expected,
      found: `neither \`${indicator.id.text}\` nor \`defaults\` states a base`,
      fixes: bases.flatMap((base) => statement(indicator, base)),
    };
  }
  if (own.figures.length > 0 && !surroundings.baseIsStatedByAll) yield* figuresOfVariables(codebook, own.figures);
}

/** Means and what is made of them are always of substantive answers; a count has no denominator. */
function needsBase({ measure }: Pick<IndicatorDeclaration, 'measure'>): boolean {
  return measure === 'share' || measure === 'distribution';
}

/** Also a base that is misspelt is stated: another check says that it is none. */
function isStated(codebook: Codebook, indicator: IndicatorDeclaration): boolean {
  return resolveIndicator(codebook, indicator).base !== undefined || codebook.defaults?.base !== undefined;
}

function statement(indicator: IndicatorDeclaration, base: string): readonly Fix[] {
  const edits = addKey(indicator, 'base', base);
  return edits.length === 0 ? [] : [{ title: `Add \`base: ${base}\``, safe: false, edits }];
}

/** A figure `of` a variable has nothing but the defaults. */
function* figuresOfVariables(codebook: Codebook, figures: readonly FigureDeclaration[]): Iterable<Finding> {
  if (codebook.defaults?.base !== undefined) return;
  for (const figure of figures) {
    const resolved = figure.of === undefined ? undefined : figureIndicator(codebook, figure);
    if (resolved === undefined || !needsBase(resolved.declaration)) continue;
    yield {
      place: figure.id.place,
      expected,
      found: `\`${figure.id.text}\` is of a variable, and no \`defaults\` state a base`,
      fixesIn: (now) => bases.flatMap((base) => offered(`Add \`defaults: {base: ${base}}\``, addDefault(now, 'base', base))),
    };
  }
}
