import assert from 'node:assert/strict';
import { verdictText } from '../../server/src/language/features/words/verdict';
import { verdictEnglish, verdictSwedish } from '../../server/src/language/features/words/verdict-words';
import { packs, type Verdict } from '../../server/src/language/shares/policy';

const open: Verdict = { action: 'publish', obsStatus: 'A', confStatus: 'F' };

const both: Verdict = {
  action: 'suppress',
  disclosure: { action: 'suppress', rule: 'min_count' },
  precision: { action: 'suppress', rule: 'n_below_30', measure: 'n', limit: 30, pack: 'nchs_2017' },
  repair: { kind: 'merge_groups', variable: 'actor', groups: ['region', 'municipality'] },
  obsStatus: 'Q',
  confStatus: 'A',
};

const flagged: Verdict = {
  action: 'flag',
  precision: { action: 'flag', rule: 'cv_above_15_percent', measure: 'cv', limit: 0.15, pack: 'ine_chile' },
  repair: { kind: 'drop_split', variable: 'actor' },
  obsStatus: 'U',
  confStatus: 'F',
};

const log: Verdict = {
  action: 'suppress',
  precision: { action: 'suppress', rule: 'log_cv_above_17_5_percent', measure: 'log_cv', limit: 0.175, pack: 'cepal' },
  repair: { kind: 'merge_categories', categories: ['some', 'none'] },
  obsStatus: 'Q',
  confStatus: 'N',
};

const unknown: Verdict = {
  action: 'suppress',
  precision: { action: 'suppress', rule: 'max_width_not_known', measure: 'width', limit: 0.3, pack: 'own' },
  obsStatus: 'Q',
  confStatus: 'N',
};

describe('verdicts in words', () => {
  const names = {
    variable: () => 'Aktör',
    group: (id: string) => (id === 'region' ? 'Regioner' : 'Kommuner'),
    category: (id: string) => id,
  };

  it('say nothing of what may be shown', () => {
    assert.equal(verdictText(open, { language: 'en' }), '');
  });

  it('tell both reasons and what would help', () => {
    assert.deepEqual(
      [both, flagged, log, unknown].map((verdict) => verdictText(verdict, { language: 'en' })),
      [
        'Not shown: it would tell of too few respondents; it rests on fewer than 30 respondents (rules nchs_2017). It could be shown for region and municipality of actor together.',
        'To be read with care: its relative standard error is too large (limit 15%) (rules ine_chile). It could be shown without the split by actor.',
        'Not shown: the relative standard error of its logarithm is too large (limit 17.5%) (rules cepal). It could be shown for the answers some and none together.',
        'Not shown: how precise it is can’t be told.',
      ],
    );
  });

  it('speak Swedish, with labels', () => {
    assert.deepEqual(
      [both, flagged, unknown].map((verdict) => verdictText(verdict, { language: 'sv' }, names)),
      [
        'Visas inte: talet skulle avslöja för få svarande; det bygger på färre än 30 svarande (regler nchs_2017). Talet kan visas för Regioner och Kommuner tillsammans (Aktör).',
        'Bör läsas med försiktighet: det relativa medelfelet är för stort (gräns 15\u00a0%) (regler ine_chile). Talet kan visas utan uppdelningen efter Aktör.',
        'Visas inte: det går inte att säga hur säkert det är.',
      ],
    );
  });

  it('have a sentence for every rule in both languages', () => {
    const disclosure = ['min_base', 'min_count', 'zero_or_hundred', 'dominance', 'p_percent', 'quantile_at_the_edge'];
    const rules = [...disclosure, 'differencing', 'secondary'];
    for (const { disclosure, precision } of [verdictEnglish, verdictSwedish]) {
      assert.deepEqual(Object.keys(disclosure), rules);
      const measures = packs.flatMap((pack) => pack.rules.map(({ measure }) => measure));
      assert.ok(measures.every((measure) => precision[measure]('1').length > 10));
    }
  });
});
