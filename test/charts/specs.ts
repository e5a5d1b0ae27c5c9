import { bars } from '../../server/src/language/charts/bars';
import { dots } from '../../server/src/language/charts/dots';
import { stackedBars } from '../../server/src/language/charts/stacked-bars';
import type { BarsSpec, ChartOptions, ChartValue, DotsSpec, StackedBarsSpec } from '../../server/src/language/charts/types';

/** Every chart that is kept as a picture, by file name. */
export const charts: Readonly<Record<string, (options: ChartOptions) => string>> = {
  'stacked-yes-no-by-actor': (options) => stackedBars(collaborated, options),
  'stacked-extent-with-missing': (options) => stackedBars(leadership, options),
  'stacked-extent-narrow': (options) => stackedBars(leadership, { ...options, width: Math.min(options.width, 360) }),
  'stacked-battery-by-actor': (options) => stackedBars(battery, options),
  'stacked-eight-by-ten': (options) => stackedBars(eightByTen, options),
  'stacked-seven-steps': (options) => stackedBars(sevenSteps, options),
  'stacked-one-group': (options) => stackedBars(oneGroup, options),
  'bars-items': (options) => bars(activities, options),
  'bars-items-by-actor': (options) => bars(partners, options),
  'dots-means-by-actor': (options) => dots(effects, options),
};

export const percent = (value: number): ChartValue => ({ kind: 'value', value: value / 100, text: `${value} %` });
const none = (reason: string): ChartValue => ({ kind: 'none', reason });

const actors = [
  { label: 'Total', n: 'n = 1 660', total: true },
  { label: 'Agencies', n: 'n = 164' },
  { label: 'Regions', n: 'n = 274' },
  { label: 'Municipalities', n: 'n = 1 222' },
];

const rowsOf = (shares: readonly (readonly ChartValue[])[]) =>
  actors.map((actor, index) => ({ ...actor, values: shares[index] ?? [] }));

export const collaborated: StackedBarsSpec = {
  title: 'Collaborated, by actor',
  categories: [{ label: 'Yes' }, { label: 'No' }],
  order: 'nominal',
  sections: [
    {
      rows: rowsOf([
        [percent(46), percent(54)],
        [percent(65), percent(35)],
        [percent(52), percent(48)],
        [percent(43), percent(57)],
      ]),
    },
  ],
};

const extent = [
  { label: 'I hög grad' },
  { label: 'I ganska hög grad' },
  { label: 'I viss grad' },
  { label: 'Inte alls' },
  { label: 'Vet ej', missing: true },
];

export const leadership: StackedBarsSpec = {
  title: 'Förväntade sig ledningen innovation? Efter aktör',
  categories: extent,
  order: 'most_first',
  sections: [
    {
      rows: [
        { label: 'Myndigheter', n: 'n = 164', values: [24, 32, 31, 9, 4].map(percent) },
        { label: 'Regioner', n: 'n = 274', values: [12, 21, 38, 22, 7].map(percent) },
        { label: 'Kommuner och kommunala bolag', n: 'n = 1 222', values: [8, 19, 41, 30, 2].map(percent) },
        { label: 'Utan uppgift om aktör', n: 'n = 3', values: [none('För få svarande'), ...[0, 0, 0, 0].map(percent)] },
        { label: 'Totalt', n: 'n = 1 663', total: true, values: [10, 21, 39, 27, 3].map(percent) },
      ],
    },
  ],
};

const battery: StackedBarsSpec = {
  title: 'Preconditions, by actor',
  categories: [
    { label: 'To a high or fairly high degree' },
    { label: 'To some degree' },
    { label: 'Not at all' },
    { label: 'Don’t know', missing: true },
  ],
  order: 'most_first',
  sections: [
    'Clear ideas about how innovation was to be carried out and followed up in the organisation',
    'Interaction with users & citizens',
  ].map((label, item) => ({
    label,
    rows: rowsOf(actors.map((_, group) => [40 - group * 5 + item * 10, 30, 20 - item * 10, 10 + group * 5].map(percent))),
  })),
};

const eightByTen: StackedBarsSpec = {
  title: 'Main task, by county',
  categories: ['Education', 'Health', 'Care of the elderly', 'Culture', 'Planning', 'Transport', 'Rescue', 'Other tasks'].map(
    (label) => ({ label }),
  ),
  order: 'nominal',
  sections: [
    {
      rows: Array.from({ length: 10 }, (_, group) => ({
        label: group === 0 ? 'Total' : `County number ${group}`,
        n: `n = ${group === 0 ? 900 : 100}`,
        total: group === 0,
        values: [20, 18, 16, 14, 12, 10, 6, 4].map((share, index) =>
          percent(index % 2 === 0 ? share + group / 2 : share - group / 2),
        ),
      })),
    },
  ],
};

const sevenSteps: StackedBarsSpec = {
  title: 'Satisfaction, one to seven',
  categories: Array.from({ length: 7 }, (_, index) => ({ label: String(index + 1) })),
  order: 'least_first',
  sections: [{ rows: [{ label: 'All', n: 'n = 250', values: [4, 6, 10, 20, 30, 18, 12].map(percent) }] }],
};

const oneGroup: StackedBarsSpec = {
  title: 'Everyone said <yes> & "more"',
  categories: [{ label: '<Yes> & "more"' }],
  order: 'nominal',
  sections: [{ rows: [{ label: 'All & <everyone>', n: 'n = 5', values: [percent(100)] }] }],
};

export const activities: BarsSpec = {
  title: 'Innovationsaktiviteter',
  sections: [
    {
      rows: [
        { label: 'Utvecklat idéer med användare', n: 'n = 1 660', value: percent(58) },
        {
          label: 'Tagit fram underlag om behov hos medborgare, företag och andra organisationer',
          n: 'n = 1 660',
          value: percent(47),
        },
        { label: 'Forskning och utveckling', n: 'n = 1 660', value: percent(12) },
        { label: 'Upphandling', n: 'n = 1 660', value: percent(0) },
        { label: 'Alla tillsammans', n: 'n = 1 660', value: percent(100) },
        { label: 'Inget av dessa', n: 'n = 0', value: none('Ingen svarande i basen') },
      ],
    },
  ],
};

export const partners: BarsSpec = {
  title: 'Partners of those who work broadly, by actor',
  sections: ['Universities', 'Research institutes', 'Companies'].map((label, item) => ({
    label,
    rows: actors.map((actor, group) => ({ ...actor, value: percent(70 - item * 20 - group * 9) })),
  })),
};

export const effects: DotsSpec = {
  title: 'Mean degree of effects, by actor',
  range: { low: 0, high: 4 },
  ends: { low: 'Not at all', high: 'To a high degree' },
  sections: ['Better quality of services', 'Lower costs'].map((label, item) => ({
    label,
    rows: actors.map((actor, group) => ({
      ...actor,
      value:
        item === 1 && group === 2
          ? none('No data')
          : { kind: 'value', value: 2.83 - item * 0.9 - group * 0.21, text: (2.83 - item * 0.9 - group * 0.21).toFixed(2) },
    })),
  })),
};
