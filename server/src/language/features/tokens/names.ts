import type { Codebook, Owner, Use } from '../../model/codebook';
import type { SemanticKind, SemanticToken } from './types';

/** What a codebook knows of a name, in a letter: nothing, something, or something whose value is computed. */
export type Known = '-' | 'k' | 'c';

export function knownAs(codebook: Codebook, use: Use): Known {
  if (!use.declares && !isKnown(codebook, use)) return '-';
  return isComputed(codebook, use) ? 'c' : 'k';
}

/** What a name is coloured as; nothing where it stands for nothing. */
export function nameToken({ kind, place, declares }: Use, known: Known): readonly SemanticToken[] {
  const { entry, span } = place;
  const isThere = span.end > span.start && !/[\r\n]/.test(entry.text.slice(span.start, span.end));
  if (kind === 'file' || !isThere || known === '-') return [];
  const declaration = declares ? (['declaration'] as const) : [];
  const readonly = known === 'c' ? (['readonly'] as const) : [];
  return [{ span, kind: kinds[kind], modifiers: [...declaration, ...readonly] }];
}

const kinds: Readonly<Record<Exclude<Use['kind'], 'file'>, SemanticKind>> = {
  stage: 'namespace',
  frame: 'class',
  scale: 'enum',
  category: 'enumMember',
  variable: 'variable',
  item: 'property',
  indicator: 'interface',
  figure: 'struct',
  test: 'event',
};

function isComputed(codebook: Codebook, { kind, name, declares, place }: Use): boolean {
  if (kind !== 'variable') return false;
  return declares ? place.entry.section === 'derived' : codebook.variables.get(name)?.declaration.kind === 'derived';
}

/** Asked without the search for similar names that binding comes with. */
function isKnown(codebook: Codebook, { kind, name, owner }: Use): boolean {
  switch (kind) {
    case 'stage':
      return codebook.stages.has(name);
    case 'frame':
      return codebook.frames.has(name);
    case 'scale':
      return codebook.scales.has(name);
    case 'variable':
      return codebook.variables.has(name);
    case 'indicator':
      return codebook.indicators.has(name);
    case 'figure':
      return codebook.figures.has(name);
    case 'item':
      return owner !== undefined && (codebook.variables.get(owner.id)?.items.some(({ id }) => id === name) ?? false);
    case 'category':
      return owner !== undefined && isCategory(codebook, owner, name);
    case 'test':
    case 'file':
      return false;
  }
}

function isCategory(codebook: Codebook, owner: Owner, name: string): boolean {
  if (owner.kind === 'variable') {
    const scale = codebook.variables.get(owner.id)?.scale;
    return (
      scale !== undefined &&
      [scale.categories, scale.groups, scale.missing].some((parts) => parts.some(({ id }) => id === name))
    );
  }
  const scale = codebook.scales.get(owner.id);
  return (
    scale !== undefined &&
    [scale.categories, scale.groups, scale.missing].some((parts) => parts.some(({ id }) => id.text === name))
  );
}
