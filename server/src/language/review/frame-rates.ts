import type { Codebook } from '../model/codebook';
import type { FigureDeclaration, Rounding } from '../model/declarations';
import { roundPercent, roundRatio } from '../shares/rounding';
import type { Computed, WantedNumber } from './computed';

interface FrameCounts {
  readonly sent: number;
  readonly responded: number;
}

/** How many a frame was sent to and how many answered; a frame `of` others is their sum. A frame within itself counts once. */
export function frameCounts(codebook: Codebook, id: string, within: readonly string[] = []): FrameCounts | undefined {
  const frame = codebook.frames.get(id);
  if (frame === undefined || within.includes(id)) return undefined;
  if (frame.of === undefined) {
    const { sent, responded } = frame;
    return sent === undefined || responded === undefined ? undefined : { sent: sent.value, responded: responded.value };
  }
  const parts = frame.of.map((part) => frameCounts(codebook, part.text, [...within, id]));
  return parts.reduce<FrameCounts | undefined>(
    (total, part) => total && part && { sent: total.sent + part.sent, responded: total.responded + part.responded },
    { sent: 0, responded: 0 },
  );
}

/** A published number of frames: the rate, the number sent to (`base`) or the number of answers (`count`). */
export function frameNumber(codebook: Codebook, figure: FigureDeclaration, wanted: WantedNumber): Computed {
  const { statistic, keys, decimals, rounding } = wanted;
  const names = (figure.frames ?? []).map((frame) => frame.text);
  const id = keys[0]?.name.text ?? (names.length === 1 ? names[0] : undefined);
  if (id === undefined) return { kind: 'none', reason: 'The number does not say which frame it is of.' };
  if (!names.includes(id) || keys.length > 1)
    return { kind: 'none', reason: 'The number is of no frame that the figure names.' };
  const counts = frameCounts(codebook, id);
  if (counts === undefined) return { kind: 'none', reason: `The frame \`${id}\` does not state \`sent\` and \`responded\`.` };
  switch (statistic) {
    case 'base':
      return wholeNumber(counts.sent, decimals, rounding);
    case 'count':
      return wholeNumber(counts.responded, decimals, rounding);
    case 'rate':
      return rate(counts, decimals, rounding, id);
    default:
      return { kind: 'none', reason: `A figure of frames has a \`rate\`, \`base\` or \`count\`, no \`${statistic}\`.` };
  }
}

function wholeNumber(value: number, decimals: number, rounding: Rounding): Computed {
  return { kind: 'number', value, rounded: Number.isSafeInteger(value) ? roundRatio(value, 1, decimals, rounding) : value };
}

function rate({ sent, responded }: FrameCounts, decimals: number, rounding: Rounding, id: string): Computed {
  if (!Number.isSafeInteger(sent) || !Number.isSafeInteger(responded) || sent <= 0) {
    return { kind: 'none', reason: `The counts of the frame \`${id}\` must be whole numbers, \`sent\` above 0.` };
  }
  return { kind: 'number', value: (100 * responded) / sent, rounded: roundPercent(responded, sent, decimals, rounding) };
}
