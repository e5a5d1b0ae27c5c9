export { type Completion, type CompletionKind, completionsAt } from './completion';
export { type Definition, definitionAt } from './definition';
export { fixesAt, type OfferedFix, safeFixes } from './fixes';
export { type Hover, hoverAt } from './hover';
export { type OutlineNode, outlineOf } from './outline';
export { type PreviewOptions, previewOf, previewSteps } from './preview';
export type * from './preview-types';
export { referencesAt } from './references';
