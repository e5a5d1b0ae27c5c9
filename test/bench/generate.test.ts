import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { applyChanges, emptySnapshot, reportedProblems } from '../../server/src/language';
import { generateCodebook } from './generate';

describe('generated codebooks', () => {
  for (const questions of [100, 1000])
    it(`${questions} questions are free of problems`, () => {
      const text = generateCodebook({ questions, shared: questions / 20 });
      const snapshot = applyChanges(emptySnapshot([]), [{ kind: 'set', file: '/large', text }]);
      assert.deepEqual(
        reportedProblems(snapshot, '/large').map(({ code, found }) => `${code}: ${found}`),
        [],
      );
    });

  it('have as many questions as asked for, and the scale that questions share', () => {
    const text = generateCodebook({ questions: 1000, shared: 50 });
    assert.equal(text.match(/^ {2}q\d+:$/gm)?.length, 1000);
    assert.equal(text.match(/^ {4}scale: common$/gm)?.length, 50);
  });

  it('are accepted by the JSON schema, for the editors that have nothing else', () => {
    const schema = JSON.parse(readFileSync('schemas/codebook.schema.json', 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    validate(parse(generateCodebook({ questions: 100 })));
    assert.deepEqual(validate.errors ?? [], []);
  });

  it('are the same each time, and others with another seed', () => {
    assert.equal(generateCodebook({ questions: 50 }), generateCodebook({ questions: 50 }));
    assert.notEqual(generateCodebook({ questions: 50 }), generateCodebook({ questions: 50, seed: 2 }));
  });
});
