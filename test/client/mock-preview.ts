import { bars } from '../../server/src/language/charts/bars';
import { dots } from '../../server/src/language/charts/dots';
import { stackedBars } from '../../server/src/language/charts/stacked-bars';
import type { ChartValue } from '../../server/src/language/charts/types';
import type { Preview, PreviewEntry, PreviewTable } from '../../server/src/protocol';
import { activities, collaborated, effects, leadership, partners } from '../charts/specs';

/** A preview as the server makes it, for looking at the page and for its tests. The numbers are invented. */
export const mockPreview = (width: number): Preview => ({
  uri,
  title: 'Innovation i offentlig sektor 2019–2020, arbetsställen',
  languages: ['sv', 'en'],
  language: 'sv',
  state: { kind: 'ready', text: 'workplaces.csv · 1 660 svarande · ovägt' },
  stages: [
    {
      id: 'activities',
      label: 'Innovationsaktiviteter',
      entries: [
        entry('question', 'activities', 'Innovationsaktiviteter', 20, {
          description: 'Vilka innovationsaktiviteter har ni genomfört?',
          base: 'Ställd till alla · bas: de som svarade',
          tables: [activitiesTable(width)],
        }),
        entry('derived', 'broad', 'Arbetar brett med innovation', 60, {
          description: 'Ja för den som har minst 4 av de 7 aktiviteterna; en aktivitet utan känt svar räknas som nej.',
          base: 'Alla 1 660 · tillfrågade 1 660 · svarade 1 652 · bas: de som svarade',
          tables: [collaboratedTable('Redovisas efter: Aktör', width)],
        }),
      ],
    },
    {
      id: 'preconditions',
      label: 'Förutsättningar & samarbeten',
      entries: [
        entry('question', 'leadership', 'Ledningens förväntan', 32, {
          description: 'Förväntade sig ledningen att ni skulle arbeta med innovation?',
          base: 'Ställd till alla · bas: de som svarade, ”Vet ej” inräknade',
          tables: [leadershipTable(width)],
        }),
        entry('indicator', 'partner_profile', 'Samarbetspartner bland dem som arbetar brett', 80, {
          description: 'Andel av partners = ja',
          base: 'Ställd till dem som samarbetat · bland: arbetar brett · bas: de som svarade',
          tables: [partnersTable(width)],
        }),
        entry('question', 'comment', 'Kommentar', 44, {
          description: 'Vill ni lägga till något om samarbeten?',
          base: 'Ställd till dem som samarbetat',
          tables: [],
          note: 'Fritextsvar redovisas inte.',
        }),
      ],
    },
    {
      id: 'effects',
      label: 'Effekter',
      entries: [
        entry('indicator', 'effect_degree', 'Grad av effekt', 90, {
          description: 'Medelvärde av graden, från inte alls (0) till i hög grad (4)',
          base: 'Ställd till dem som infört en innovation · bas: svar med innehåll',
          tables: [effectsTable(width)],
        }),
      ],
    },
    { id: '', label: '', entries: [entry('question', 'employees', 'Antal anställda', 12, {})] },
  ],
});

/** The same codebook with nothing to compute from: labels, texts and bases stay. */
export const mockStructure = (): Preview => {
  const preview = mockPreview(600);
  return {
    ...preview,
    state: { kind: 'no_data', text: 'Kodboken anger ingen datafil: här visas bara dess uppbyggnad.' },
    stages: preview.stages.map((stage) => ({ ...stage, entries: stage.entries.map((each) => ({ ...each, tables: [] })) })),
  };
};

const uri = 'file:///innovation/workplaces.codebook.yaml';

const entry = (
  kind: PreviewEntry['kind'],
  id: string,
  label: string,
  line: number,
  more: Partial<PreviewEntry>,
): PreviewEntry => ({
  kind,
  id,
  label,
  description: '',
  base: 'Ställd till alla',
  place: { uri, line, endLine: line + 8 },
  tables: [],
  ...more,
});

const cellsOf = (values: readonly ChartValue[], n: string): PreviewTable['rows'][number]['cells'] => [
  ...values.map((value) => ({ text: value.kind === 'value' ? value.text : value.reason })),
  { text: n.replace('n = ', '') },
];

const activitiesTable = (width: number): PreviewTable => ({
  caption: 'Andel ja',
  svg: bars(activities, { width }),
  columns: ['Aktivitet', 'Ja', 'n'],
  rows: activities.sections.flatMap((section) =>
    section.rows.map((row) => ({
      header: row.label,
      level: 0 as const,
      cells: cellsOf([row.value], row.n),
    })),
  ),
  notes: [],
});

const collaboratedTable = (caption: string, width: number): PreviewTable => ({
  caption,
  svg: stackedBars({ ...collaborated, title: caption }, { width }),
  columns: ['Yes', 'No', 'n'],
  rows: stackedRows(collaborated),
  notes: ['Om alla okända svar vore nej: 17 %; om alla vore ja: 18 %.'],
});

const leadershipTable = (width: number): PreviewTable => ({
  caption: 'Redovisas efter: Aktör',
  svg: stackedBars(leadership, { width }),
  columns: ['', ...leadership.categories.map((category) => category.label), 'n'],
  rows: stackedRows(leadership),
  notes: [],
});

const stackedRows = (spec: typeof leadership) =>
  spec.sections.flatMap((section) =>
    section.rows.map((row) => ({
      header: row.label,
      level: 0 as const,
      cells: cellsOf(row.values, row.n),
    })),
  );

const partnersTable = (width: number): PreviewTable => ({
  caption: 'Andel ja, efter aktör',
  svg: bars(partners, { width }),
  columns: ['Ja', 'n'],
  rows: sectionRows(partners.sections),
  notes: [],
});

const effectsTable = (width: number): PreviewTable => ({
  caption: 'Medelvärde 0–4, efter aktör',
  svg: dots(effects, { width }),
  columns: ['Medelvärde', 'n'],
  rows: sectionRows(effects.sections),
  notes: ['Inte publicerad.'],
});

const sectionRows = (sections: typeof partners.sections): PreviewTable['rows'] =>
  sections.flatMap((section) => [
    { header: section.label ?? '', level: 0 as const, cells: [] },
    ...section.rows.map((row) => ({
      header: row.label,
      level: 1 as const,
      cells: cellsOf([row.value], row.n),
    })),
  ]);
