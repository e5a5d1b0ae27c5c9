import type { MissingKind } from '../../expression/value';

/** The kind of missing answer that one of some names tells; whole names alone: “Don’t know him” is an answer. */
export function kindNamed(names: readonly string[]): MissingKind | undefined {
  return told.find(({ name }) => names.some((one) => name.test(one)))?.kind;
}

const told: readonly { readonly kind: MissingKind; readonly name: RegExp }[] = [
  { kind: 'dont_know', name: /^(?:don['’]?t know|do not know|vet (?:ej|inte))$/i },
  { kind: 'item_nonresponse', name: /^(?:no answer|(?:ej|inget) svar)$/i },
  { kind: 'refused', name: /^(?:refused|vill (?:ej|inte) svara)$/i },
  { kind: 'not_applicable', name: /^(?:not applicable|ej (?:aktuellt|tillämpligt))$/i },
  { kind: 'not_asked', name: /^not asked$/i },
];
