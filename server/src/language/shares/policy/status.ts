import type { Reason, Verdict } from './types';

/**
 * A verdict from its reasons: the stricter one counts, both are kept. OBS_STATUS (SDMX CL_OBS_STATUS): `A` normal value, `U` low
 * reliability, `Q` missing value, suppressed. CONF_STATUS (SDMX CL_CONF_STATUS): `F` free for publication, `A` primary
 * confidentiality due to small counts (also of a group told by 0 or 100 %), `G` due to dominance by one or two units, `M` by
 * another measure of concentration, `D` secondary confidentiality set by the sender, `N` not for publication: what is
 * suppressed for its precision alone is not confidential, and yet not to be shown.
 */
export function verdictOf(precision: Reason | undefined, disclosure: Reason | undefined): Verdict {
  const action = disclosure?.action ?? precision?.action ?? 'publish';
  return {
    action,
    ...(precision === undefined ? {} : { precision }),
    ...(disclosure === undefined ? {} : { disclosure }),
    obsStatus: action === 'suppress' ? 'Q' : action === 'flag' ? 'U' : 'A',
    confStatus: disclosure === undefined ? (action === 'suppress' ? 'N' : 'F') : confidential(disclosure.rule),
  };
}

function confidential(rule: string): string {
  switch (rule) {
    case 'secondary':
    case 'differencing':
      return 'D';
    case 'dominance':
      return 'G';
    case 'p_percent':
      return 'M';
    default:
      return 'A';
  }
}
