// The licences of the packages that are bundled into the programs: theirs ask that the text goes along with the code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, root } from './setup.mjs';

/** Licences that ask for no more than to be named. Any other stops the build until a person has looked at it. */
const permissive = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BSL-1.0', 'ISC', 'MIT'];

/** What builds for browsers contain of other packages, so that they run without Node, and the folders where their licences lie: they need not be installed. */
const contained = [
  {
    build: /node_modules\/csv-parse\/dist\/esm\//,
    of: 'csv-parse',
    folders: ['base64-js', 'buffer', 'ieee754', 'readable-stream', 'process'].map((name) => `test/harness/licences/${name}`),
  },
];

/**
 * One text with the licence of every package in the bundles, given what esbuild says that it put into each. Packages of one house
 * bring the same text: it stands there once, under all of their names.
 */
export function noticesOf(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap((output) => Object.keys(output.inputs)));
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []));
  const notices = [...folders].map((folder) => noticeOf(folder));
  const inside = contained.filter(({ build }) => inputs.some((path) => build.test(path)));
  notices.push(...inside.flatMap((one) => one.folders.map((folder) => noticeOf(folder, one.of))));
  const texts = new Map();
  for (const { title, text } of notices) texts.set(text, [...(texts.get(text) ?? []), title]);
  const written = [...texts].map(([text, titles]) => `${titles.sort().join('\n')}\n${'-'.repeat(72)}\n${text}\n`);
  return `The programs of this package contain the following packages.\n\n${written.sort().join('\n')}`;
}

function noticeOf(folder, container) {
  const { name, version, license } = readJson(join(root, folder, 'package.json'));
  if (!license?.split(' AND ').every((one) => permissive.includes(one)))
    throw new Error(`${name} ${version} is under ${license}, which is not known to be permissive.`);
  const files = readdirSync(join(root, folder));
  const licence = files.find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  if (licence === undefined) throw new Error(`${name} ${version} brings no licence text to pass on.`);
  // Apache's licence asks that its notice, where there is one, goes along as well.
  const notice = files.filter((entry) => entry === 'NOTICE');
  const text = [...notice, licence].map((file) => textOf(join(root, folder, file))).join('\n\n');
  const title = container === undefined ? `${name} ${version}` : `${name}, in ${container}`;
  return { title: `${title} (${license})`, text };
}

function textOf(file) {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();
}
