import type { Cluster, Stratum } from './sample';
import type { Tally } from './tally';

/** By leaf: 1 where a respondent of positive weight is in the domain of one of the estimates. */
export function membersOf(leaves: number, tallies: Iterable<Tally>): Uint8Array {
  const members = new Uint8Array(leaves);
  for (const { units } of tallies) for (let at = 0; at < units.leaf.length; at += 1) members[units.leaf[at] ?? 0] = 1;
  return members;
}

/** Whether anybody in the stratum is a member, by leaf. */
export function hasMembers({ units }: Stratum, isMember: Uint8Array): boolean {
  return units.kind === 'respondents'
    ? isMember[units.leaf] === 1
    : units.clusters.some((cluster) => clusterHasMembers(cluster, isMember));
}

export function clusterHasMembers(cluster: Cluster, isMember: Uint8Array): boolean {
  return cluster.kind === 'leaf'
    ? isMember[cluster.leaf] === 1
    : cluster.strata.some((stratum) => hasMembers(stratum, isMember));
}
