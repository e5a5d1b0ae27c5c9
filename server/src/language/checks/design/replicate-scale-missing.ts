import type { ReplicateDeclaration } from '../../model/declarations';
import type { Check, CheckSubject, Finding } from '../check';
import { weightedDesignIn } from './design-example';

export const replicateScaleMissing: Check = {
  code: 'replicate-scale-missing',
  severity: 'error',
  title: 'Replicate weights without their factor',
  doc: {
    why: 'How squared deviations of the replicates become a variance depends on how they were made, and for these methods a number of the producer’s is part of it: Fay’s `rho`, the `rscales` of a stratified jackknife, the `scale` of another method. It stands in the documentation of the data; without it there are no standard errors.',
    wrong: weightedDesignIn('{replicate: {columns: [rw1, rw2], method: fay}}', 'rw1,rw2', ['1,1.3,0.7', '1,0.7,1.3']),
    right: weightedDesignIn('{replicate: {columns: [rw1, rw2], method: fay, rho: 0.3}}', 'rw1,rw2', ['1,1.3,0.7', '1,0.7,1.3']),
  },
  runOnFile: findMissing,
};

function* findMissing({ codebook }: CheckSubject): Iterable<Finding> {
  const replicate = codebook.data?.design?.replicate;
  const missing = replicate === undefined ? undefined : missingKey(replicate);
  if (replicate?.methodName === undefined || missing === undefined) return;
  yield {
    place: replicate.methodName.place,
    expected: `Replicate weights of the method \`${replicate.methodName.text}\` must state ${missing}.`,
    found: 'the design does not',
  };
}

function missingKey({ method, scale, rscales, rho }: ReplicateDeclaration): string | undefined {
  if (method === 'fay' && rho === undefined && scale === undefined) return '`rho`';
  if (method === 'jkn' && rscales === undefined) return '`rscales`';
  return method === 'other' && scale === undefined ? '`scale`' : undefined;
}
