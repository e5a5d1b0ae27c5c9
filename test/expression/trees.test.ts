import assert from 'node:assert/strict';
import { type Expression, formatExpression, parseExpression } from '../../server/src/language/expression';
import { describeBlocks } from './fixtures';

/** The canonical spelling, and what holds together in the tree. */
describeBlocks('trees', (text) => {
  const { tree, problems } = parseExpression(text);
  const broken = problems.length > 0 ? `\nproblems: ${problems.length}` : '';
  return `${formatExpression(tree)}\n${draw(tree)}${broken}`;
});

describe('an expression without anything', () => {
  it('is one hole and one problem', () => {
    const { tree, problems } = parseExpression('  ');
    assert.equal(draw(tree), '?');
    assert.deepEqual(
      problems.map((one) => one.code),
      ['expression-syntax'],
    );
  });
});

function draw(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return tree.text;
    case 'text':
      return JSON.stringify(tree.value);
    case 'yes_no':
      return tree.value ? 'yes' : 'no';
    case 'name':
      return tree.item === undefined ? tree.name : `${tree.name}.${tree.item.name || '?'}`;
    case 'unary':
      return `(${tree.operator} ${draw(tree.operand)})`;
    case 'binary':
      return `(${tree.operator} ${draw(tree.left)} ${draw(tree.right)})`;
    case 'membership':
      return `(${tree.negated ? 'not in' : 'in'} ${[tree.operand, ...tree.options].map(draw).join(' ')})`;
    case 'call':
      return `(${[tree.function, ...tree.arguments.map(draw)].join(' ')})`;
    case 'hole':
      return tree.parts.length === 0 ? '?' : `{${tree.parts.map(draw).join(' ')}}`;
  }
}
