import type { Position } from '../../text/lines';
import type { Span } from '../../text/span';

/** What a piece of text is, for colours: in the words editors use for programs. */
export const tokenKinds = [
  'namespace',
  'class',
  'struct',
  'enum',
  'enumMember',
  'variable',
  'property',
  'interface',
  'event',
  'function',
  'keyword',
  'operator',
  'number',
  'string',
] as const;

export type SemanticKind = (typeof tokenKinds)[number];

/**
 * `declaration`: the id is declared here. `readonly`: the value is computed, not given. `defaultLibrary`: a word of the language,
 * not of the codebook.
 */
export const tokenModifiers = ['declaration', 'readonly', 'defaultLibrary'] as const;

export type SemanticModifier = (typeof tokenModifiers)[number];

export interface Colour {
  readonly kind: SemanticKind;
  readonly modifiers: readonly SemanticModifier[];
}

/** Tokens never overlap and never reach over a line end. */
export interface SemanticToken extends Colour {
  readonly span: Span;
}

/** A token with its line and column among the lines of its entry. */
export interface PlacedToken extends SemanticToken, Position {}
