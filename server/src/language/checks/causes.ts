import type { Fix, PlacedEdit } from '../problem';
import type { Finding } from './check';

/** Findings in the order of the file, those of one cause as one: at the first place, with the others beside it. */
export function byCause(findings: readonly Finding[]): readonly Finding[] {
  const causes = new Map<string, [Finding, ...Finding[]]>();
  const told: (readonly [Finding, ...Finding[]])[] = [];
  for (const finding of findings) {
    const same = finding.cause === undefined ? undefined : causes.get(finding.cause);
    if (same !== undefined) {
      same.push(finding);
      continue;
    }
    const first: [Finding] = [finding];
    told.push(first);
    if (finding.cause !== undefined) causes.set(finding.cause, first);
  }
  return told.map(([first, ...others]) => (others.length === 0 ? first : together(first, others)));
}

/** More than these would bury the message. */
const mostRelated = 10;

function together(first: Finding, others: readonly Finding[]): Finding {
  const related = others.slice(0, mostRelated).map(({ place }) => ({ place, text: 'It stands here as well.' }));
  return {
    ...first,
    found: `${first.found} (and in ${others.length} other ${others.length === 1 ? 'place' : 'places'})`,
    related: [...(first.related ?? []), ...related],
    fixes: (first.fixes ?? []).map((fix) => everywhere(fix, others)),
  };
}

/** The same fix at every place of the cause. */
function everywhere(fix: Fix, others: readonly Finding[]): Fix {
  const alike = others.flatMap(({ fixes = [] }) => fixes.find(({ title }) => title === fix.title) ?? []);
  return { ...fix, edits: distinct([fix, ...alike].flatMap(({ edits }) => edits)) };
}

/** Each edit once: a cause may stand in thousands of places, so those seen are looked up and not gone through. */
function distinct(edits: readonly PlacedEdit[]): readonly PlacedEdit[] {
  const seen = new Map<PlacedEdit['place']['entry'], Set<number>>();
  return edits.filter(({ place: { entry, span } }) => {
    const starts = seen.get(entry) ?? new Set();
    seen.set(entry, starts);
    const isFirst = !starts.has(span.start);
    starts.add(span.start);
    return isFirst;
  });
}
