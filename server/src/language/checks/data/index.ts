import type { Check } from '../check';
import { answerOutsideUniverse } from './answer-outside-universe';
import { categoryNeverChosen } from './category-never-chosen';
import { codeNotInScale } from './code-not-in-scale';
import { columnMissing } from './column-missing';
import { columnsNotDescribed } from './columns-not-described';
import { copyDiffers } from './copy-differs';
import { credentialsInCodebook } from './credentials-in-codebook';
import { dataFileMissing } from './data-file-missing';
import { dataFileOutside } from './data-file-outside';
import { dataUnreadable } from './data-unreadable';
import { exclusiveWithOthers } from './exclusive-with-others';
import { notADate } from './not-a-date';
import { notANumber } from './not-a-number';
import { repeatedRespondentId } from './repeated-respondent-id';
import { valueOutOfRange } from './value-out-of-range';
import { weightMissing } from './weight-missing';
import { weightNegative } from './weight-negative';
import { weightZero } from './weight-zero';

/** What the data say against the codebook: the file first, then its columns, then what stands in them. */
export const dataChecks: readonly Check[] = [
  credentialsInCodebook,
  dataFileMissing,
  dataFileOutside,
  dataUnreadable,
  columnMissing,
  columnsNotDescribed,
  codeNotInScale,
  valueOutOfRange,
  notANumber,
  notADate,
  answerOutsideUniverse,
  exclusiveWithOthers,
  repeatedRespondentId,
  weightMissing,
  weightNegative,
  weightZero,
  copyDiffers,
  categoryNeverChosen,
];
