import { fullName } from '../../expression';
import type { Codebook, Universe } from '../../model/codebook';
import type { ExpressionText, Name, QuestionDeclaration } from '../../model/declarations';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { query } from '../../model/query';
import { together, universeOf, universeOfExpression } from '../../model/universe';
import { type UniverseRelation, universeRelation } from '../../model/universe-algebra';
import type { Related } from '../../problem';
import type { CheckSubject } from '../check';
import { restsOnSoundNames } from '../expressions/sound';

/** One `ask_if`, beside who could be asked it at all. */
interface RoutingRelation {
  /** The question, or the item with routing of its own. */
  readonly owner: Name;
  readonly text: ExpressionText;
  readonly universe: Universe;
  readonly relation: UniverseRelation;
}

/** Every `ask_if` of an entry that can be understood, with how it goes together with the routing it stands on. */
export function routingRelations({ codebook, own }: CheckSubject): readonly RoutingRelation[] {
  return own.questions.flatMap((question) => (expressionsIn(question).length === 0 ? [] : relationsOf(codebook, question)));
}

/** Those of one question; none where another question has its id. */
export const relationsOf = query((codebook: Codebook, question: QuestionDeclaration): readonly RoutingRelation[] => {
  if (codebook.variables.get(question.id.text)?.declaration !== question) return [];
  return expressionsIn(question).flatMap((site) => relationOf(codebook, question, site));
});

function relationOf(codebook: Codebook, question: QuestionDeclaration, site: ExpressionSite): readonly RoutingRelation[] {
  if (!restsOnSoundNames(codebook, site)) return [];
  const { text, where, part } = site;
  const named = universeOfExpression(codebook, text, where);
  const universe = part === undefined ? named : together([universeOf(codebook, question.id.text), named]);
  const relation = universeRelation(codebook, { text, where }, universe);
  const owner = question.items.find((item) => item.id.text === part)?.id ?? question.id;
  return [{ owner, text, universe, relation }];
}

/** Where the conditions of a universe stand. */
export function universeAsRelated(universe: Universe): readonly Related[] {
  return universe.map(({ expression, owner, item }) => ({
    place: expression.place,
    text: `\`${fullName(owner, item)}\` is asked only if \`${expression.parsed.text}\``,
  }));
}
