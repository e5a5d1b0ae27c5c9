import type { Check } from '../check';
import { accidentalContinuation } from './accidental-continuation';
import { anchorOrAlias } from './anchor-or-alias';
import { colonInText } from './colon-in-text';
import { commaCutsText } from './comma-cuts-text';
import { commentCutsText } from './comment-cuts-text';
import { duplicateKey } from './duplicate-key';
import { halfTypedKey } from './half-typed-key';
import { openQuote } from './open-quote';
import { quoteYesNo } from './quote-yes-no';
import { severalDocuments } from './several-documents';
import { tabIndentation } from './tab-indentation';
import { typographicQuotes } from './typographic-quotes';
import { unquotedExpression } from './unquoted-expression';
import { yamlSyntax } from './yaml-syntax';
import { yamlTag } from './yaml-tag';

export const textChecks: readonly Check[] = [
  yamlSyntax,
  commaCutsText,
  commentCutsText,
  colonInText,
  unquotedExpression,
  openQuote,
  halfTypedKey,
  accidentalContinuation,
  duplicateKey,
  tabIndentation,
  anchorOrAlias,
  yamlTag,
  severalDocuments,
  quoteYesNo,
  typographicQuotes,
];
