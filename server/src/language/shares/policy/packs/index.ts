import { cepal } from './cepal';
import { ineChile } from './ine-chile';
import { nchs2017 } from './nchs-2017';
import { thirtyThirty } from './thirty-thirty';
import type { PrecisionPack } from './types';

/** The packs that a codebook can name. */
export const packs: readonly PrecisionPack[] = [nchs2017, thirtyThirty, ineChile, cepal];

export function packNamed(name: string): PrecisionPack | undefined {
  return packs.find((pack) => pack.name === name);
}
