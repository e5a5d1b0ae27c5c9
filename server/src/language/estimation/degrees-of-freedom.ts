import { clusterHasMembers, membersOf } from './members';
import type { LinearisedSample, Sample, Stratum } from './sample';
import type { Tally } from './tally';

/**
 * First-stage sampling units less strata: of the whole design, or of the units and strata that have a respondent of positive
 * weight among the members (R `survey`: `degf` of the design, and of its subset). The members' tallies have no respondent in
 * common. Replicate weights state theirs. May be 0 or less: then there is no interval.
 */
export function degreesOfFreedom(sample: Sample, members: readonly Tally[] | 'design'): number {
  if (sample.kind === 'replicates') return sample.degreesOfFreedom;
  if (members === 'design') return sample.strata.reduce((total, { sampled }) => total + sampled - 1, 0);
  const respondents = respondentsByLeaf(sample, members);
  const isMember = membersOf(sample.leaves, members);
  return sample.strata.reduce((total, stratum) => {
    const units = memberUnits(stratum, respondents, isMember);
    return units === 0 ? total : total + units - 1;
  }, 0);
}

function respondentsByLeaf(sample: LinearisedSample, members: readonly Tally[]): Float64Array {
  const respondents = new Float64Array(sample.leaves);
  for (const { units } of members) {
    for (let at = 0; at < units.leaf.length; at += 1) {
      const place = units.leaf[at] ?? 0;
      respondents[place] = (respondents[place] ?? 0) + (units.n[at] ?? 0);
    }
  }
  return respondents;
}

function memberUnits({ units }: Stratum, respondents: Float64Array, isMember: Uint8Array): number {
  if (units.kind === 'respondents') return respondents[units.leaf] ?? 0;
  return units.clusters.filter((cluster) => clusterHasMembers(cluster, isMember)).length;
}
