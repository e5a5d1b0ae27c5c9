import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common';
import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index';
import { functions } from '../../server/src/language/expression/functions';
import { keywords } from '../../server/src/language/expression/lexer';
import type { SchemaObject } from '../../server/src/language/schema';

const root = join(import.meta.dirname, '../..');
const grammarFile = join(root, 'syntaxes/codebook.tmLanguage.json');
const grammarText = readFileSync(grammarFile, 'utf8');

interface Grammar {
  readonly repository: Readonly<Record<string, Rule>>;
}

interface Rule {
  readonly match?: string;
  readonly begin?: string;
  readonly patterns?: readonly (Rule & { readonly name?: string })[];
}

const grammar: Grammar = JSON.parse(grammarText);
const schema: SchemaObject = JSON.parse(readFileSync(join(root, 'schemas/codebook.schema.json'), 'utf8'));

describe('highlighting', () => {
  it('gives the scopes that the marks in the sample say', async () => {
    // The editor's own YAML grammar is not a package: a small one stands in for it here.
    const base = join(import.meta.dirname, 'yaml-stub.tmLanguage.json');
    const registry = createRegistryFromGrammars([
      { grammar: { path: grammarFile, scopeName: 'source.codebook' }, content: grammarText },
      { grammar: { path: base, scopeName: 'source.yaml' }, content: readFileSync(base, 'utf8') },
    ]);
    const sample = parseGrammarTestCase(readFileSync(join(import.meta.dirname, 'fixtures/expressions.codebook.yaml'), 'utf8'));
    assert.ok(sample.assertions.length > 15);
    assert.deepEqual(await runGrammarTestCase(registry, sample), []);
  });

  it('knows the words of the expression language and no others', () => {
    assert.deepEqual(wordsOf(expressionRule('support.function.codebook')), sorted(functions.map(({ name }) => name)));
    const words = [
      ...wordsOf(expressionRule('keyword.operator.word.codebook')),
      ...wordsOf(expressionRule('constant.language.codebook')),
    ];
    assert.deepEqual(sorted(words), sorted(keywords));
  });

  it('knows the keys of the schema that hold expressions', () => {
    for (const name of ['expression-double', 'expression-single', 'expression-flow', 'expression-plain'])
      assert.deepEqual(wordsBehind(grammar.repository[name]?.begin ?? ''), sorted(expressionKeys(schema)), name);
  });
});

/** The keys a value stands behind: the alternatives of the look-behind. */
function wordsBehind(pattern: string): readonly string[] {
  return sorted([...pattern.matchAll(/\]([a-z_]+):/g)].map(([, key]) => key ?? ''));
}

/** The words of the one group of alternatives in a pattern. */
function wordsOf(pattern: string): readonly string[] {
  const group = /\((?:\?:)?([a-z_]+(?:\|[a-z_]+)+)\)/.exec(pattern)?.[1];
  return sorted(group?.split('|') ?? []);
}

function expressionRule(name: string): string {
  return grammar.repository.expression?.patterns?.find((rule) => rule.name === name)?.match ?? '';
}

function sorted(words: readonly string[]): readonly string[] {
  return [...new Set(words)].sort();
}

/** Every key that the schema says holds an expression, wherever it stands. */
function expressionKeys(within: SchemaObject): readonly string[] {
  const maps = Object.values(within.definitions ?? {});
  return maps.flatMap((map) =>
    Object.entries(map.properties ?? {}).flatMap(([key, value]) =>
      typeof value === 'object' && value['x-role'] === 'expression' ? [key] : [],
    ),
  );
}
