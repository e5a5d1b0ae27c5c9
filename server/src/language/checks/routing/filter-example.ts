/** The example of the checks of filters: the share of active members, `among` whom is given. */
export function shareOfActive(among?: string): string {
  const filter = among === undefined ? '' : `, among: ${among}`;
  return `codebook: example
languages: [en]
defaults: {base: answered}
scales:
  yes_no: {categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}}
questions:
  member: {label: Member, scale: yes_no}
  active: {text: Are you active?, scale: yes_no, ask_if: member = yes}
indicators:
  active_share: {measure: share, of: active${filter}}
`;
}
