import type { Entry } from '../../syntax/entry';
import type { MapNode, SyntaxNode } from '../../syntax/tree';
import type {
  CensusGroups,
  DisclosureDeclaration,
  DisclosureLimits,
  PolicyDeclaration,
  PrecisionDeclaration,
  PrecisionLimits,
} from '../declarations';
import { present } from '../fields';
import { asMap, field, nameOf, namesOf, numberOf, oneOf, pairsOf, placeOf, scalarName } from './values';

/** `policy`: what is not there or no number is left out; the schema says so. */
export function readPolicy(entry: Entry, node: SyntaxNode): PolicyDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({
    place: placeOf(entry, map.span),
    precision: readPrecision(entry, field(map, 'precision')),
    disclosure: readDisclosure(entry, asMap(field(map, 'disclosure'))),
  });
}

function readPrecision(entry: Entry, node: SyntaxNode | undefined): PolicyDeclaration['precision'] {
  const map = asMap(node);
  return map === undefined ? nameOf(entry, node) : ownPrecision(entry, map);
}

function ownPrecision(entry: Entry, map: MapNode): PrecisionDeclaration {
  const flag = asMap(field(map, 'flag'));
  return present({
    ...precisionLimits(entry, map),
    name: nameOf(entry, field(map, 'name')),
    flag: flag && precisionLimits(entry, flag),
  });
}

function precisionLimits(entry: Entry, map: MapNode): PrecisionLimits {
  const number = (key: keyof PrecisionLimits): number | undefined => numberOf(entry, field(map, key))?.value;
  return present({
    min_n: number('min_n'),
    min_counted: number('min_counted'),
    min_effective_n: number('min_effective_n'),
    min_df: number('min_df'),
    max_cv: number('max_cv'),
    max_log_cv: number('max_log_cv'),
    max_width: number('max_width'),
    max_relative_width: number('max_relative_width'),
  });
}

function readDisclosure(entry: Entry, map: MapNode | undefined): DisclosureDeclaration | undefined {
  if (map === undefined) return undefined;
  const dominance = asMap(field(map, 'dominance'));
  const [n, k] = [numberOf(entry, field(dominance, 'n'))?.value, numberOf(entry, field(dominance, 'k'))?.value];
  const census = asMap(field(map, 'census'));
  const secondary = oneOf(field(map, 'secondary'), ['true', 'false']);
  return present({
    ...disclosureLimits(entry, map),
    dominance: n === undefined || k === undefined ? undefined : { n, k },
    p_percent: numberOf(entry, field(map, 'p_percent'))?.value,
    secondary: secondary === undefined ? undefined : secondary === 'true',
    census: census && { ...disclosureLimits(entry, census), of: censusGroups(entry, field(census, 'of')) },
  });
}

function disclosureLimits(entry: Entry, map: MapNode): DisclosureLimits {
  return present({
    min_base: numberOf(entry, field(map, 'min_base'))?.value,
    min_count: numberOf(entry, field(map, 'min_count'))?.value,
    zero_or_hundred: oneOf(field(map, 'zero_or_hundred'), ['suppress', 'allow']),
  });
}

function censusGroups(entry: Entry, node: SyntaxNode | undefined): readonly CensusGroups[] {
  return pairsOf(node).map(({ key, value }) => ({ variable: scalarName(entry, key), groups: namesOf(entry, value) }));
}
