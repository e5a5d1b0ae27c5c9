import type { DataFailure } from '../../shares';
import type { CheckSubject, Finding } from '../check';

/** Why the data could not be read, where that is one of these reasons. */
export function* failedData(
  { codebook, data }: CheckSubject,
  codes: readonly DataFailure['code'][],
  expected: string,
): Iterable<Finding> {
  const declared = codebook.own.header.data;
  if (declared === undefined || data.kind !== 'failed' || !codes.includes(data.reason.code)) return;
  yield { place: declared.file?.place ?? declared.place, expected, found: foundIn(data.reason) };
}

/** The reader's sentence names the line where it knows it. */
function foundIn({ message }: DataFailure): string {
  return message.replace(/\.$/, '');
}
