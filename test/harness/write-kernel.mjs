/**
 * Compiles the kernel that counts in memory (server/kernel, AssemblyScript) to WebAssembly and writes it into a module as text,
 * so that it runs wherever the language core does. Part of `npm run generate`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';
import { root } from './setup.mjs';

const source = 'server/kernel/index.ts';
const target = 'server/src/language/shares/kernel/kernel.generated.ts';

/** No runtime and no allocation: the memory is the caller's. */
const options = ['--enable', 'simd', '--runtime', 'stub', '--noAssert', '-O3', '--importMemory', '--initialMemory', '0'];

const { error, stderr, binary } = await compiled();
if (error !== null || binary === undefined) throw new Error(`${source} does not compile.\n${stderr}`);
const lines = [
  `// Generated from ${source} by \`npm run generate\`.`,
  '/** The module, in base64. */',
  'export const kernelText =',
  `  '${Buffer.from(binary).toString('base64')}';`,
  '',
];
writeFileSync(join(root, target), lines.join('\n'));

async function compiled() {
  const written = [];
  const { error, stderr } = await compile([source, '--baseDir', root, '--outFile', 'kernel.wasm', ...options], {
    writeFile: (_name, content) => {
      if (typeof content !== 'string') written.push(content);
    },
  });
  return { error, stderr: stderr.toString(), binary: written[0] };
}
