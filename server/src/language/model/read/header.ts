import type { Entry } from '../../syntax/entry';
import type { Pair, SyntaxNode } from '../../syntax/tree';
import type { DataDeclaration, DefaultsDeclaration, HeaderDeclaration } from '../declarations';
import { present } from '../fields';
import { readDesign } from './design';
import { readBase, readDecimals, readSource, roundings } from './indicator';
import { readPolicy } from './policy';
import { readInterval } from './uncertainty';
import { asMap, field, localized, nameOf, namesOf, oneOf, placed, placeOf, splitsOf } from './values';

/** The part of a header that one top-level key gives; `{}` for a key that is none of the header's. */
export function readHeader(entry: Entry, { key, value }: Pair): Partial<HeaderDeclaration> {
  switch (key.text) {
    case 'codebook':
      return present({ codebook: nameOf(entry, value) });
    case 'version':
      return present({ version: nameOf(entry, value) });
    case 'languages':
      return { languages: namesOf(entry, value) };
    case 'label':
      return present({ label: localized(entry, value) });
    case 'import':
      return { imports: namesOf(entry, value).map((path) => ({ path })) };
    case 'survey':
      return present({ survey: placed(entry, value) });
    case 'wave':
      return present({ wave: placed(entry, value) });
    case 'policy':
      return present({ policy: readPolicy(entry, value) });
    case 'unit':
      return present({ unit: readUnit(entry, value) });
    case 'data':
      return present({ data: readData(entry, value) });
    case 'defaults':
      return present({ defaults: readDefaults(entry, value) });
    default:
      return {};
  }
}

function readUnit(entry: Entry, node: SyntaxNode): HeaderDeclaration['unit'] {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({ type: nameOf(entry, field(map, 'type')), label: localized(entry, field(map, 'label')) });
}

function readData(entry: Entry, node: SyntaxNode): DataDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({
    place: placeOf(entry, map.span),
    file: nameOf(entry, field(map, 'file')),
    engine: oneOf(field(map, 'engine'), ['clickhouse']),
    urlEnv: nameOf(entry, field(map, 'url_env')),
    table: nameOf(entry, field(map, 'table')),
    id: nameOf(entry, field(map, 'id')),
    weight: nameOf(entry, field(map, 'weight')),
    delimiter: nameOf(entry, field(map, 'delimiter'))?.text,
    decimal: oneOf(field(map, 'decimal'), ['.', ',']),
    encoding: nameOf(entry, field(map, 'encoding'))?.text,
    design: readDesign(entry, field(map, 'design')),
  });
}

function readDefaults(entry: Entry, node: SyntaxNode): DefaultsDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({
    place: placeOf(entry, map.span),
    base: readBase(entry, field(map, 'base')),
    by: splitsOf(entry, field(map, 'by')),
    rounding: oneOf(field(map, 'rounding'), roundings),
    decimals: readDecimals(entry, field(map, 'decimals')),
    source: readSource(entry, field(map, 'source')),
    ci: readInterval(entry, field(map, 'ci')),
  });
}
