import { amounts, everything, type PrecisionPack } from './types';

/**
 * Not reliable is not shown, weakly reliable is flagged. A share has no coefficient of variation but a limit to its standard
 * error: p^(2/3)/9 for the smaller of the share and its complement.
 */
export const ineChile: PrecisionPack = {
  name: 'ine_chile',
  version: '2020',
  source:
    'Instituto Nacional de Estadísticas de Chile. Estándar para la evaluación de la calidad de las estimaciones en encuestas de hogares, 2020; limits as the defaults of the R package calidad (scheme "chile")',
  level: undefined,
  rules: [
    { name: 'n_below_60', action: 'suppress', of: everything, measure: 'n', breaks: 'below', limit: 60 },
    { name: 'df_below_9', action: 'suppress', of: everything, measure: 'df', breaks: 'below', limit: 9 },
    { name: 'cv_above_30_percent', action: 'suppress', of: amounts, measure: 'cv', breaks: 'above', limit: 0.3 },
    { name: 'cv_above_15_percent', action: 'flag', of: amounts, measure: 'cv', breaks: 'above', limit: 0.15 },
    {
      name: 'standard_error_above_its_curve',
      action: 'flag',
      of: ['share'],
      measure: 'standard_error_over_curve',
      breaks: 'above',
      limit: 1,
    },
  ],
};
