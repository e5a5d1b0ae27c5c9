import type { DataFailure } from '../../shares';
import { wholeCode } from '../../text/code';
import type { CheckSubject, Finding } from '../check';

/** Why the data could not be read, where that is one of these reasons. */
export function* failedData(
  { codebook, data }: CheckSubject,
  codes: readonly DataFailure['code'][],
  expected: string,
): Iterable<Finding> {
  const declared = codebook.data;
  if (declared === undefined || data.kind !== 'failed' || !codes.includes(data.reason.code)) return;
  yield { place: declared.file?.place ?? declared.place, expected, found: foundIn(data.reason, declared.file?.text ?? '') };
}

/** The reader's sentence names the line where it knows it. The file stands in it as it is written, so that no letter is made large. */
function foundIn({ message }: DataFailure, file: string): string {
  const shown = [file, file.split('/').at(-1) ?? ''].find((name) => name !== '' && message.includes(name));
  const sentence = message.replace(/\.$/, '');
  return shown === undefined ? sentence : sentence.replace(shown, () => wholeCode(shown));
}
