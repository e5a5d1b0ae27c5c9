import type { PrecisionPack } from './types';

/**
 * Shares: the order of the report's figure 1. A share of 0 or 1 has an effective number of respondents equal to its base and no
 * width that a rule looks at; it is flagged for review, as are fewer than 8 degrees of freedom. The interval is Korn and
 * Graubard's, capped at the number of respondents. Counts: the later report, with the interval on the logarithmic scale.
 */
export const nchs2017: PrecisionPack = {
  name: 'nchs_2017',
  version: '2017 (shares), 2023 (counts)',
  source:
    'Parker JD et al. National Center for Health Statistics Data Presentation Standards for Proportions. Vital Health Stat 2(175), 2017; for counts: National Center for Health Statistics Data Presentation Standards for Rates and Counts. Vital Health Stat 2(200), 2023',
  level: 0.95,
  rules: [
    { name: 'n_below_30', action: 'suppress', of: ['share'], measure: 'n', breaks: 'below', limit: 30 },
    { name: 'effective_n_below_30', action: 'suppress', of: ['share'], measure: 'effective_n', breaks: 'below', limit: 30 },
    { name: 'width_30_points_or_more', action: 'suppress', of: ['share'], measure: 'width', breaks: 'at_least', limit: 0.3 },
    {
      name: 'relative_width_above_130_percent',
      action: 'suppress',
      of: ['share'],
      measure: 'relative_width',
      breaks: 'above',
      limit: 1.3,
      unless: { measure: 'width', atMost: 0.05 },
    },
    { name: 'df_below_8', action: 'flag', of: ['share', 'population_count'], measure: 'df', breaks: 'below', limit: 8 },
    { name: 'share_of_0_or_100', action: 'flag', of: ['share'], measure: 'zero_or_hundred', breaks: 'at_least', limit: 1 },
    {
      name: 'complement_relative_width_above_130_percent',
      action: 'flag',
      of: ['share'],
      measure: 'complement_relative_width',
      breaks: 'above',
      limit: 1.3,
      unless: { measure: 'width', atMost: 0.05 },
    },
    { name: 'counted_below_10', action: 'suppress', of: ['population_count'], measure: 'counted', breaks: 'below', limit: 10 },
    {
      name: 'relative_width_above_160_percent',
      action: 'suppress',
      of: ['population_count'],
      measure: 'relative_width',
      breaks: 'above',
      limit: 1.6,
    },
  ],
};
