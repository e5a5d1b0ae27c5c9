import assert from 'node:assert/strict';
import { definitionAt, type FilePlace, referencesAt } from '../../server/src/language';
import { folder } from '../harness/codebooks';
import { shownOf } from './fixtures';

const common = `#- common.codebook.yaml
codebook: common
languages: [en]
scales:
  actors:
    categories: {agency: {code: 1, label: Agencies}, region: {code: 2, label: Regions}}
`;

/** What the name at \`$0\` leads to: file, line and name. */
const cases: readonly {
  readonly name: string;
  readonly fixture: string;
  readonly definition: string;
  readonly references: string;
}[] = [
  {
    name: 'a scale in another file',
    fixture: `${common}#- main.codebook.yaml
codebook: main
languages: [en]
import: [./common.codebook.yaml]
questions:
  actor: {label: Actor, scale: act$0ors}
`,
    definition: 'common.codebook.yaml 4 actors',
    references: 'common.codebook.yaml 4 actors; main.codebook.yaml 5 actors',
  },
  {
    name: 'a category in an expression and in the keys of a figure',
    fixture: `${common}#- main.codebook.yaml
codebook: main
languages: [en]
import: [./common.codebook.yaml]
questions:
  actor: {label: Actor, scale: actors}
  money: {label: Money, type: number, ask_if: actor = age$0ncy}
figures:
  printed: {of: actor, share: {agency: 40}}
`,
    definition: 'common.codebook.yaml 5 agency',
    references: 'common.codebook.yaml 5 agency; main.codebook.yaml 6 agency; main.codebook.yaml 8 agency',
  },
  {
    name: 'a question from where it is declared',
    fixture: `codebook: main
languages: [en]
questions:
  ac$0tor: {label: Actor, type: number}
  money: {label: Money, type: number, ask_if: actor > 1}
derived:
  much: {label: Much, value: actor + money > 5}
`,
    definition: 'main.codebook.yaml 4 actor',
    references: 'main.codebook.yaml 4 actor; main.codebook.yaml 5 actor; main.codebook.yaml 7 actor',
  },
  {
    name: 'an imported file',
    fixture: `${common}#- main.codebook.yaml
codebook: main
import: [./comm$0on.codebook.yaml]
`,
    definition: 'common.codebook.yaml 1 ',
    references: 'main.codebook.yaml 2 ./common.codebook.yaml',
  },
  {
    name: 'a name that nothing declares leads nowhere',
    fixture: 'codebook: main\nquestions:\n  actor: {label: Actor, scale: act$0ors}\n',
    definition: '',
    references: '',
  },
];

describe('definition and references', () => {
  for (const { name, fixture, definition, references } of cases) {
    it(name, () => {
      const { snapshot, file, offset, files } = shownOf(fixture);
      const said = ({ file: at, span }: FilePlace) => {
        const text = files.find((one) => folder + one.name === at)?.text ?? '';
        return `${at.replace(folder, '')} ${text.slice(0, span.start).split('\n').length} ${text.slice(span.start, span.end)}`;
      };
      assert.equal((definitionAt(snapshot, file, offset)?.targets ?? []).map(said).join('; '), definition);
      assert.equal(referencesAt(snapshot, file, offset, true).map(said).join('; '), references);
    });
  }
});
