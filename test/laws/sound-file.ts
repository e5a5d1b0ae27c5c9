import assert from 'node:assert/strict';
import {
  cursorAt,
  type FileSyntax,
  type Pair,
  type ScalarNode,
  sourceSpan,
  suppressionsOf,
  textOffset,
  walk,
} from '../../server/src/language/syntax';

/** What holds of every file, however broken: its entries are its text, every span lies inside, every cursor has a place. */
export function isSound(file: FileSyntax, offset: number): void {
  assert.equal(file.entries.map(({ entry }) => entry.text).join(''), file.text);
  assert.ok(file.entries.length > 0);
  for (const { entry } of file.entries) {
    for (const { node, pair } of walk(entry.root)) {
      isInside(entry.text, node);
      if (pair !== undefined) pairIsSound(entry.text, pair);
    }
    for (const problem of entry.problems) {
      isInside(entry.text, problem);
      assert.ok(problem.found.length > 0);
      assert.ok(file.text.length > 8000 || !problem.found.includes('nested too deeply'), 'the parser gave up');
    }
  }
  suppressionsOf(file);
  for (const at of [offset, offset - 1, offset + 1]) {
    const cursor = cursorAt(file, at);
    assert.ok(
      cursor.replace.start >= 0 && cursor.replace.start <= cursor.replace.end && cursor.replace.end <= file.text.length,
    );
  }
}

function pairIsSound(text: string, pair: Pair): void {
  isInside(text, pair);
  isInside(text, pair.key);
  assert.ok(pair.key.span.end <= pair.value.span.start, 'a value stands behind its key');
}

function isInside(text: string, of: { readonly span: { readonly start: number; readonly end: number } }): void {
  assert.ok(
    of.span.start >= 0 && of.span.start <= of.span.end && of.span.end <= text.length,
    JSON.stringify([of.span, text.length]),
  );
}

/** Every unit of a scalar's text has its place in the source, and the way back leads to it. */
export function placesAreTrue(text: string, scalar: ScalarNode): void {
  let previous = scalar.span.start;
  for (let at = 0; at <= scalar.text.length; at++) {
    const { start } = sourceSpan(scalar, { start: at, end: at });
    assert.ok(start >= previous && start <= scalar.span.end + 2);
    previous = start;
    const unit = scalar.text[at] ?? '';
    if (/[\p{L}\p{N}]/u.test(unit) && text[start] !== '\\') assert.equal(text[start], unit);
    if (/[\p{L}\p{N}]/u.test(unit)) assert.equal(textOffset(scalar, start), at);
  }
}
