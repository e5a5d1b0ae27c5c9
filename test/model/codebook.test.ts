import assert from 'node:assert/strict';
import { bind, type Codebook, codebookOf, locate, usesOf, type Variable } from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';
import { type Mark, withMarks } from '../harness/marks';
import { print } from './print';
import { fixture, matchesSnapshot } from './snapshot';

function codebookIn(text: string, name = 'main'): Codebook {
  const codebook = codebookOf(snapshotOf(text), `${folder}${name}.codebook.yaml`);
  assert.ok(codebook);
  return codebook;
}

describe('variables of a codebook', () => {
  it('have types, scales, columns and places in the order of asking', () => {
    const { variables } = codebookIn(fixture('variables.txt'));
    matchesSnapshot(
      'variables.table.txt',
      `${[...variables.values()].map((variable) => print(shown(variable))).join('\n\n')}\n`,
    );
  });

  function shown({ declaration: _, type, scale, ...rest }: Variable) {
    const kind = type?.kind === 'vector' ? `${type.of.kind} of ${type.items.join(', ')}` : type?.kind;
    return { ...rest, type: kind ?? 'not known', scale };
  }

  it('share one scale where they name one', () => {
    const { variables } = codebookIn('scales: {s: {categories: {x: {code: 1}}}}\nquestions: {a: {scale: s}, b: {scale: s}}\n');
    assert.equal(variables.get('a')?.scale, variables.get('b')?.scale);
  });
});

describe('names of a codebook', () => {
  for (const name of ['uses']) {
    it(`are found and bound in ${name}`, () => {
      const snapshot = snapshotOf(fixture(`${name}.txt`));
      const marked = [...snapshot.files].map(([file, syntax]) => {
        const codebook = codebookOf(snapshot, file);
        assert.ok(codebook);
        const marks = usesOf(codebook).map((use): Mark => {
          const place = locate(snapshot, use.place);
          assert.ok(place);
          assert.equal(syntax.text.slice(place.span.start, place.span.end), use.name);
          const bound = bind(codebook, use);
          const target =
            bound.kind === 'missing' ? `missing ${bound.similar.join(' ')}` : (bound.to.file ?? lineOf(bound.to.places[0]));
          const owner = use.owner === undefined ? '' : ` of ${use.owner.kind} ${use.owner.id}`;
          return { ...place.span, code: use.kind, found: `${use.declares ? 'declared' : target}${owner}` };
        });
        return `#- ${file.slice(folder.length)}\n${withMarks(syntax.text, marks)}`;
      });
      matchesSnapshot(`${name}.marked.txt`, marked.join(''));

      function lineOf(place: Parameters<typeof locate>[1] | undefined): string {
        const located = place === undefined ? undefined : locate(snapshot, place);
        if (located === undefined) return 'implicit';
        const before = snapshot.files.get(located.file)?.text.slice(0, located.span.start) ?? '';
        return `${located.file.slice(folder.length)} line ${before.split('\n').length}`;
      }
    });
  }
});
