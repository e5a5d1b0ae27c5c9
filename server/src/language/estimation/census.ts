import { hasMembers, membersOf } from './members';
import type { Cluster, Sample, Stratum } from './sample';
import { leftOutOf } from './stages';
import type { Tally } from './tally';

/**
 * Whether everybody in the population of the members' strata is in the sample, at every stage: then there is no sampling error,
 * and no interval either. Replicate weights don't tell.
 */
export function isCensus(sample: Sample, members: readonly Tally[]): boolean {
  if (sample.kind === 'replicates') return false;
  const isMember = membersOf(sample.leaves, members);
  return isMember.includes(1) && sample.strata.every((stratum) => isComplete(stratum, isMember));
}

function isComplete(stratum: Stratum, isMember: Uint8Array): boolean {
  if (!hasMembers(stratum, isMember)) return true;
  if (leftOutOf(stratum) > 0) return false;
  return stratum.units.kind === 'respondents' || stratum.units.clusters.every((cluster) => isCompleteWithin(cluster, isMember));
}

function isCompleteWithin(cluster: Cluster, isMember: Uint8Array): boolean {
  return cluster.kind === 'leaf' || cluster.strata.every((stratum) => isComplete(stratum, isMember));
}
