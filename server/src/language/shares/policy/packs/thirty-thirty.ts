import { everything, type PrecisionPack } from './types';

/** For a count, the respondents it counts are the 30; for everything else those in its base. */
export const thirtyThirty: PrecisionPack = {
  name: 'thirty_thirty',
  version: '1',
  source:
    'The rule of 30 respondents and a relative standard error of 30 percent, as in the documentation of the National Ambulatory Medical Care Survey (National Center for Health Statistics)',
  level: undefined,
  rules: [
    {
      name: 'n_below_30',
      action: 'suppress',
      of: everything.filter((subject) => subject !== 'population_count'),
      measure: 'n',
      breaks: 'below',
      limit: 30,
    },
    { name: 'counted_below_30', action: 'suppress', of: ['population_count'], measure: 'counted', breaks: 'below', limit: 30 },
    { name: 'cv_30_percent_or_more', action: 'flag', of: everything, measure: 'cv', breaks: 'at_least', limit: 0.3 },
  ],
};
