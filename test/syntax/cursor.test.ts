import assert from 'node:assert/strict';
import { cursorAt, readFile } from '../../server/src/language/syntax';
import { parseFileFixture } from '../harness/marks';

/** A text with its cursor; where that is; and how the text reads once `new` is put there as the cursor says. */
const places: readonly { readonly text: string; readonly at: string; readonly typed: string }[] = [
  { text: '$0', at: 'new-key / ', typed: 'new' },
  { text: 'codebook: a\n$0', at: 'new-key / ', typed: 'codebook: a\nnew' },
  { text: 'codebook: a\nques$0\nscales:\n', at: 'key /ques {ques} = ques', typed: 'codebook: a\nnew\nscales:\n' },
  { text: 'codebook:$0\n', at: 'new-value /codebook {codebook}', typed: 'codebook: new\n' },
  { text: 'codebook: $0\nversion: 1\n', at: 'new-value /codebook {codebook}', typed: 'codebook: new\nversion: 1\n' },
  { text: 'codebook: lib$0rary # a\n', at: 'value /codebook {codebook} = library', typed: 'codebook: new # a\n' },
  { text: 'codebook: library # $0a\n', at: 'comment / ', typed: '' },
  { text: 'codebook: library  $0 # a\n', at: 'none / ', typed: '' },
  { text: 'questions:\n  $0\n', at: 'new-key /questions ', typed: 'questions:\n  new\n' },
  { text: 'questions:\n $0\n  city: 1\n', at: 'new-key / ', typed: 'questions:\nnew\n  city: 1\n' },
  { text: 'questions:\n    $0\n  city: 1\n', at: 'new-key /questions ', typed: 'questions:\n  new\n  city: 1\n' },
  {
    text: 'questions:\n  city:\n    scale: a\n\n  $0\n  staff: 1\n',
    at: 'new-key /questions {city}',
    typed: 'questions:\n  city:\n    scale: a\n\n  new\n  staff: 1\n',
  },
  {
    text: 'questions:\n  city:\n    scale: a\n    $0\n  staff: 1\n',
    at: 'new-key /questions/city {scale}',
    typed: 'questions:\n  city:\n    scale: a\n    new\n  staff: 1\n',
  },
  {
    text: 'questions:\n  city:\n    scale: a\n\n   $0',
    at: 'new-key /questions {city}',
    typed: 'questions:\n  city:\n    scale: a\n\n  new',
  },
  { text: 'questions:\n  city:\n    scale: a\n      $0', at: 'none /questions ', typed: '' },
  {
    text: 'questions:\n  city:\n    $0\n    scale: a\n',
    at: 'new-key /questions/city {scale}',
    typed: 'questions:\n  city:\n    new\n    scale: a\n',
  },
  {
    text: 'questions:\n  city:\n    $0\n  staff: 1\n',
    at: 'new-key /questions/city ',
    typed: 'questions:\n  city:\n    new\n  staff: 1\n',
  },
  {
    text: 'questions:\n  city:\n    items:\n      a: {sv: x}\n    $0\n',
    at: 'new-key /questions/city {items}',
    typed: 'questions:\n  city:\n    items:\n      a: {sv: x}\n    new\n',
  },
  {
    text: 'questions:\n  city:\n    items:\n      a: {sv: x}\n      $0\n',
    at: 'new-key /questions/city/items {a}',
    typed: 'questions:\n  city:\n    items:\n      a: {sv: x}\n      new\n',
  },
  {
    text: 'questions:\n  city:\n    items:\n      $0\n    text: x\n',
    at: 'new-key /questions/city/items ',
    typed: 'questions:\n  city:\n    items:\n      new\n    text: x\n',
  },
  { text: 'questions:\n  city:\n    sc$0\n', at: 'key /questions/city/sc = sc', typed: 'questions:\n  city:\n    new\n' },
  {
    text: 'questions:\n  city:\n    sc$0\n    text: x\n',
    at: 'key /questions/city/sc {sc,text} = sc',
    typed: 'questions:\n  city:\n    new\n    text: x\n',
  },
  {
    text: 'questions:\n  ci$0ty:\n    text: x\n',
    at: 'key /questions/city {city} = city',
    typed: 'questions:\n  new:\n    text: x\n',
  },
  {
    text: 'questions:\n  city:\n    scale: $0\n    text: x\n',
    at: 'new-value /questions/city/scale {scale,text}',
    typed: 'questions:\n  city:\n    scale: new\n    text: x\n',
  },
  { text: 'q: {$0}\n', at: 'new-key /q {} flow', typed: 'q: {new}\n' },
  { text: 'q: {a: 1,$0}\n', at: 'new-key /q {a} flow', typed: 'q: {a: 1, new}\n' },
  { text: 'q: {a: 1, b$0}\n', at: 'key /q/b {a,b} flow = b', typed: 'q: {a: 1, new}\n' },
  { text: 'q: {a: $0}\n', at: 'new-value /q/a {a} flow', typed: 'q: {a: new}\n' },
  { text: 'q: {a: $0, b: 1}\n', at: 'new-value /q/a {a,b} flow', typed: 'q: {a: new, b: 1}\n' },
  { text: 'q: {a: 1, $0\nb: 1\n', at: 'new-key /q {a} flow', typed: 'q: {a: 1, new\nb: 1\n' },
  { text: 'q: {a: {b: c$0}, d: 1}\n', at: 'value /q/a/b {b} flow = c', typed: 'q: {a: {b: new}, d: 1}\n' },
  { text: 'q: {a: 1}$0\n', at: 'none / ', typed: '' },
  { text: 'q: {a: {b: c},$0 d: 1}\n', at: 'new-key /q {a,d} flow', typed: 'q: {a: {b: c}, new d: 1}\n' },
  { text: 'by: [$0]\n', at: 'new-value /by/0 {by} flow', typed: 'by: [new]\n' },
  { text: 'by: [a,$0]\n', at: 'new-value /by/1 {by} flow', typed: 'by: [a, new]\n' },
  { text: 'by: [a, b$0]\n', at: 'value /by/1 {by} flow = b', typed: 'by: [a, new]\n' },
  { text: 'by: [a, $0\n', at: 'new-value /by/1 {by} flow', typed: 'by: [a, new\n' },
  { text: 'by:\n  - a\n  - $0\n', at: 'new-value /by/1 {by}', typed: 'by:\n  - a\n  - new\n' },
  { text: 'by:\n  -$0\n', at: 'new-value /by/0 {by}', typed: 'by:\n  - new\n' },
  { text: 'derived:\r\n  a:\r\n    value: x >= $0\r\n', at: 'none /derived/a {value}', typed: '' },
  {
    text: 'derived:\r\n  a:\r\n    value: x$0\r\n\r\n',
    at: 'value /derived/a/value {value} = x',
    typed: 'derived:\r\n  a:\r\n    value: new\r\n\r\n',
  },
  {
    text: 'questions:\n  city:\n    text: "Wh$0at\n    scale: a\n',
    at: 'value /questions/city/text {text,scale} = What',
    typed: 'questions:\n  city:\n    text: new\n    scale: a\n',
  },
  {
    text: 'questions:\n  city:\n    text: |\n      One\n\n      $0\n      Two\n',
    at: 'value /questions/city/text {text} = One\n\n\nTwo\n',
    typed: 'questions:\n  city:\n    text: new\n',
  },
  {
    text: 'questions:\n  city: {scale: a,\n\n    $0\n    text: b}\n',
    at: 'new-key /questions/city {scale,text} flow',
    typed: 'questions:\n  city: {scale: a,\n\n    new\n    text: b}\n',
  },
];

describe('the cursor', () => {
  for (const { text, at, typed } of places) {
    it(JSON.stringify(text), () => {
      const fixture = parseFileFixture(text);
      const cursor = cursorAt(readFile(fixture.text), fixture.cursor ?? -1);
      const map =
        cursor.map === undefined || cursor.path.length === 0 ? '' : `{${cursor.map.pairs.map((pair) => pair.key.text)}}`;
      const found = [`${cursor.spot} /${cursor.path.join('/')}`, `${map}${cursor.flow ? ' flow' : ''}`].join(' ');
      const scalar = cursor.scalar === undefined ? '' : `= ${cursor.scalar.text}`;
      assert.equal(`${found}${scalar === '' || found.endsWith(' ') ? '' : ' '}${scalar}`, at);
      if (cursor.spot === 'none' || cursor.spot === 'comment') return;
      const { replace, prefix } = cursor;
      assert.equal(`${fixture.text.slice(0, replace.start)}${prefix}new${fixture.text.slice(replace.end)}`, typed);
    });
  }
});
