import { amounts, everything, type PrecisionPack } from './types';

/**
 * Of a share, the coefficient of variation of its logarithm (of the smaller of the share and its complement) counts too. The
 * coefficient must be less than its limit, the logarithmic one at most its own.
 */
export const cepal: PrecisionPack = {
  name: 'cepal',
  version: '2020',
  source:
    'Comisión Económica para América Latina y el Caribe. Criterios de calidad en la estimación de indicadores a partir de encuestas de hogares, 2020; limits as the defaults of the R package calidad (scheme "eclac_2020")',
  level: undefined,
  rules: [
    { name: 'n_below_100', action: 'suppress', of: everything, measure: 'n', breaks: 'below', limit: 100 },
    { name: 'effective_n_below_140', action: 'suppress', of: everything, measure: 'effective_n', breaks: 'below', limit: 140 },
    { name: 'counted_below_50', action: 'suppress', of: everything, measure: 'counted', breaks: 'below', limit: 50 },
    { name: 'log_cv_above_17_5_percent', action: 'suppress', of: ['share'], measure: 'log_cv', breaks: 'above', limit: 0.175 },
    { name: 'df_below_9', action: 'flag', of: everything, measure: 'df', breaks: 'below', limit: 9 },
    { name: 'cv_20_percent_or_more', action: 'flag', of: ['share'], measure: 'cv', breaks: 'at_least', limit: 0.2 },
    { name: 'cv_20_percent_or_more', action: 'suppress', of: amounts, measure: 'cv', breaks: 'at_least', limit: 0.2 },
  ],
};
