export type { Disagreement, SubjectAgreement } from './compare';
export type { Quantity } from './own';
export type { EngineResults } from './results';
export { type Chosen, subjectNames } from './subjects';
export { type EngineName, type EngineScript, rResultsFile, type Verification, verificationOf } from './verification';
