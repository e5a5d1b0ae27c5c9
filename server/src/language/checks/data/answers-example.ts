/** The example of the checks of data: one yes/no question, and the data file as given. */
export function answersIn(file: string): string {
  return `codebook: example
languages: [en]
data: {file: answers.csv, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
#- answers.csv
${file}`;
}
