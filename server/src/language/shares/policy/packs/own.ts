import type { PrecisionDeclaration, PrecisionLimits } from '../../../model/declarations';
import type { PrecisionMeasure } from '../types';
import { everything, type PrecisionPack, type PrecisionRule, type Subject } from './types';

/** The rules a codebook states itself: each limit is allowed; those at the top suppress, those under `flag` flag. */
export function ownPack(declared: PrecisionDeclaration): PrecisionPack {
  return {
    name: declared.name?.text ?? 'own',
    version: '1',
    source: 'The codebook’s own rules',
    level: undefined,
    rules: [...rulesOf(declared, 'suppress'), ...rulesOf(declared.flag ?? {}, 'flag')],
  };
}

interface OwnLimit {
  readonly key: keyof PrecisionLimits;
  readonly measure: PrecisionMeasure;
  readonly of: readonly Subject[];
}

const limits: readonly OwnLimit[] = [
  { key: 'min_n', measure: 'n', of: everything },
  { key: 'min_counted', measure: 'counted', of: everything },
  { key: 'min_effective_n', measure: 'effective_n', of: everything },
  { key: 'min_df', measure: 'df', of: everything },
  { key: 'max_cv', measure: 'cv', of: everything },
  { key: 'max_log_cv', measure: 'log_cv', of: ['share'] },
  { key: 'max_width', measure: 'width', of: ['share'] },
  { key: 'max_relative_width', measure: 'relative_width', of: everything },
];

function rulesOf(declared: PrecisionLimits, action: PrecisionRule['action']): readonly PrecisionRule[] {
  return limits.flatMap(({ key, measure, of }) => {
    const limit = declared[key];
    const breaks = key.startsWith('min_') ? 'below' : 'above';
    return limit === undefined ? [] : [{ name: key, action, of, measure, breaks, limit }];
  });
}
