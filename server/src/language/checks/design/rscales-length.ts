import type { Check, CheckSubject, Finding } from '../check';
import { weightedDesignIn } from './design-example';

export const rscalesLength: Check = {
  code: 'rscales-length',
  severity: 'error',
  title: 'As many factors as replicates',
  doc: {
    why: 'Each replicate weight has its own factor in `rscales`, or one number holds for all. With more or fewer factors nobody can tell which belongs to which, so there are no standard errors.',
    wrong: weightedDesignIn('{replicate: {columns: rw1..rw2, method: jkn, rscales: [0.5, 0.5, 0.5]}}', 'rw1,rw2', [
      '1,2,0',
      '1,0,2',
    ]),
    right: weightedDesignIn('{replicate: {columns: rw1..rw2, method: jkn, rscales: [0.5, 0.5]}}', 'rw1,rw2', [
      '1,2,0',
      '1,0,2',
    ]),
  },
  runOnFile: findOthers,
};

function* findOthers({ codebook }: CheckSubject): Iterable<Finding> {
  const { rscales = [], columns = [] } = codebook.data?.design?.replicate ?? {};
  const [first] = rscales;
  if (first === undefined || rscales.length === 1 || rscales.length === columns.length) return;
  yield {
    place: first.place,
    expected: `There must be one factor, or one for each of the ${columns.length} replicate weights.`,
    found: `there are ${rscales.length}`,
  };
}
