import type { Codebook } from '../model/codebook';
import type { DataTable } from '../shares';
import { type Abilities, compareSubject, notCompared, type SubjectAgreement } from './compare';
import { quantities } from './own';
import { rScript } from './r/script';
import { type EngineCell, type EngineResults, readResults } from './results';
import { readTables } from './spss/read';
import { spssSyntax } from './spss/syntax';
import { type Chosen, subjectsOf, type VerifiedSubject } from './subjects';

export type EngineName = 'r' | 'pspp';

/** What one engine is given to compute, and how its answer is read and compared. Nothing here runs it. */
export interface EngineScript {
  readonly engine: EngineName;
  /** Of the script's file, without its dot. */
  readonly extension: 'R' | 'sps';
  /** The script, reading this data file. R takes it and the file for its results as arguments too. */
  readonly text: (dataFile: string) => string;
  /** The files it writes to the working folder where it comes to its end. */
  readonly writes: readonly string[];
  /** What the engine says of its subjects, by the files it wrote. */
  readonly read: (files: ReadonlyMap<string, string>) => EngineResults;
  /** Agreement with the product's numbers, one for each subject in its order. */
  readonly compare: (results: EngineResults) => readonly SubjectAgreement[];
}

export interface Verification {
  readonly subjects: readonly VerifiedSubject[];
  readonly scripts: readonly EngineScript[];
}

/** The file R writes its results to. */
export const rResultsFile = 'results.tsv';

const everything: Abilities = { quantities, comparisons: true };

/** The scripts that compute a codebook's numbers anew, and what they are compared with. */
export function verificationOf(codebook: Codebook, table: DataTable, chosen: Chosen): Verification {
  const subjects = subjectsOf(codebook, table, chosen);
  return { subjects, scripts: [scriptForR(codebook, table, subjects), syntaxForPspp(codebook, table, subjects)] };
}

function scriptForR(codebook: Codebook, table: DataTable, subjects: readonly VerifiedSubject[]): EngineScript {
  return {
    engine: 'r',
    extension: 'R',
    text: (dataFile) => rScript(codebook, table, subjects, dataFile),
    writes: [rResultsFile],
    read: (files) => readResults(files.get(rResultsFile) ?? ''),
    compare: ({ cells }) => subjects.map((subject) => compareSubject(subject, cellsOf(subject, cells), everything)),
  };
}

/** No standard errors there: PSPP verifies estimates and numbers of respondents. */
const estimatesAndNumbers: Abilities = { quantities: ['estimate', 'n', 'counted'], comparisons: false };

function syntaxForPspp(codebook: Codebook, table: DataTable, subjects: readonly VerifiedSubject[]): EngineScript {
  const { files, leftOut } = spssSyntax(codebook, table, subjects, '');
  return {
    engine: 'pspp',
    extension: 'sps',
    text: (dataFile) => spssSyntax(codebook, table, subjects, dataFile).text,
    writes: files.map(({ file }) => file),
    read: (texts) => readTables(files, texts, 'PSPP'),
    compare: ({ cells }) =>
      subjects.map((subject) => {
        const reason = leftOut.get(subject.name.id);
        return reason === undefined
          ? compareSubject(subject, cellsOf(subject, cells), estimatesAndNumbers)
          : notCompared(subject, reason);
      }),
  };
}

function cellsOf(subject: VerifiedSubject, cells: readonly EngineCell[]): readonly EngineCell[] {
  return cells.filter((cell) => cell.subject === subject.name.id);
}
