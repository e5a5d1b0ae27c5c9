import type { LonePsu } from '../../estimation/sample';
import type { Entry } from '../../syntax/entry';
import type { SyntaxNode } from '../../syntax/tree';
import type { DesignDeclaration, Name, NumberText, ReplicateDeclaration, ReplicateMethod } from '../declarations';
import { present } from '../fields';
import { asMap, field, itemsOf, nameOf, namesOf, numberOf, oneOf, placeOf } from './values';

const lonePsuRules: readonly LonePsu[] = ['fail', 'certainty', 'average', 'adjust'];
const methods: readonly ReplicateMethod[] = ['brr', 'fay', 'jk1', 'jk2', 'jkn', 'bootstrap', 'successive_difference', 'other'];

/** The sampling design of the data. A column alone stands for a list of it. */
export function readDesign(entry: Entry, node: SyntaxNode | undefined): DesignDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({
    place: placeOf(entry, map.span),
    strata: namesOf(entry, field(map, 'strata')),
    psu: namesOf(entry, field(map, 'psu')),
    fpc: namesOf(entry, field(map, 'fpc')),
    lonePsu: oneOf(field(map, 'lone_psu'), lonePsuRules) ?? 'fail',
    replicate: readReplicate(entry, field(map, 'replicate')),
  });
}

function readReplicate(entry: Entry, node: SyntaxNode | undefined): ReplicateDeclaration | undefined {
  const map = asMap(node);
  if (map === undefined) return undefined;
  return present({
    place: placeOf(entry, map.span),
    columns: namesOf(entry, field(map, 'columns')).flatMap(columnsOfRun),
    method: oneOf(field(map, 'method'), methods),
    methodName: nameOf(entry, field(map, 'method')),
    scale: numberOf(entry, field(map, 'scale')),
    rscales: readFactors(entry, field(map, 'rscales')),
    rho: numberOf(entry, field(map, 'rho')),
    around: oneOf(field(map, 'around'), ['mean', 'estimate']) ?? 'mean',
    df: numberOf(entry, field(map, 'df')),
  });
}

function readFactors(entry: Entry, node: SyntaxNode | undefined): readonly NumberText[] | undefined {
  const items = itemsOf(node);
  return items.length === 0 ? undefined : items.flatMap((item) => numberOf(entry, item) ?? []);
}

/** `rw1..rw80`, also `rw1..80` and `rw01..rw80`: as many digits as the first has, at least. */
const runPattern = /^(.*?)(\d{1,6})\.\.(.*?)(\d{1,6})$/;

/** Each column of a run of numbered columns. Any other name, and a run that goes backwards, stands for itself. */
function columnsOfRun(name: Name): readonly Name[] {
  const [, stem = '', first = '', lastStem = '', last = ''] = runPattern.exec(name.text) ?? [];
  const length = Number(last) - Number(first) + 1;
  if (last === '' || (lastStem !== '' && lastStem !== stem) || length < 2 || length > longestRun) return [name];
  return Array.from({ length }, (_, at) => ({
    text: stem + String(Number(first) + at).padStart(first.length, '0'),
    place: name.place,
  }));
}

/** More replicates than this are a slip of the hand: nobody delivers them. */
const longestRun = 10_000;
