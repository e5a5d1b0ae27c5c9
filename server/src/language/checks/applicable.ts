import type { Entry } from '../syntax/entry';
import { rememberedByText } from '../text/remember';
import { checks } from '.';
import type { Check } from './check';

const ofEntries = checks.filter((check) => check.run !== undefined);

/** The checks that have something to say of an entry. */
export function checksOf({ section, role, problems }: Entry): readonly Check[] {
  return problems.length > 0 ? onDamaged(role === 'member' ? section : '') : onSound(role === 'member' ? section : '');
}

const onSound = rememberedByText((section: string) => ofEntries.filter(({ looksAt }) => isOfInterest(looksAt, section)));

const onDamaged = rememberedByText((section: string) =>
  ofEntries.filter(({ looksAt }) => looksAt === 'damaged' || isOfInterest(looksAt, section)),
);

/** @param section `''` for what is no member of one */
function isOfInterest(looksAt: Check['looksAt'], section: string): boolean {
  if (looksAt === 'damaged') return false;
  return looksAt === undefined || section === '' || looksAt.some((one) => one === section);
}

export const fileChecks: readonly Check[] = checks.filter((check) => check.runOnFile !== undefined);
