import assert from 'node:assert/strict';
import { isRequired, keysOf, kindOf, type SchemaPlace, schemaAt } from '../../server/src/language/schema';
import { childAt, entrySections, type MapNode, readWhole } from '../../server/src/language/syntax';

describe('looking up a place in the schema', () => {
  it('finds keys, members, items of lists and both forms of a value', () => {
    assert.equal(schemaAt(['questions', 'actor', 'scale'])?.kind, 'scale');
    assert.equal(schemaAt(['questions', 'actor', 'scale', 'categories', 'yes', 'code'])?.scalar, 'a code');
    assert.equal(schemaAt(['questions', 'activities', 'items', 'ideas', 'sv'])?.description?.sv, 'Texten på detta språk.');
    assert.deepEqual(schemaAt(['derived', 'broad', 'unknown'])?.forms, ['scalar', 'map']);
    assert.equal(schemaAt(['indicators', 'n', 'by', 0])?.kind, 'split');
    assert.deepEqual(schemaAt(['figures', 'f', 'share', 'item', 'category', 'group', 'second'])?.forms, ['scalar']);
    assert.equal(schemaAt(['figures', 'f', 'share', 'a', 'b', 'c', 'd', 'e']), undefined);
    assert.equal(schemaAt(['no_such_key']), undefined);
  });

  it('tells expressions from names', () => {
    const roleAt = (...path: string[]) => {
      const { role, expects, aggregates, kind } = schemaAt(path) ?? {};
      return [role, expects ?? kind, aggregates].filter((one) => one !== undefined).join(' ');
    };
    assert.equal(roleAt('questions', 'q', 'ask_if'), 'expression condition');
    assert.equal(roleAt('derived', 'd', 'value'), 'expression any true');
    assert.equal(roleAt('derived', 'd', 'of'), 'refersTo variable');
    assert.equal(roleAt('indicators', 'i', 'of'), 'expression any');
    assert.equal(roleAt('questions', 'q', 'stage'), 'refersTo stage');
    assert.equal(roleAt('figures', 'f', 'frames'), '');
  });

  it('has the sections that files are split into', () => {
    const sections = schemaAt([])
      ?.keys.filter(({ place }) => place.section === true)
      .map(({ key }) => key);
    assert.deepEqual(sections, [...entrySections]);
  });

  it('knows which keys a kind of entry has and which it needs', () => {
    assert.deepEqual(keysFor('question', 'questions', '{text: Which?, scale: s, items: {}}'), {
      title: 'a battery',
      required: ['scale', 'items'],
      without: ['options', 'column', 'range', 'missing', 'ticked', 'exclusive', 'unticked'],
    });
    assert.deepEqual(keysFor('question', 'questions', '{type: number}'), {
      title: 'a number question',
      required: [],
      without: ['scale', 'items', 'options', 'column_prefix', 'ticked', 'exclusive', 'unticked'],
    });
    assert.deepEqual(keysFor('question', 'questions', '{type: multiple}').required, ['type', 'options']);
    assert.deepEqual(keysFor('indicator', 'indicators', '{measure: quantile}').required, ['measure', 'of', 'at']);
    assert.equal(keysFor('question', 'questions', '{type: typo}').title, undefined);
  });

  it('gives listed values with their descriptions', () => {
    const measures = schemaAt(['indicators', 'i', 'measure'])?.values ?? [];
    assert.equal(measures.length, 9);
    assert.match(measures[0]?.description?.sv ?? '', /procent/);
  });
});

function keysFor(name: string, section: string, body: string) {
  const place = schemaAt([section, name]) ?? assert.fail(`no place for ${section}`);
  const map = mapIn(`${section}:\n  ${name}: ${body}\n`, [section, name]);
  const kind = kindOf(place, map);
  const keys = keysOf(place, kind);
  return {
    title: kind?.title,
    required: keys.filter((key) => isRequired(key, kind)).map(({ key }) => key),
    without: namesOf(place).filter((key) => !keys.some((one) => one.key === key)),
  };
}

function namesOf(place: SchemaPlace): readonly string[] {
  return place.keys.map(({ key }) => key);
}

function mapIn(text: string, path: readonly string[]): MapNode {
  const [first] = readWhole(text).entries;
  const node = first === undefined ? undefined : childAt(first.entry.root, path);
  return node?.kind === 'map' ? node : assert.fail(`no map at ${path.join('/')}`);
}
