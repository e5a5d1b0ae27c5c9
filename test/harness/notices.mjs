// The licences of the packages that are bundled into the programs: theirs ask that the text goes along with the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './setup.mjs';

/** Licences that ask for no more than to be named. Any other stops the build until a person has looked at it. */
const permissive = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** What builds for browsers contain of other packages, so that they run without Node, and the folders where their licences lie: they need not be installed. */
const contained = [
  {
    build: /node_modules\/csv-parse\/dist\/esm\//,
    of: 'csv-parse',
    folders: ['base64-js', 'buffer', 'ieee754', 'readable-stream', 'process'].map((name) => `test/harness/licences/${name}`),
  },
];

/** One text with the licence of every package in the bundles, given what esbuild says that it put into each. */
export function noticesOf(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.keys(output.inputs)));
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  const notices = [...folders].map((folder) => noticeOf(folder)).sort();
  const inside = contained.filter(({ build }) => inputs.some((path) => build.test(path)));
  notices.push(...inside.flatMap((one) => one.folders.map((folder) => noticeOf(folder, one.of))));
  return `The programs of this package contain the following packages.\n\n${notices.join('\n')}`;
}

function noticeOf(folder, container) {
  const { name, version, license } = readJson(join(root, folder, 'package.json'));
  if (!permissive.includes(license))
    throw new Error(`${name} ${version} is under ${license}, which is not known to be permissive.`);
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${name} ${version} brings no licence text to pass on.`);
  const text = readFileSync(join(root, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
  const title = container === undefined ? `${name} ${version}` : `${name}, in ${container}`;
  return `${title} (${license})\n${'-'.repeat(72)}\n${text}\n`;
}
