/** What a generated codebook holds. The same choices give the same text. */
export interface Choices {
  readonly questions: number;
  /** How many questions share the scale `common`, at most those that are on a scale of its kind. */
  readonly shared?: number;
  readonly seed?: number;
}

/**
 * A codebook as large surveys have them, free of problems: of its entries about 70 % are questions, 20 % scales, each
 * used by three or four questions, and 10 % derived variables and indicators. Sections of 25 questions are its stages.
 * Names are used near where they stand and by few, as in a real codebook; only the breakdown is used by every indicator.
 */
export function generateCodebook({ questions: count, shared = 0, seed = 1 }: Choices): string {
  const dice = createDice(seed);
  const scales = Array.from({ length: Math.max(kinds.length, Math.round((count * 2) / 7)) }, (_, at) => scaleAt(at));
  const questions = planQuestions(count, scales, shared, dice);
  const results = Math.max(2, Math.round(count / 7));
  const derived = Math.floor(results / 2);
  const batteries = questions.filter(({ form }) => form === 'battery');
  return [
    ...head(),
    'stages:',
    ...Array.from({ length: Math.ceil(count / sectionLength) }, (_, at) => stageLine(at)),
    '',
    'scales:',
    '  actors:',
    ...categoryLines(actors),
    ...(shared > 0 ? scaleLines({ ...(scales[0] ?? scaleAt(0)), id: 'common' }) : []),
    ...scales.flatMap((scale, at) => [...comment(at, 10, `Svarsskalor ${at + 1} och framåt`), ...scaleLines(scale)]),
    '',
    'questions:',
    `  actor: {stage: ${stageOf(0)}, label: {sv: Aktör, en: Actor}, scale: actors}`,
    ...questions.flatMap((question, at) => questionLines(question, at, questions, dice)),
    '',
    'derived:',
    ...Array.from({ length: derived }, (_, at) => derivedLines(at, batteries)).flat(),
    '',
    'indicators:',
    ...Array.from({ length: results - derived }, (_, at) => indicatorLines(at, questions, results)).flat(),
    '',
  ].join('\n');
}

const sectionLength = 25;

