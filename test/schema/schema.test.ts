import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { type SchemaObject, structureProblems } from '../../server/src/language/schema';
import { branchesOf } from '../../server/src/language/schema/json-schema';
import { readFile } from '../../server/src/language/syntax';
import { parseFileFixture } from '../harness/marks';

const root = join(import.meta.dirname, '../..');
const fixtures = join(import.meta.dirname, 'fixtures');
const schema: SchemaObject = JSON.parse(readFileSync(join(root, 'schemas/codebook.schema.json'), 'utf8'));
const validate = new Ajv({ strict: false }).compile(schema);

describe('the published schema', () => {
  it('describes every key and every listed value in English and Swedish', () => {
    const lacking = everyKey().filter(([, key]) => !isDescribed(key));
    assert.deepEqual(
      lacking.map(([path]) => path),
      [],
    );
    assert.ok(everyKey().length > 150);
  });

  it('keeps to draft-07', () => {
    assert.equal(new Ajv({ strict: false }).validateSchema(schema), true);
    assert.equal(schema['$schema' as keyof SchemaObject], 'http://json-schema.org/draft-07/schema#');
  });

  for (const name of ['innovation-workplaces', 'innovation-common', 'right-form'])
    it(`accepts ${name}`, () => {
      validate(parse(textOf(name)));
      assert.deepEqual(validate.errors ?? [], []);
    });

  it('agrees with what the editor says, entry by entry', () => {
    for (const name of readdirSync(fixtures).map((file) => file.replace('.yaml', '')))
      for (const { entry } of readFile(textOf(name)).entries) {
        if (entry.role !== 'member') continue;
        const accepted = validate({ codebook: 'x', [entry.section]: parse(entry.text) });
        assert.equal(structureProblems(entry).length === 0, accepted, entry.text);
      }
  });
});

function textOf(name: string): string {
  return parseFileFixture(readFileSync(join(fixtures, `${name}.yaml`), 'utf8')).text;
}

/** Keys of every map of the schema, with the definition they stand in. */
function everyKey(): readonly (readonly [path: string, key: SchemaObject])[] {
  const maps = Object.entries({ ...schema.definitions, '': schema });
  return maps.flatMap(([name, map]) => keysWithin(name, map));
}

function keysWithin(path: string, map: SchemaObject): readonly (readonly [string, SchemaObject])[] {
  return Object.entries(map.properties ?? {}).flatMap(([key, value]) =>
    typeof value === 'boolean' ? [] : [[`${path}/${key}`, value] as const, ...keysWithin(`${path}/${key}`, value)],
  );
}

function isDescribed(key: SchemaObject): boolean {
  const values = branchesOf(schema, key).every(({ resolved }) => {
    const count = resolved.enum?.length;
    return resolved.enumDescriptions?.length === count && resolved['x-enum-descriptions-sv']?.length === count;
  });
  return values && (key.description?.length ?? 0) > 20 && (key['x-description-sv']?.length ?? 0) > 20;
}
