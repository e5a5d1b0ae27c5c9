// The licences of the packages that are bundled into the programs: theirs ask that the text goes along with the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './setup.mjs';

/** Licences that ask for no more than to be named. Any other stops the build until a person has looked at it. */
const permissive = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** One text with the licence of every package in the bundles, given what esbuild says that it put into each. */
export function noticesOf(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.keys(output.inputs)));
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  const notices = [...folders].map(noticeOf).sort();
  return `The programs of this package contain the following packages.\n\n${notices.join('\n')}`;
}

function noticeOf(folder) {
  const { name, version, license } = readJson(join(root, folder, 'package.json'));
  if (!permissive.includes(license))
    throw new Error(`${name} ${version} is under ${license}, which is not known to be permissive.`);
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} brings no licence text to pass on.`);
  const text = readFileSync(join(root, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${text}\n`;
}