interface Answer {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

/** A family of scales: their answers from most to least, and a condition that some of the respondents meet. */
interface Kind {
  readonly name: string;
  readonly ordered: boolean;
  readonly answers: readonly Answer[];
  readonly top: string;
  readonly condition: string;
}

interface Scale {
  readonly id: string;
  readonly kind: Kind;
}

interface Question {
  readonly id: string;
  readonly form: 'single' | 'battery' | 'number';
  readonly scale: Scale;
  readonly subject: readonly [sv: string, en: string];
}

function answer(id: string, sv: string, en: string): Answer {
  return { id, sv, en };
}

const actors = [answer('agency', 'Myndigheter', 'Agencies'), answer('region', 'Regioner', 'Regions')];

const kinds: readonly Kind[] = [
  {
    name: 'satisfaction',
    ordered: true,
    answers: [
      answer('very', 'Mycket nöjd', 'Very satisfied'),
      answer('fairly', 'Ganska nöjd', 'Fairly satisfied'),
      answer('not_so', 'Inte så nöjd', 'Not so satisfied'),
      answer('not_at_all', 'Inte alls nöjd', 'Not at all satisfied'),
    ],
    top: 'very, fairly',
    condition: '>= fairly',
  },
  {
    name: 'extent',
    ordered: true,
    answers: [
      answer('high', 'I hög grad', 'To a high degree'),
      answer('some', 'I viss grad', 'To some degree'),
      answer('low', 'I liten grad', 'To a low degree'),
      answer('none', 'Inte alls', 'Not at all'),
    ],
    top: 'high, some',
    condition: '>= some',
  },
  {
    name: 'frequency',
    ordered: true,
    answers: [
      answer('daily', 'Varje dag', 'Every day'),
      answer('weekly', 'Varje vecka', 'Every week'),
      answer('monthly', 'Varje månad', 'Every month'),
      answer('rarely', 'Mer sällan', 'More rarely'),
      answer('never', 'Aldrig', 'Never'),
    ],
    top: 'daily, weekly',
    condition: '!= never',
  },
  {
    name: 'place',
    ordered: false,
    answers: [
      answer('home', 'Hemma', 'At home'),
      answer('work', 'På arbetet', 'At work'),
      answer('elsewhere', 'Någon annanstans', 'Somewhere else'),
    ],
    top: 'home, work',
    condition: 'in (home, work)',
  },
];

const subjects: readonly (readonly [sv: string, en: string])[] = [
  ['kommunens service', 'the services of the municipality'],
  ['sjukvården i din region', 'health care in your region'],
  ['möjligheten att påverka beslut', 'your influence on decisions'],
  ['kollektivtrafiken där du bor', 'public transport where you live'],
  ['äldreomsorgen', 'care of the elderly'],
  ['skolan och förskolan', 'schools and preschools'],
  ['arbetet med nya idéer', 'the work on new ideas'],
  ['samverkan med andra', 'collaboration with others'],
  ['din egen arbetssituation', 'your own situation at work'],
  ['medierna och deras bevakning', 'the media and what they cover'],
  ['riksdagen och regeringen', 'parliament and government'],
  ['miljön och klimatet', 'the environment and the climate'],
];

const itemNames = [
  answer('access', 'Tillgänglighet', 'Accessibility'),
  answer('quality', 'Kvalitet', 'Quality'),
  answer('staff', 'Bemötande', 'Staff'),
  answer('cost', 'Kostnad', 'Cost'),
];

function head(): readonly string[] {
  return [
    '# A codebook made for measuring: nobody was asked.',
    'codebook: large_survey',
    'version: 1.0.0',
    'languages: [sv, en]',
    'label: {sv: En stor undersökning, en: A large survey}',
    'unit: {type: person, label: {sv: person, en: person}}',
    'defaults: {base: answered, by: [actor], rounding: half_up, decimals: 0}',
    '',
  ];
}

function scaleAt(at: number): Scale {
  const kind = pick(kinds, at);
  return { id: `${kind.name}_${at + 1}`, kind };
}

/** Every scale is used: question after question takes the next, and each round begins at another place. */
function planQuestions(count: number, scales: readonly Scale[], shared: number, dice: Dice): readonly Question[] {
  let left = shared;
  return Array.from({ length: count }, (_, at): Question => {
    const own = pick(scales, at + Math.floor(at / scales.length) * 7);
    const form = at % 12 === 4 ? 'battery' : at % 20 === 7 && at >= scales.length ? 'number' : 'single';
    const takesShared = left > 0 && at >= scales.length && form !== 'number' && own.kind === kinds[0];
    if (takesShared) left -= 1;
    const scale = takesShared ? { ...own, id: 'common' } : own;
    return { id: `q${at + 1}`, form, scale, subject: pick(subjects, dice(subjects.length)) };
  });
}

function stageOf(question: number): string {
  return `section_${Math.floor(question / sectionLength) + 1}`;
}

function stageLine(at: number): string {
  return `  section_${at + 1}: {sv: Avsnitt ${at + 1}, en: Section ${at + 1}}`;
}

function comment(at: number, every: number, text: string): readonly string[] {
  return at % every === 0 ? [`  # ── ${text} ──`] : [];
}

function scaleLines({ id, kind }: Scale): readonly string[] {
  return [
    `  ${id}:`,
    ...(kind.ordered ? ['    order: descending   # from most to least'] : []),
    ...categoryLines(kind.answers),
    '    missing:',
    "      dont_know: {code: 8, kind: dont_know, label: {sv: Vet ej, en: Don't know}}",
    '    groups:',
    `      top: {label: {sv: De översta, en: The upper}, of: [${kind.top}]}`,
  ];
}

function categoryLines(answers: readonly Answer[]): readonly string[] {
  return [
    '    categories:',
    ...answers.map(({ id, sv, en }, at) => `      ${id}: {code: ${at + 1}, label: {sv: ${sv}, en: ${en}}}`),
  ];
}

function questionLines({ id, form, scale, subject }: Question, at: number, all: readonly Question[], dice: Dice): string[] {
  const [sv, en] = subject;
  const asked = at >= 10 && at % 3 === 0 ? all[at - 2 - dice(8)] : undefined;
  return [
    ...comment(at, sectionLength, `Avsnitt ${Math.floor(at / sectionLength) + 1}: ${sv}`),
    `  ${id}:`,
    `    stage: ${stageOf(at)}`,
    ...(form === 'number'
      ? [`    text: {sv: Hur ofta gällde det ${sv}?, en: How often was it about ${en}?}`]
      : [`    text: {sv: Hur ser du på ${sv}?, en: How do you see ${en}?}`]),
    `    label: {sv: "${at + 1}: ${sv}", en: "${at + 1}: ${en}"}`,
    ...(asked === undefined ? [] : [`    ask_if: ${conditionOn(asked)}${at % 9 === 0 ? '   # filter' : ''}`]),
    ...(form === 'number' ? ['    type: number', '    range: 0..20'] : [`    scale: ${scale.id}`]),
    ...(form === 'battery'
      ? ['    items:', ...itemNames.map((item) => `      ${item.id}: {sv: ${item.sv}, en: ${item.en}}`)]
      : []),
  ];
}

/** A condition on a question that can be yes and no; of a battery, on its first item. */
function conditionOn({ id, form, scale }: Question): string {
  if (form === 'number') return `${id} >= 4`;
  return `${form === 'battery' ? `${id}.access` : id} ${scale.kind.condition}`;
}

function derivedLines(at: number, batteries: readonly Question[]): readonly string[] {
  const { id, subject } = pick(batteries, at);
  const least = 2 + (Math.floor(at / batteries.length) % 2);
  const [sv, en] = subject;
  return [
    ...comment(at, 20, 'Sammanfattande mått: minst k av n'),
    `  several_${at + 1}:`,
    `    label: {sv: Nöjd med minst ${least} av 4 om ${sv}, en: Content with at least ${least} of 4 on ${en}}`,
    `    value: count(${id} = top) >= ${least}`,
    '    unknown: {rule: as_no, not_asked: as_no}',
  ];
}

/** Every third indicator is of a derived variable, the others of a question; no question is taken twice. */
function indicatorLines(at: number, all: readonly Question[], results: number): readonly string[] {
  const question = pick(all, Math.floor((at * all.length * 2) / results));
  const ofDerived = at % 3 === 2;
  const [sv, en] = question.subject;
  return [
    ...comment(at, 20, 'Andelar'),
    `  share_${at + 1}:`,
    `    label: {sv: Andel ${at + 1} för ${sv}, en: Share ${at + 1} for ${en}}`,
    '    measure: share',
    `    of: ${ofDerived ? `several_${at}` : conditionOn(question)}`,
  ];
}

function pick<T>(list: readonly T[], at: number): T {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('There must be something to pick from.');
  return found;
}

/** Gives a whole number from 0 to below `sides`. */
export type Dice = (sides: number) => number;

/** The same seed gives the same numbers on every machine (a linear congruential generator modulo 2³²). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
