import type { CodebookPreview, FilePlace, Snapshot } from '../language';
import type { Preview, PreviewPlace } from '../protocol';
import { type Coordinates, coordinatesOf, toRange, toUri } from './convert-text';
import type { Session } from './session';

/** A preview with places as the client counts them, in the texts it was made from. */
export function toPreview(session: Session, snapshot: Snapshot, { file, state, stages, ...rest }: CodebookPreview): Preview {
  const toPlace = placesIn(session, snapshot);
  const { firstError, ...said } = state;
  return {
    ...rest,
    uri: toUri(session, file),
    state: { ...said, ...(firstError === undefined ? {} : { firstError: toPlace(firstError) }) },
    stages: stages.map(({ entries, ...stage }) => ({
      ...stage,
      entries: entries.map(({ place, ...entry }) => ({ ...entry, place: toPlace(place) })),
    })),
  };
}

function placesIn(session: Session, snapshot: Snapshot): (place: FilePlace) => PreviewPlace {
  const byFile = new Map<string, Coordinates>();
  return ({ file, span }) => {
    const coordinates = byFile.get(file) ?? coordinatesOf(snapshot, file);
    byFile.set(file, coordinates);
    const { start, end } = toRange(coordinates, span);
    return { uri: toUri(session, file), line: start.line, endLine: end.line };
  };
}
