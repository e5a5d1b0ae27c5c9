import type { CallHierarchyItem, Range, ServerCapabilities } from 'vscode-languageserver';
import { type LineageItem, type LineageStep, lineageAt, restingOn, restsOn } from '../language';
import { symbolKinds } from './convert-outline';
import { coordinatesOf, toOffset, toRange, toUri } from './convert-text';
import { guarded } from './guard';
import { nameOfUri } from './names';
import type { Session } from './session';

export const lineageCapabilities = { callHierarchyProvider: true } as const satisfies ServerCapabilities;

/**
 * The way from questions to published numbers and back, as a call hierarchy: who calls a question is what rests on it, and what
 * a figure calls is what it rests on.
 */
export function serveLineage(session: Session): void {
  const { callHierarchy } = session.connection.languages;
  callHierarchy.onPrepare(
    guarded(session, 'lineage', null, ({ textDocument, position }): CallHierarchyItem[] | null => {
      const item = itemAt(session, textDocument.uri, position);
      return item === undefined ? null : [toItem(session, item)];
    }),
  );
  callHierarchy.onIncomingCalls(
    guarded(session, 'lineage', null, ({ item }) =>
      stepsFrom(session, item, restingOn).map((step) => ({
        from: toItem(session, step.item),
        fromRanges: toRanges(session, step.item.file, step),
      })),
    ),
  );
  callHierarchy.onOutgoingCalls(
    guarded(session, 'lineage', null, ({ item }) =>
      stepsFrom(session, item, restsOn).map((step) => ({
        to: toItem(session, step.item),
        fromRanges: toRanges(session, nameOfUri(item.uri), step),
      })),
    ),
  );
}

function itemAt(session: Session, uri: string, position: Range['start']): LineageItem | undefined {
  const file = nameOfUri(uri);
  const snapshot = session.snapshot();
  return lineageAt(snapshot, file, toOffset(coordinatesOf(snapshot, file), position));
}

/** None where the text has changed so much that something else stands in the item's place. */
function stepsFrom(
  session: Session,
  { uri, name, selectionRange }: CallHierarchyItem,
  walk: (snapshot: ReturnType<Session['snapshot']>, item: LineageItem) => readonly LineageStep[],
): readonly LineageStep[] {
  const item = itemAt(session, uri, selectionRange.start);
  return item === undefined || item.name !== name ? [] : walk(session.snapshot(), item);
}

function toItem(session: Session, { kind, name, label, file, span, nameSpan }: LineageItem): CallHierarchyItem {
  const coordinates = coordinatesOf(session.snapshot(), file);
  return {
    name,
    kind: symbolKinds[kind],
    detail: label,
    uri: toUri(session, file),
    range: toRange(coordinates, span),
    selectionRange: toRange(coordinates, nameSpan),
  };
}

function toRanges(session: Session, file: string, { places }: LineageStep): Range[] {
  const coordinates = coordinatesOf(session.snapshot(), file);
  return places.map((place) => toRange(coordinates, place));
}
