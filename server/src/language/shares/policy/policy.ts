import type { Codebook } from '../../model/codebook';
import type { DisclosureDeclaration, DisclosureLimits } from '../../model/declarations';
import { packNamed } from './packs';
import { ownPack } from './packs/own';
import type { PrecisionPack } from './packs/types';

/** Which numbers of a codebook may be shown. Without either part every number may. */
export interface Policy {
  readonly precision?: PrecisionPack;
  readonly disclosure?: DisclosureRules;
}

/** Rules that protect respondents, with nothing left open. Counts are of respondents, never weighted. */
export interface DisclosureRules extends GroupRules {
  /** A total is not shown where its `n` largest contributions are more than `k` percent of it. */
  readonly dominance: { readonly n: number; readonly k: number } | undefined;
  /** A total is not shown where it tells the largest contribution to within so many percent to the second largest. */
  readonly pPercent: number | undefined;
  /** Whether further numbers go, so that none that is not shown can be computed from those that are. */
  readonly secondary: boolean;
  readonly census: CensusRules | undefined;
}

export interface GroupRules {
  /** The least number of respondents in a base. */
  readonly minBase: number;
  /** The least number of respondents, other than none, in a cell and in what is left of its base. */
  readonly minCount: number;
  /** Whether a share of 0 or 100 % tells something about everybody in its group. */
  readonly zeroOrHundred: 'suppress' | 'allow';
}

/** What holds for groups of which everybody was asked, by variable: nobody can hide behind not being in the sample. */
interface CensusRules extends GroupRules {
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** The policy a codebook declares. A pack it names and nobody knows is none: a check says so. */
export function policyOf(codebook: Pick<Codebook, 'policy'>): Policy {
  const declared = codebook.policy;
  const precision = declared?.precision;
  const pack = precision === undefined ? undefined : 'text' in precision ? packNamed(precision.text) : ownPack(precision);
  return {
    ...(pack === undefined ? {} : { precision: pack }),
    ...(declared?.disclosure === undefined ? {} : { disclosure: disclosureRules(declared.disclosure) }),
  };
}

const defaults: GroupRules = { minBase: 5, minCount: 3, zeroOrHundred: 'allow' };

export function disclosureRules(declared: DisclosureDeclaration): DisclosureRules {
  const rules = groupRules(declared, defaults);
  const { census } = declared;
  return {
    ...rules,
    dominance: declared.dominance,
    pPercent: declared.p_percent,
    secondary: declared.secondary ?? true,
    census: census && {
      ...groupRules(census, { ...rules, zeroOrHundred: 'suppress' }),
      groups: new Map(census.of.map(({ variable, groups }) => [variable.text, groups.map(({ text }) => text)])),
    },
  };
}

function groupRules(stated: DisclosureLimits, otherwise: GroupRules): GroupRules {
  return {
    minBase: stated.min_base ?? otherwise.minBase,
    minCount: stated.min_count ?? otherwise.minCount,
    zeroOrHundred: stated.zero_or_hundred ?? otherwise.zeroOrHundred,
  };
}
