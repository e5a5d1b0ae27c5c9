import { bookOf } from '../model/book';
import type { Book, Codebook } from '../model/codebook';
import { outdate, query } from '../model/query';
import { isSameList } from '../model/same';
import { remembered } from '../text/remember';
import type { Surroundings } from './surroundings';

/** The surroundings as the checks were last told of them. They come from outside the codebook, so that no query can compute them. */
const lastTold = new WeakMap<Book, Surroundings>();

/** What stands around a codebook's file, for checks: each part is looked up when it is read, and who reads it rests on that part alone. */
export const noticedSurroundings: (codebook: Codebook) => Surroundings = remembered((codebook) => {
  // One object for all entries of a version: it holds no answers, only the ways to them.
  const surroundings: Surroundings = {
    get languages() {
      return parts.languages.read(codebook, '');
    },
    get hasTabs() {
      return parts.hasTabs.read(codebook, '');
    },
    get lost() {
      return parts.lost.read(codebook, '');
    },
    get importsAreThere() {
      return parts.importsAreThere.read(codebook, '');
    },
    get mayHideImport() {
      return parts.mayHideImport.read(codebook, '');
    },
    get isDamaged() {
      return parts.isDamaged.read(codebook, '');
    },
    get baseIsStatedByAll() {
      return parts.baseIsStatedByAll.read(codebook, '');
    },
    get tags() {
      return parts.tags.read(codebook, '');
    },
    get scalesWithData() {
      return parts.scalesWithData.read(codebook, '');
    },
    get data() {
      return parts.data.read(codebook, '');
    },
  };
  return surroundings;
});

/** Takes over the surroundings of a new version. What has read a part that is another now is out of date. */
export function changeSurroundings(codebook: Codebook, next: Surroundings): void {
  const book = bookOf(codebook);
  const before = lastTold.get(book) ?? nothingKnown;
  lastTold.set(book, next);
  for (const { compare } of Object.values(parts)) compare(codebook, before, next);
}

const parts = {
  languages: part('languages'),
  hasTabs: part('hasTabs'),
  lost: part('lost'),
  importsAreThere: part('importsAreThere'),
  mayHideImport: part('mayHideImport'),
  isDamaged: part('isDamaged'),
  baseIsStatedByAll: part('baseIsStatedByAll'),
  tags: part('tags'),
  scalesWithData: part('scalesWithData'),
  data: part('data'),
};

function part<N extends keyof Surroundings>(name: N) {
  const read = query((codebook: Codebook, _: ''): Surroundings[N] => (lastTold.get(bookOf(codebook)) ?? nothingKnown)[name]);
  const compare = (codebook: Codebook, before: Surroundings, next: Surroundings): void => {
    if (!isSamePart(before[name], next[name])) outdate(codebook, read, '');
  };
  return { read, compare };
}

function isSamePart(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? isSameList(one, other) : one === other;
}

/** Of a codebook that is asked before anything around it is known. */
const nothingKnown: Surroundings = {
  languages: [],
  hasTabs: false,
  lost: [],
  importsAreThere: true,
  mayHideImport: false,
  isDamaged: false,
  baseIsStatedByAll: false,
  tags: [],
  scalesWithData: [],
  data: { kind: 'none' },
};
