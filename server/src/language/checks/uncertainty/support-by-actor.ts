/** The example of the checks of intervals, comparisons and tests: two questions on scales, a number, and one indicator as given. */
export function supportByActor(indicator: string): string {
  return `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, score: 2, label: High}
      some: {code: 2, score: 1, label: Some}
      none: {code: 3, score: 0, label: None}
  actors:
    categories:
      agency: {code: 1, label: Agencies}
      region: {code: 2, label: Regions}
questions:
  actor: {label: Actor, scale: actors}
  support: {label: Support, scale: extent}
  employees: {label: Employees, type: number, range: 0..}
indicators:
  ${indicator}
`;
}
