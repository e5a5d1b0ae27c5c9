/** The example of the checks of designs: one question, the design as given, and respondents with their columns of it. */
export function designIn(design: string, columns: string, rows: readonly string[]): string {
  const lines = rows.map((row, at) => `${at + 1},${(at % 2) + 1},${row}`);
  return `codebook: example
languages: [en]
data: {file: answers.csv, id: id, design: ${design}}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
id,satisfied,${columns}
${lines.join('\n')}
`;
}

/** The same with the weights that replicate weights repeat: the first column of each respondent. */
export function weightedDesignIn(design: string, columns: string, rows: readonly string[]): string {
  return designIn(design, `weight,${columns}`, rows).replace('id: id,', 'id: id, weight: weight,');
}
