import fc from 'fast-check';
import { applyEdits, type Change, type DataState, type Span, type TextEdit } from '../../server/src/language';
import type { Library, Texts } from './libraries';

/** Files as they are now, their data, and what the files were before. */
export interface World {
  readonly texts: Texts;
  readonly data: ReadonlyMap<string, DataState>;
  readonly past: readonly Texts[];
}

/** What somebody does. Places are shares of a text, so that a step says something of any text. */
export interface Step {
  readonly what: keyof typeof doings;
  readonly file: number;
  readonly at: number;
  readonly other: number;
  readonly text: string;
  readonly length: number;
  /** What is asked after it, and looked at: nothing, one file's problems, all of them, what an editor shows, an older version. */
  readonly ask: (typeof asked)[number];
}

const asked = ['nothing', 'problems', 'problems', 'all', 'all', 'shown', 'shown', 'older'] as const;

export function stepOf(library: Library): fc.Arbitrary<Step> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.record({
    what: fc.constantFrom(...(Object.keys(doings) as (keyof typeof doings)[])),
    file: fc.nat({ max: library.texts.size - 1 }),
    at: share,
    other: share,
    text: fc.constantFrom(...typed),
    length: fc.integer({ min: 1, max: 6 }),
    ask: fc.constantFrom(...asked),
  });
}

const typed = [
  'x',
  ' ',
  '\n',
  ':',
  "'",
  '"',
  '{',
  '}',
  '[',
  '#',
  '-',
  '1',
  ' and ',
  'ask_if: ',
  '  new:\n    text: New?\n',
  '\t',
  '---\n',
  '\r\n',
  '😀',
];

export function carriedOut(
  library: Library,
  world: World,
  step: Step,
): { readonly changes: readonly Change[]; readonly world: World } {
  const files = [...library.texts.keys()];
  const file = files[step.file % files.length] ?? '';
  const changes = doings[step.what]({ library, world, step, file, text: world.texts.get(file) ?? '' });
  return { changes, world: changes.reduce(after, { ...world, past: [...world.past, world.texts] }) };
}

function after(world: World, change: Change): World {
  const texts = new Map(world.texts);
  const data = new Map(world.data);
  switch (change.kind) {
    case 'set':
      texts.set(change.file, change.text);
      break;
    case 'edit':
      texts.set(change.file, applyEdits(texts.get(change.file) ?? '', change.edits));
      break;
    case 'remove':
      texts.delete(change.file);
      data.delete(change.file);
      break;
    case 'data':
      data.set(change.file, change.state);
  }
  return { ...world, texts, data };
}

interface Doing {
  readonly library: Library;
  readonly world: World;
  readonly step: Step;
  readonly file: string;
  readonly text: string;
}

type Do = (doing: Doing) => readonly Change[];

const doings = {
  insert: (doing) => replace(doing, spanAt(doing, 0), doing.step.text),
  delete: (doing) => replace(doing, spanAt(doing, doing.step.length), ''),
  cut_line: (doing) => replace(doing, lineAt(doing), ''),
  double_line: (doing) => replace(doing, before(lineAt(doing)), slice(doing, lineAt(doing))),
  comment_line: (doing) => replace(doing, before(lineAt(doing)), '# '),
  uncomment_line: (doing) => {
    const line = lineAt(doing);
    const marks = /^\s*# ?/.exec(slice(doing, line))?.[0].length ?? 0;
    return replace(doing, { start: line.start, end: line.start + marks }, '');
  },
  rename_here: (doing) => replace(doing, wordAt(doing, doing.step.at), wordLike(doing)),
  rename_everywhere: ({ world, step, text }) => {
    const name = text.slice(...ends(pickWord(text, step.at)));
    if (name === '') return [];
    return [...world.texts].map(([file, own]): Change => {
      const found = wordsIn(own).filter((span) => own.slice(...ends(span)) === name);
      return { kind: 'edit', file, edits: found.map((span) => ({ span, newText: `${name}2` })) };
    });
  },
  name_another: (doing) => replace(doing, wordAt(doing, doing.step.at), elsewhere(doing)),
  cut_entry: (doing) => replace(doing, blockAt(doing, doing.step.at), ''),
  double_entry: (doing) => {
    const block = blockAt(doing, doing.step.at);
    return replace(doing, before(blockAt(doing, doing.step.other)), slice(doing, block));
  },
  copy_entry: (doing) => {
    const { world, step } = doing;
    const from = [...world.texts.values()][step.length % Math.max(1, world.texts.size)] ?? '';
    const block = from.slice(...ends(blockAt({ ...doing, text: from }, step.other)));
    return replace(doing, before(blockAt(doing, step.at)), block);
  },
  move_entry: (doing) => {
    const [from, to] = [blockAt(doing, doing.step.at), blockAt(doing, doing.step.other)];
    if (from.start === to.start) return [];
    const edits = [
      { span: from, newText: '' },
      { span: before(to), newText: slice(doing, from) },
    ];
    return edit(doing, edits);
  },
  swap_entries: (doing) => {
    const [one, other] = [blockAt(doing, doing.step.at), blockAt(doing, doing.step.other)];
    if (one.start === other.start) return [];
    return edit(doing, [
      { span: one, newText: slice(doing, other) },
      { span: other, newText: slice(doing, one) },
    ]);
  },
  route: (doing) => into(doing, `    ask_if: ${elsewhere(doing)} = ${elsewhere(doing, 0.37)}\n`),
  define: (doing) => into(doing, `    value: ${elsewhere(doing)} = ${elsewhere(doing, 0.37)}\n`),
  stand_on: (doing) => into(doing, `    scale: ${elsewhere(doing)}\n`),
  suppress: (doing) => {
    const code = codes[Math.floor(doing.step.other * codes.length)] ?? '';
    return replace(doing, before(blockAt(doing, doing.step.at)), `  # codebook-ignore ${code}: it is so\n`);
  },
  languages: (doing) => head(doing, 'languages', ['[en]', '[sv, en]', '[]', '[de, sv]']),
  defaults: (doing) => head(doing, 'defaults', ['{base: answered}', '{base: asked, decimals: 1}', '{}', '{by: [actor]}']),
  data_file: (doing) =>
    head(doing, 'data', ['{file: answers.csv}', '{file: answers.csv, weight: weight}', '{file: ../no.csv}']),
  imports: (doing) => {
    const names = [...doing.library.texts.keys()].map((name) => name.split('/').at(-1));
    return head(
      doing,
      'import',
      [...names, 'missing.codebook.yaml'].map((name) => `[${name}]`),
    );
  },
  undo: ({ world, file, step }) => {
    const earlier = world.past.at(-1 - step.length)?.get(file) ?? world.past[0]?.get(file);
    return earlier === undefined ? [] : [{ kind: 'set', file, text: earlier }];
  },
  start_anew: ({ library, file }) => [{ kind: 'set', file, text: library.texts.get(file) ?? '' }],
  remove_file: ({ file, world }) => (world.texts.has(file) ? [{ kind: 'remove', file }] : []),
  rename_file: ({ file, text, world }) =>
    world.texts.has(file)
      ? [
          { kind: 'remove', file },
          { kind: 'set', file: file.replace(/[^/]+$/, 'missing.codebook.yaml'), text },
        ]
      : [],
  data: ({ library, file, world, step }) => {
    const tables = library.tables.map((table): DataState => ({ kind: 'ready', table }));
    const states: readonly DataState[] = [...tables, ...tables, { kind: 'loading' }, { kind: 'none' }, failed];
    const state = states[Math.floor(step.other * states.length)];
    return state === undefined || !world.texts.has(file) ? [] : [{ kind: 'data', file, state }];
  },
} satisfies Record<string, Do>;

