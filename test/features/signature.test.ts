import { signatureAt } from '../../server/src/language';
import { runFixtures } from './fixtures';

/** The signature at `$0`, its active parameter in brackets, and what is said of both. */
describe('signature help', () => {
  runFixtures('signature', ({ snapshot, file, offset }, header) => {
    const found = signatureAt(snapshot, file, offset, header('language') === 'sv' ? 'sv' : 'en');
    if (found === undefined) return 'nothing\n';
    const parameter = found.active === undefined ? undefined : found.parameters[found.active];
    const { start = 0, end = 0 } = parameter?.span ?? {};
    const label =
      parameter === undefined
        ? found.label
        : `${found.label.slice(0, start)}[${found.label.slice(start, end)}]${found.label.slice(end)}`;
    return [label, found.documentation, parameter?.documentation ?? 'no parameter', ''].join('\n');
  });
});
