import { benchCore } from './core';
import { benchEditCore } from './edit-core';
import { benchEditor } from './editor';
import { benchReading } from './reading';
import { benchShares } from './shares';
import { benchStructuralEdits } from './structural-edits';

/** `npm run bench -- NAME`; without a name, the steps of the core. */
const benches: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  core: benchCore,
  'edit-core': benchEditCore,
  editor: benchEditor,
  reading: benchReading,
  shares: benchShares,
  'structural-edits': benchStructuralEdits,
};

const [name = 'core', ...args] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) throw new Error(`There is no bench ${name}, only ${Object.keys(benches).join(', ')}.`);
bench(args);
