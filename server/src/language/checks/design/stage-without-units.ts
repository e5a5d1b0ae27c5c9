import type { DesignDeclaration, Name } from '../../model/declarations';
import type { Check, CheckSubject, Finding } from '../check';
import { designIn } from './design-example';

export const stageWithoutUnits: Check = {
  code: 'stage-without-units',
  severity: 'error',
  title: 'Sampling stage below the respondents',
  doc: {
    why: 'Each stage draws from the units of the stage above. A stage without a column of `psu` draws the respondents themselves, so it is the last. Further columns of `strata` or `fpc` belong to no stage, and there are no standard errors. Name the units of each stage above, or remove the columns.',
    wrong: designIn('{strata: [region, district]}', 'region,district', ['north,a', 'north,b', 'south,c', 'south,c']),
    right: designIn('{strata: [region, district], psu: school}', 'region,district,school', [
      'north,a,1',
      'north,b,2',
      'south,c,3',
      'south,c,4',
    ]),
  },
  runOnFile: findTooDeep,
};

function* findTooDeep({ codebook }: CheckSubject): Iterable<Finding> {
  const design = codebook.data?.design;
  if (design === undefined) return;
  yield* tooDeep(design, design.strata, 'strata');
  yield* tooDeep(design, design.fpc, 'population sizes');
}

function* tooDeep({ psu }: DesignDeclaration, columns: readonly Name[], what: string): Iterable<Finding> {
  const first = columns[psu.length + 1];
  if (first === undefined) return;
  yield {
    place: first.place,
    expected: 'Each stage but the last must have a column of `psu`.',
    found: `stage ${psu.length + 2} has ${what}, and ${psu.length === 0 ? 'no stage' : `only ${psu.length}`} has units`,
  };
}
