import { remembered } from '../text/remember';
import type { FileModel, NameKind, Owner, Use } from './codebook';
import type { AnyDeclaration, DerivedDeclaration, Name, QuestionDeclaration, ScaleDeclaration } from './declarations';

/** Every name a declaration declares, with its place: its own id first, then those of its parts. */
export const namesDeclaredBy: (declaration: AnyDeclaration) => readonly Use[] = remembered(declaredBy);

export function declarationsOf(model: FileModel): readonly AnyDeclaration[] {
  const { stages, frames, scales, questions, derived, indicators, figures, tests } = model;
  return [...frames, ...stages, ...scales, ...questions, ...derived, ...indicators, ...figures, ...tests];
}

function declaredBy(declaration: AnyDeclaration): readonly Use[] {
  switch (declaration.kind) {
    case 'scale':
      return scaleNames(declaration);
    case 'question':
      return [declares('variable', declaration.id), ...questionParts(declaration)];
    case 'derived':
      return [declares('variable', declaration.id), ...derivedParts(declaration)];
    case 'stage':
    case 'frame':
    case 'indicator':
    case 'figure':
    case 'test':
      return [declares(declaration.kind, declaration.id)];
  }
}

function scaleNames(scale: ScaleDeclaration): readonly Use[] {
  if (scale.id === undefined) return [];
  return [declares('scale', scale.id), ...scaleParts(scale, { kind: 'scale', id: scale.id.text })];
}

function scaleParts(scale: ScaleDeclaration, owner: Owner): readonly Use[] {
  return [...scale.categories, ...scale.missing, ...scale.groups].map((part) => declares('category', part.id, owner));
}

function questionParts(question: QuestionDeclaration): readonly Use[] {
  const owner = ownerVariable(question);
  return [
    ...(question.scale !== undefined && 'kind' in question.scale ? scaleParts(question.scale, owner) : []),
    ...question.items.map((item) => declares('item', item.id, owner)),
    ...question.missing.map((missing) => declares('category', missing.id, owner)),
  ];
}

function derivedParts(derived: DerivedDeclaration): readonly Use[] {
  const owner = ownerVariable(derived);
  return [...derived.categories, ...derived.groups].map((part) => declares('category', part.id, owner));
}

export function ownerVariable(declaration: QuestionDeclaration | DerivedDeclaration): Owner {
  return { kind: 'variable', id: declaration.id.text };
}

function declares(kind: NameKind, name: Name, owner?: Owner): Use {
  const { text, place } = name;
  return owner === undefined ? { kind, name: text, place, declares: true } : { kind, name: text, place, declares: true, owner };
}
