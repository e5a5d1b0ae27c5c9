import type { TypedExpression } from './typed';
import type { Scope } from './types';
import type { UnknownRule } from './value';

export type ExplainLanguage = 'en' | 'sv';

export function explain(_typed: TypedExpression, _scope: Scope, _language: ExplainLanguage): string {
  return '';
}

export function explainUnknown(_rule: UnknownRule, _language: ExplainLanguage): string {
  return '';
}
