/** The example of the checks of counts: a derived variable over three items, defined by the given keys. */
export function broadOfActivities(definition: string): string {
  return `codebook: example
languages: [en]
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
    missing: {dont_know: {code: 8, kind: dont_know, label: Not sure}}
questions:
  activities: {label: Activities, scale: yes_no, items: {ideas: Ideas, needs: Needs, research: Research}}
derived:
  broad: {label: Broad, ${definition}}
`;
}
