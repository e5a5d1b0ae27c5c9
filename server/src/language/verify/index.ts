export { type CellDifference, type Quantity, quantities, type SubjectAgreement } from './compare';
export type { EngineResults } from './results';
export { type Chosen, subjectNames } from './subjects';
export { type EngineName, type EngineScript, rResultsFile, type Verification, verificationOf } from './verification';
