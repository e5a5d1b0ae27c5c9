import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type Codebook,
  type Condition,
  codebookOf,
  type DerivedDeclaration,
  findRespondent,
  type Search,
  universeOf,
  universeRelation,
} from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';

interface Truths {
  readonly codebook: readonly string[];
  readonly universes: readonly { readonly of: string; readonly is: readonly string[] }[];
  readonly relations: readonly { readonly condition: string; readonly among: string; readonly is: string }[];
  readonly classes: readonly { readonly of: string; readonly overlap: string; readonly gap: string }[];
}

const truths: Truths = JSON.parse(readFileSync(new URL('../data/universes.json', import.meta.url), 'utf8'));

function codebookWith(...lines: readonly string[]): Codebook {
  const codebook = codebookOf(snapshotOf([...truths.codebook, ...lines, ''].join('\n')), `${folder}main.codebook.yaml`);
  assert.ok(codebook);
  return codebook;
}

describe('universes', () => {
  const codebook = codebookWith();
  for (const { of, is } of truths.universes) {
    it(`of ${of}`, () => {
      const [variable = '', item] = of.split('.');
      const found = universeOf(codebook, variable, item).map(
        (condition) =>
          `${condition.owner}${condition.item === undefined ? '' : `.${condition.item}`}: ${condition.expression.parsed.text}`,
      );
      assert.deepEqual(found, is);
    });
  }
});

describe('a condition among those of a universe', () => {
  for (const { condition, among, is } of truths.relations) {
    it(`${condition} | ${among || 'all'}: ${is}`, () => {
      const codebook = codebookWith(
        'indicators:',
        `  i: {measure: count, among: "${condition}"}`,
        ...(among === '' ? [] : [`  u: {measure: count, among: "${among}"}`]),
      );
      const text = codebook.indicators.get('i')?.among;
      const restriction = codebook.indicators.get('u')?.among;
      assert.ok(text);
      const universe = restriction === undefined ? [] : [{ expression: restriction, owner: 'u' }];
      assert.equal(universeRelation(codebook, { text, where: 'among' }, universe).kind, is);
    });
  }
});

describe('classes', () => {
  const codebook = codebookWith();
  for (const { of, overlap, gap } of truths.classes) {
    it(`of ${of}: overlap ${overlap}, gap ${gap}`, () => {
      const conditions = conditionsOf(codebook.derived.get(of));
      const overlapping = findRespondent(
        codebook,
        conditions,
        (values) => values.filter((value) => value.known && value.value === true).length > 1,
      );
      const left = findRespondent(codebook, conditions, (values) =>
        values.every((value) => value.known && value.value === false),
      );
      assert.deepEqual([shown(overlapping), shown(left)], [overlap, gap]);
    });
  }

  function conditionsOf(derived: DerivedDeclaration | undefined): readonly Condition[] {
    return (derived?.categories ?? []).flatMap(({ when }) =>
      when === undefined ? [] : [{ text: when, where: 'derived' as const }],
    );
  }

  function shown(search: Search): string {
    if (search.kind !== 'found') return search.kind;
    return search.assignment.map(({ variable, value }) => `${variable} ${value.known ? value.value : value.kind}`).join(', ');
  }
});