const failed: DataState = { kind: 'failed', reason: { code: 'missing', message: 'answers.csv is not there.' } };

const codes = ['unused-scale', 'duplicate-id', 'routing-refers-later', 'base-not-stated', 'unknown-variable', 'no-such-check'];

function replace(doing: Doing, span: Span, newText: string): readonly Change[] {
  return edit(doing, [{ span, newText }]);
}

function edit({ file }: Doing, edits: readonly TextEdit[]): readonly Change[] {
  return [{ kind: 'edit', file, edits: [...edits].sort((a, b) => a.span.start - b.span.start) }];
}

/** A line below the first of an entry. */
function into(doing: Doing, line: string): readonly Change[] {
  const { start, end } = blockAt(doing, doing.step.at);
  const first = doing.text.indexOf('\n', start) + 1;
  return first === 0 || first > end ? [] : replace(doing, { start: first, end: first }, line);
}

/** States a key at the top in another way, or takes it away. */
function head(doing: Doing, key: string, values: readonly string[]): readonly Change[] {
  const value = values[Math.floor(doing.step.other * (values.length + 1))];
  const line = value === undefined ? '' : `${key}: ${value}\n`;
  const found = new RegExp(`^${key}:.*\n`, 'm').exec(doing.text);
  if (found !== null) return replace(doing, { start: found.index, end: found.index + found[0].length }, line);
  const second = doing.text.indexOf('\n') + 1;
  return replace(doing, { start: second, end: second }, line);
}

function spanAt({ step, text }: Doing, length: number): Span {
  const start = Math.min(text.length, Math.floor(step.at * text.length));
  return { start, end: Math.min(text.length, start + length) };
}

function lineAt(doing: Doing): Span {
  const { text } = doing;
  const { start } = spanAt(doing, 0);
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return { start: start === 0 ? 0 : from, end: text.indexOf('\n', start) + 1 || text.length };
}

/** An entry of a section with the comments in it: an indented key and all that is indented deeper. */
function blockAt({ text }: Doing, share: number): Span {
  const starts = [...text.matchAll(/^ {2}\S.*$/gm)].map(({ index }) => index);
  const start = starts[Math.floor(share * starts.length)] ?? text.length;
  const next = /\n(?= {0,2}\S)/.exec(text.slice(start));
  return { start, end: next === null ? text.length : start + next.index + 1 };
}

function wordAt({ text }: Doing, share: number): Span {
  return pickWord(text, share);
}

function pickWord(text: string, share: number): Span {
  const words = wordsIn(text);
  return words[Math.floor(share * words.length)] ?? { start: 0, end: 0 };
}

function wordsIn(text: string): readonly Span[] {
  return [...text.matchAll(/[a-z_]\w*/gi)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

function wordLike(doing: Doing): string {
  const word = slice(doing, wordAt(doing, doing.step.at));
  return doing.step.length > 3 ? `${word}2` : word.slice(0, -1) || 'a';
}

/** A word of some file: as likely as not a name that means something. */
function elsewhere({ world, step, text }: Doing, further = 0): string {
  const texts = [text, ...world.texts.values()];
  const from = texts[Math.floor(((step.other * 7 + further) % 1) * texts.length)] ?? '';
  return from.slice(...ends(pickWord(from, (step.other + further) % 1)));
}

function slice({ text }: Doing, span: Span): string {
  return text.slice(...ends(span));
}

function ends({ start, end }: Span): [number, number] {
  return [start, end];
}

function before({ start }: Span): Span {
  return { start, end: start };
}
