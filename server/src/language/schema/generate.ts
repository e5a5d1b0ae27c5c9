import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone';
import { flatten } from './flatten';
import type { SchemaObject } from './json-schema';
import { sourceSchema } from './source-schema';

// Run by `npm run generate`: turns the published schema to a validator and a table of places, both build products.

const schema: SchemaObject = JSON.parse(readFileSync(at('../../../../schemas/codebook.schema.json'), 'utf8'));
const banner = '// Generated from schemas/codebook.schema.json by `npm run generate`.\n';

write('validator.generated.js', validatorOf(schema));
write('validator.generated.d.ts', validatorTypes());
write('schema-index.generated.ts', indexOf(schema));

/** One ES module without imports, so that it runs in Node, in a browser and through every bundler. */
function validatorOf(published: SchemaObject): string {
  const ajv = new Ajv({ allErrors: true, strict: false, messages: false, code: { source: true, esm: true, lines: true } });
  const code = standalone(ajv, ajv.compile(sourceSchema(published)));
  if (/\brequire\(/.test(code)) throw new Error('The validator must not need parts of ajv at run time.');
  return code;
}

function validatorTypes(): string {
  return [
    "import type { PlainValue, SchemaError } from './plain';",
    'export declare const validate: {',
    '  (value: PlainValue): boolean;',
    '  readonly errors?: readonly SchemaError[] | null;',
    '};',
    '',
  ].join('\n');
}

function indexOf(published: SchemaObject): string {
  const rows = flatten(published).map((place) => `  ${JSON.stringify(place)},\n`);
  return `import type { IndexedPlace } from './place';\n\nexport const places: readonly IndexedPlace[] = [\n${rows.join('')}];\n`;
}

function write(name: string, text: string): void {
  writeFileSync(at(name), banner + text);
}

function at(name: string): URL {
  return new URL(name, import.meta.url);
}
