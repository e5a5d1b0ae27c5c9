import { declarationsOf, fileModel } from '../../server/src/language';
import { folder, snapshotOf } from '../harness/codebooks';
import { print } from './print';
import { fixture, matchesSnapshot } from './snapshot';

describe('declarations', () => {
  for (const name of ['whole-codebook', 'short-forms', 'broken']) {
    it(`are read from ${name}`, () => {
      const snapshot = snapshotOf(fixture(`${name}.txt`));
      const printed = [...snapshot.files.keys()].map((file) => {
        const model = fileModel(snapshot, file);
        const declarations = model === undefined ? [] : declarationsOf(model).map((declaration) => print(declaration));
        return [`#- ${file.slice(folder.length)}`, print({ header: model?.header }), ...declarations].join('\n');
      });
      matchesSnapshot(`${name}.declarations.txt`, `${printed.join('\n')}\n`);
    });
  }
});
