import type { Codebook } from '../../model/codebook';
import type { Fix } from '../../problem';
import { insertPair, mapPair } from '../../syntax';
import type { Check, CheckSubject, Finding } from '../check';
import { foundInData } from '../data/data-findings';
import { inEntry, offered } from '../fixes/edits';
import { designIn } from './design-example';
import { strata, strataNamed } from './strata-named';

export const lonePsu: Check = {
  code: 'lone-psu',
  severity: 'warning',
  title: 'Stratum with one sampling unit',
  needsData: true,
  doc: {
    why: 'How much units of a stratum differ can’t be told from one. While `lone_psu` is `fail`, numbers that rest on such a stratum have no standard error. Merge it with a neighbour, which is best; or state a rule: `adjust` and `average` are cautious, `certainty` is right only for a unit that was taken for sure.',
    wrong: designIn('{strata: region}', 'region', ['north', 'south', 'south']),
    right: designIn('{strata: region, lone_psu: adjust}', 'region', ['north', 'south', 'south']),
  },
  runOnFile: findLone,
};

function findLone(subject: CheckSubject): Iterable<Finding> {
  const fixes = rulesFor(subject.codebook);
  return foundInData(subject, 'lone-psu', (finding) => ({
    expected: 'Each stratum should have two sampling units or more, or `lone_psu` say what one unit does.',
    found: `${strata(finding.count)} ${finding.count === 1 ? 'has' : 'have'} one: ${strataNamed(finding, false)}`,
    fixes,
  }));
}

/** One fix for each rule but `fail`, the cautious ones first; where `fail` is stated, in its place. */
function rulesFor({ data }: Codebook): readonly Fix[] {
  const design = data?.design;
  if (design === undefined) return [];
  const { entry } = design.place;
  const map = mapPair(mapPair(entry.root, 'data')?.value, 'design')?.value;
  if (map?.kind !== 'map') return [];
  const stated = mapPair(map, 'lone_psu')?.value;
  return (['adjust', 'average', 'certainty'] as const).flatMap((rule) =>
    offered(`State \`lone_psu: ${rule}\``, [
      inEntry(
        entry,
        stated === undefined ? insertPair(entry.text, map, 'lone_psu', rule) : { span: stated.span, newText: rule },
      ),
    ]),
  );
}
