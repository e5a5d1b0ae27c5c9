import type { Check, CheckSubject, Finding } from '../check';

export const credentialsInCodebook: Check = {
  code: 'credentials-in-codebook',
  severity: 'error',
  title: 'Address of a database in the codebook',
  doc: {
    why: 'A codebook is shared, printed and kept in version control; an address with its user and password must not be. Name the environment variable that holds it in `url_env`. A password that has stood here is known: change it.',
    wrong: database('https://reader:secret@db.example:8443'),
    right: database('CODEBOOK_CLICKHOUSE_URL'),
  },
  runOnFile: findCredentials,
};

function database(urlEnv: string): string {
  return `codebook: example
languages: [en]
data: {engine: clickhouse, url_env: "${urlEnv}", table: survey.answers, id: id}
scales:
  yes_no:
    categories: {"yes": {code: 1, label: "Yes"}, "no": {code: 2, label: "No"}}
questions:
  satisfied: {text: Are you satisfied?, scale: yes_no}
`;
}

/** What stands there is never repeated. */
function* findCredentials({ own }: CheckSubject): Iterable<Finding> {
  const { urlEnv, table } = own.header.data ?? {};
  if (urlEnv !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(urlEnv.text)) {
    const found = isAddress(urlEnv.text) ? 'this is an address' : 'this is no name of one';
    yield { place: urlEnv.place, expected: '`url_env` must be the name of an environment variable.', found };
  }
  if (table !== undefined && isAddress(table.text))
    yield { place: table.place, expected: '`table` must be the name of a table.', found: 'this is an address' };
}

function isAddress(text: string): boolean {
  return /:\/\/|@/.test(text);
}
