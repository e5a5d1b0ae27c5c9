import { Command, CommanderError, Option } from 'commander';
import { check } from './check';
import { compare } from './compare';
import { engineNames } from './counting';
import type { ExitCode } from './exit-code';
import { explain } from './explain';
import { figures } from './figures';
import { CouldNotRun } from './load';
import { shares } from './shares';
import { verify } from './verify';

/** The version of the package, put in by the build. */
declare const CODEBOOK_VERSION: string;

async function main(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = 0;
  const end = (result: ExitCode): void => {
    code = result;
  };
  try {
    await commands(end).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`codebook: ${sentenceOf(error)}\n`);
    return 2;
  }
}

function commands(end: (code: ExitCode) => void): Command {
  const program = new Command('codebook')
    .description('Checks survey codebooks, computes their shares, and compares published figures with their definitions.')
    .version(CODEBOOK_VERSION)
    .exitOverride()
    .showHelpAfterError('(codebook --help lists the commands)');
  program
    .command('check')
    .description('check codebooks; exit code 1 where there are problems')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(format())
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that gives exit code 1')
        .choices(['error', 'warning', 'hint'])
        .default('error'),
    )
    .action(async (paths, options) => end(await check(paths, options)));
  program
    .command('shares')
    .description('compute the shares of questions, derived variables and indicators, with their bases and uncertainty')
    .argument('[names...]', 'ids of questions, derived variables and indicators; files and folders; default: all, here')
    .option('--by <splits...>', 'split by these variables instead: actor, or "level * size_class"; none for no split')
    .option('--among <condition>', 'only those for whom this is yes, beside what the codebook says: "collaborated = yes"')
    .option('--all-intervals', 'json: the interval of a share by every method')
    .option('--language <tag>', "language of labels; default: the codebook's first")
    .addOption(
      new Option(
        '--engine <engine>',
        'what counts: memory; duckdb (default for files too large for memory); clickhouse',
      ).choices(engineNames),
    )
    .addOption(format())
    .action(async (names, options) => end(await shares(names, options)));
  program
    .command('compare')
    .description('the differences between two rounds of a survey, with their uncertainty and what was not asked the same way')
    .argument('<codebook>', 'the codebook of the later round, with data')
    .argument('<earlier>', 'the codebook of the earlier round, with data')
    .argument('[ids...]', 'ids of questions, derived variables and indicators; default: all that both declare')
    .option('--by <splits...>', 'split by these variables instead: actor, or "level * size_class"; none for no split')
    .option('--among <condition>', 'only those for whom this is yes in both rounds, beside what the codebooks say')
    .addOption(
      new Option('--adjust <method>', 'p values allow for the number of comparisons').choices(['none', 'holm']).default('none'),
    )
    .option('--language <tag>', "language of labels; default: the later codebook's first")
    .addOption(format())
    .action(async (codebook, earlier, ids, options) => end(await compare(codebook, earlier, ids, options)));
  program
    .command('figures')
    .description('compare every published figure with what its definition computes; exit code 1 where one differs')
    .argument('[paths...]', 'files and folders', ['.'])
    .addOption(format())
    .action(async (paths, options) => end(await figures(paths, options)));
  program
    .command('verify')
    .description('compute the indicators anew in R and PSPP and compare them cell by cell; exit code 1 where one differs')
    .argument('[paths...]', 'files and folders', ['.'])
    .option('--only <ids...>', 'indicators, questions and derived variables to verify')
    .option('--all', 'questions and derived variables as well')
    .addOption(new Option('--engine <engine>', 'what to verify with').choices(['r', 'pspp', 'both']).default('both'))
    .option('--write <folder>', 'keep the R script and the SPSS syntax in a folder')
    .addOption(format())
    .action(async (paths, options) => end(await verify(paths, options)));
  program
    .command('explain')
    .description('say what a check is for, with an example; without a code, list all checks')
    .argument('[code]', 'the code of a check, for example duplicate-code')
    .action((code) => end(explain(code)));
  program
    .command('lsp')
    .description('serve an editor over the language server protocol')
    .option('--stdio', 'over standard input and output', true)
    .action(async () => (await import('../lsp/stdio')).serveStdio());
  return program;
}

function format(): Option {
  return new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']).default('text');
}

/** What the user can act on is a sentence; anything else is a fault of ours and shows where. */
function sentenceOf(error: unknown): string {
  if (error instanceof CouldNotRun) return error.message;
  if (isDenied(error)) return `${error.path ?? 'A file'} can't be read: permission denied.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isDenied(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// Setting the exit code instead of exiting lets a pipe be written to its end.
main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
