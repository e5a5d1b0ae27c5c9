import { remembered, rememberedByText } from '../../model/remember';
import { type SchemaPlace, schemaAt } from '../../schema';
import type { Entry } from '../../syntax/entry';
import type { MapNode, Pair, SyntaxNode } from '../../syntax/tree';

/** A map of an entry with what the schema says of its place. */
export interface PlacedMap {
  readonly map: MapNode;
  /** The pair whose value it is; absent at the top of an entry and in lists. */
  readonly owner: Pair | undefined;
  readonly place: SchemaPlace | undefined;
  /** Whether it is a text by language: `{sv: Ja, en: "Yes"}`, not `{label: …, code: 1}`. */
  readonly isText: boolean;
}

/** Every map of an entry, outer ones first. */
export const mapsIn: (entry: Entry) => readonly PlacedMap[] = remembered((entry) => {
  const maps: PlacedMap[] = [];
  collect(entry.root, undefined, entry.role === 'member' ? `/${entry.section}` : '', maps);
  return maps;
});

function collect(node: SyntaxNode, owner: Pair | undefined, form: string, maps: PlacedMap[]): void {
  if (node.kind === 'list') for (const item of node.items) collect(item, undefined, `${form}/0`, maps);
  if (node.kind !== 'map') return;
  const place = placeOf(form);
  maps.push({ map: node, owner, place, isText: place !== undefined && isTextMap(node, place) });
  for (const pair of node.pairs) collect(pair.value, pair, `${form}/${stepOf(pair.key.text, place)}`, maps);
}

/** Ids are all alike to the schema, so that it is asked once for each form of path and not for each entry. */
function stepOf(key: string, place: SchemaPlace | undefined): string {
  return place?.keys.some((one) => one.key === key) === true ? key : anyId;
}

const anyId = '*';

/** There are as many forms as the schema has places. */
const placeOf = rememberedByText((form: string): SchemaPlace | undefined =>
  schemaAt(
    form
      .split('/')
      .slice(1)
      .map((step) => (step === '0' ? 0 : step)),
  ),
);

/** Where an entry may be given by its text alone, one of its own keys makes it the long form. */
function isTextMap({ pairs }: MapNode, place: SchemaPlace): boolean {
  if (place.membersReferTo !== 'language') return false;
  const keys = place.keys.map(({ key }) => key);
  return (
    keys.length === 0 || (pairs.some(({ key }) => isLanguageTag(key.text)) && !pairs.some(({ key }) => keys.includes(key.text)))
  );
}

/** A key such as `de` may be a language that is not declared; `Nej` and `3` are no languages. */
export function isLanguageTag(key: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(key);
}
