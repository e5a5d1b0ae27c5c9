import type { Check, CheckSubject, Finding } from '../check';
import { designIn, weightedDesignIn } from './design-example';

export const replicateWithoutWeight: Check = {
  code: 'replicate-without-weight',
  severity: 'warning',
  title: 'Replicate weights without the weight they repeat',
  doc: {
    why: 'Replicate weights are variants of one weight, and their spread tells how sure the weighted numbers are. Without `weight` the numbers are unweighted while their standard errors are those of weighted ones. Name the full weight; it is in the same file.',
    wrong: designIn('{replicate: {columns: [rw1, rw2], method: jk1}}', 'rw1,rw2', ['2,0', '0,2']),
    right: weightedDesignIn('{replicate: {columns: [rw1, rw2], method: jk1}}', 'rw1,rw2', ['1,2,0', '1,0,2']),
  },
  runOnFile: findWithout,
};

function* findWithout({ codebook }: CheckSubject): Iterable<Finding> {
  const replicate = codebook.data?.design?.replicate;
  const first = replicate?.columns[0];
  if (first === undefined || codebook.data?.weight !== undefined) return;
  yield {
    place: first.place,
    expected: 'Beside replicate weights the data should have their `weight`.',
    found: '`data` names none',
  };
}
