#!/usr/bin/env node
// Does the main job once: checks the innovation survey, prints its shares, and opens it in VS Code with the extension.
//
//   npm start -- [--no-open]  only checks that VS Code in the browser answers, prints its address and ends; so does CI=true
//     [--browser]             VS Code in the browser also where there is a desktop one
//     [--port PORT]           of VS Code in the browser; default: any free port
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { findDesktop, openInDesktop } from './host/installed-desktop.mjs';
import { serveSample } from './host/serve.mjs';
import { main, root } from './setup.mjs';

const sample = 'samples/innovation-2020';

await main(async () => {
  const { values } = parseArgs({
    options: {
      'no-open': { type: 'boolean', default: Boolean(process.env.CI) },
      browser: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
    },
  });
  await build();
  for (const command of ['check', 'shares']) printFromCommandLine(command);

  const once = values['no-open'];
  const desktop = values.browser || once ? undefined : findDesktop();
  if (desktop) openInDesktop(desktop, join(root, sample));
  else await serveSample({ folder: join(root, sample), port: Number(values.port), once });
});

/** A finding in the sample is part of what is shown; only a command that could not run stops the start. */
function printFromCommandLine(command) {
  console.log(`\n$ codebook ${command} ${sample}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', command, sample], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error(`codebook ${command} ${sample} ended with ${status}.`);
}
