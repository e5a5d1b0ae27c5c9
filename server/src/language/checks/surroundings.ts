import type { Codebook } from '../model/codebook';
import { resolvePath } from '../model/imports';
import { query } from '../model/query';
import { headerOf } from '../model/read';
import { isSameList } from '../model/same';
import type { DataState } from '../shares/types';
import type { FileSyntax } from '../syntax/entry';
import { conditionOf, type FileCondition } from './file-condition';
import { isLanguageTag } from './text/text-maps';

/** What stands around an entry and has a say in what can be told of it: the state of its file's text, its neighbours and its data. */
export interface Surroundings {
  /** Languages that texts must be in: the codebook's, else those of the first codebook that imports it. */
  readonly languages: readonly string[];
  readonly hasTabs: boolean;
  /** Sections of this file and its neighbours whose entries may stand where they can't be read as such. */
  readonly lost: readonly string[];
  /** Whether every import leads to a file that is there, in every file of the codebook. */
  readonly importsAreThere: boolean;
  /** Whether an `import` may stand in a header that can't be read. */
  readonly mayHideImport: boolean;
  /** Whether text of this file or a neighbour is broken, or stands under a key that may mean another. */
  readonly isDamaged: boolean;
  /** Whether every codebook that imports the file states a base for all. */
  readonly baseIsStatedByAll: boolean;
  /** Language tags that at least one text of the file has. */
  readonly tags: readonly string[];
  /** Scales that questions of an importing codebook with data stand on. */
  readonly scalesWithData: readonly string[];
  readonly data: DataState;
}

export interface Around {
  readonly syntax: FileSyntax;
  readonly codebook: Codebook;
  readonly importers: readonly Codebook[];
  /** The files it imports and those that import it: what they declare or use can't be told while their text is broken. */
  readonly neighbours: readonly FileSyntax[];
  readonly data: DataState;
}

export function surroundingsOf({ syntax, codebook, importers, neighbours, data }: Around): Surroundings {
  const own = conditionOf(syntax);
  const all = [own, ...neighbours.map(conditionOf)];
  return {
    languages: languagesFor(codebook, importers),
    hasTabs: own.hasTabs,
    lost: lostSections(all),
    importsAreThere: codebook.inputs.files.every((input) =>
      headerOf(input.syntax).imports.every(({ path }) =>
        codebook.files.includes(resolvePath(input.file, path.text) ?? path.text),
      ),
    ),
    mayHideImport: !own.headKeys.has('import') && own.headIsUnsure,
    isDamaged: all.some((one) => one.isDamaged),
    baseIsStatedByAll: importers.length > 0 && importers.every(({ defaults }) => defaults?.base !== undefined),
    tags: [...own.tags].sort(),
    scalesWithData: importers.filter((one) => one.data !== undefined).flatMap((one) => scalesOfQuestions(one, '')),
    data,
  };
}

const scalesOfQuestions = query(
  (codebook: Codebook, _: ''): readonly string[] => {
    const scales = [...codebook.questions.values()].flatMap(({ scale }) =>
      scale === undefined || 'kind' in scale ? [] : [scale.text],
    );
    return [...new Set(scales)].sort();
  },
  { isSame: isSameList },
);

/** None where one of them is no language: it is being typed. */
function languagesFor(codebook: Codebook, importers: readonly Codebook[]): readonly string[] {
  const stated = [codebook, ...importers].map(({ languages }) => languages).find((tags) => tags.length > 0) ?? [];
  return stated.every((tag) => isLanguageTag(tag.toLowerCase())) ? stated : [];
}

const sections = ['stages', 'frames', 'scales', 'questions', 'derived', 'indicators'];

function lostSections(files: readonly FileCondition[]): readonly string[] {
  return sections.filter((section) =>
    files.some((file) => file.lost.has(section) || (!file.headKeys.has(section) && file.hasStranger)),
  );
}
