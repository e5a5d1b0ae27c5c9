import type { Entry } from '../syntax/entry';
import { rememberedByText } from '../text/remember';
import { checks } from '.';
import type { Check } from './check';
import { traits, traitsOf } from './traits';

/** The checks that may have something to say of an entry. */
export function checksOf(entry: Entry): readonly Check[] {
  return bySection(entry.role === 'member' ? entry.section : '')(traitsOf(entry));
}

/** For each section, `''` for what is no member of one, and each sum of traits. */
const bySection = rememberedByText((section: string) => {
  const inSection = checks.filter(({ run, looksAt }) => run !== undefined && isOfInterest(looksAt, section));
  const byTraits: (readonly Check[] | undefined)[] = [];
  return (sum: number): readonly Check[] => {
    const known = byTraits[sum] ?? inSection.filter(({ where }) => hasOneOf(where, sum));
    byTraits[sum] = known;
    return known;
  };
});

function isOfInterest(looksAt: Check['looksAt'], section: string): boolean {
  return looksAt === undefined || section === '' || looksAt.some((one) => one === section);
}

function hasOneOf(where: Check['where'], sum: number): boolean {
  return where === undefined || where.some((trait) => (sum & (1 << traits.indexOf(trait))) !== 0);
}

export const fileChecks: readonly Check[] = checks.filter((check) => check.runOnFile !== undefined);
