import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookOf, type ShareTable, sharesOf } from '../../server/src/language';
import { tablesFor } from '../../server/src/language/shares';
import { disclosureRules, packs, publishable, relationsOf } from '../../server/src/language/shares/policy';
import { folder, snapshotOf } from '../harness/codebooks';

/**
 * What each pack, and the rules of disclosure without a word of their own, say of the sample's indicators: `npx tsx
 * test/policy/sample-verdicts.ts`.
 */
const sample = join(import.meta.dirname, '../../samples/innovation-2020');

for (const name of ['workplaces', 'central']) {
  const names = [`innovation_${name}.codebook.yaml`, 'innovation_common.codebook.yaml', `${name}.csv`];
  const snapshot = snapshotOf(names.map((file) => `#- ${file}\n${readFileSync(join(sample, file), 'utf8')}`).join(''));
  const file = `${folder}innovation_${name}.codebook.yaml`;
  const codebook = codebookOf(snapshot, file);
  const state = snapshot.data.get(file);
  if (codebook === undefined || state?.kind !== 'ready') throw new Error(`${name} has no data.`);
  const { bound } = sharesOf(codebook, state.table);
  const tables = [...codebook.indicators.keys()].flatMap((id) => tablesFor(codebook, bound, { kind: 'indicator', id }));
  const relations = relationsOf(codebook);
  for (const pack of packs) report(`${name} · ${pack.name}`, publishable({ precision: pack }, tables, { relations }));
  const rules = disclosureRules({});
  report(
    `${name} · disclosure, base ${rules.minBase}, cell ${rules.minCount}`,
    publishable({ disclosure: rules }, tables, { relations }),
  );
}

function report(title: string, tables: readonly ShareTable[]): void {
  process.stdout.write(`\n${title}\n`);
  for (const { subject, by, cells } of tables) {
    const said = new Map<string, number>();
    for (const { verdict } of cells) {
      if (verdict === undefined) continue;
      const rule = verdict.disclosure?.rule ?? verdict.precision?.rule ?? '';
      const key = [verdict.action, ...(verdict.action === 'publish' ? [] : [rule])].join(' ');
      said.set(key, (said.get(key) ?? 0) + 1);
    }
    const split = by.length === 0 ? '' : ` by ${by.join(' × ')}`;
    const counts = [...said].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key} ${count}`);
    process.stdout.write(`  ${subject.id}${split}: ${counts.join(', ')}\n`);
  }
}
