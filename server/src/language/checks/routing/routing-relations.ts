import { fullName } from '../../expression';
import type { Codebook, Universe } from '../../model/codebook';
import type { ExpressionText, Name, QuestionDeclaration } from '../../model/declarations';
import { type ExpressionSite, expressionsIn } from '../../model/expression-sites';
import { remembered } from '../../model/remember';
import { universeOf, universeOfExpression } from '../../model/universe';
import type { UniverseRelation } from '../../model/universe-algebra';
import type { Related } from '../../problem';
import { restsOnSoundNames } from '../expressions/sound';
import { rememberedRelation } from './remembered-relation';

/** One `ask_if` of a file, beside who could be asked it at all. */
interface RoutingRelation {
  /** The question, or the item with routing of its own. */
  readonly owner: Name;
  readonly text: ExpressionText;
  readonly universe: Universe;
  readonly relation: UniverseRelation;
}

/** Every `ask_if` of the file that can be understood, with how it goes together with the routing it stands on. */
export const routingRelations: (codebook: Codebook) => readonly RoutingRelation[] = remembered((codebook) =>
  codebook.own.questions.flatMap((question) => relationsOf(codebook, question)),
);

/** Those of one question; none where another question has its id. */
export function relationsOf(codebook: Codebook, question: QuestionDeclaration): readonly RoutingRelation[] {
  if (codebook.variables.get(question.id.text)?.declaration !== question) return [];
  return expressionsIn(question).flatMap((site) => relationOf(codebook, question, site));
}

const relationOfRouting = rememberedRelation();

function relationOf(codebook: Codebook, question: QuestionDeclaration, site: ExpressionSite): readonly RoutingRelation[] {
  if (!restsOnSoundNames(codebook, site)) return [];
  const { text, where, part } = site;
  const named = universeOfExpression(codebook, text, where);
  const universe = part === undefined ? named : [...new Set([...universeOf(codebook, question.id.text), ...named])];
  const relation = relationOfRouting(codebook, { text, where }, universe);
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
