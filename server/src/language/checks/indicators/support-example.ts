/** The example of the checks of measures and bases: a question on an ordered scale, a number, and one indicator as given. */
export function indicatorOfSupport(indicator: string): string {
  return `codebook: example
languages: [en]
scales:
  extent:
    order: descending
    categories:
      high: {code: 1, score: 2, label: High}
      some: {code: 2, score: 1, label: Some}
questions:
  support: {label: Support, scale: extent}
  employees: {label: Employees, type: number, range: 0..}
indicators:
  ${indicator}
`;
}
