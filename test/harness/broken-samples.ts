import { checks } from '../../server/src/language/checks';
import { parseFixture } from './marks';

/** A file of `samples/broken`, by its path there. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** What `samples/broken` holds: each check's own example of what is wrong, so that the two can't drift apart. */
export function brokenSamples(): readonly SampleFile[] {
  return [{ path: 'README.md', text: readme() }, ...checks.flatMap(({ code, doc }) => filesOf(code, doc.wrong))];
}

/**
 * One codebook is a file named by the check's code. Several files, data, and a codebook that names its own file, are a folder.
 */
function filesOf(code: string, wrong: string): readonly SampleFile[] {
  const { files } = parseFixture(wrong);
  return files.map(({ name, text }) => ({ path: isOneFile(wrong) ? `${code}.codebook.yaml` : `${code}/${name}`, text }));
}

function isOneFile(wrong: string): boolean {
  const { files } = parseFixture(wrong);
  return files.length === 1 && files.every(({ name, text }) => !text.includes(name));
}

function placeOf(code: string, wrong: string): string {
  return isOneFile(wrong) ? `${code}.codebook.yaml` : `${code}/`;
}

function readme(): string {
  const rows = checks.map(
    ({ code, severity, title, doc }) => `| [\`${code}\`](${placeOf(code, doc.wrong)}) | ${severity} | ${title} |`,
  );
  return `# Broken codebooks

Each file, or folder where it takes several files or data, is a small codebook with one fault, and is reported once, by the check it is named for. Open this folder in the editor to see what a check looks like and what it offers to do; \`codebook explain CODE\` says why it matters.

The files are the examples in the documentation of the checks, written by \`npm run generate\`: change them there.

| check | severity | what is wrong |
|---|---|---|
${rows.join('\n')}
`;
}
