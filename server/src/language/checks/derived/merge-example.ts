/** The example of the checks of merges: a merge of three areas into the given lines of categories. */
export function mergeOfAreas(first: string, second: string): string {
  return `codebook: example
languages: [en]
scales:
  areas:
    categories:
      north: {code: 1, label: North}
      south: {code: 2, label: South}
      islands: {code: 3, label: Islands}
questions:
  area: {label: Area, scale: areas}
derived:
  part:
    label: Part of the country
    of: area
    categories:
      ${first}
      ${second}
`;
}
