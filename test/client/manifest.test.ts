import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lightPalette } from '../../server/src/language/charts/paint';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly alt?: string }[]>>;
    readonly keybindings: readonly { readonly command: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const { contributes } = json('package.json') as Manifest;

describe('the package manifest', () => {
  it('offers the commands that the client registers, and no others', () => {
    const registered = [...read('client/src/commands.ts').matchAll(/registerCommand\('([\w.]+)'/g)].map(([, id]) => id);
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), registered.sort());
  });

  it('puts no other commands into menus and keys', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    assert.deepEqual(
      used.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('has every text in both languages', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key))].sort();
    for (const file of ['package.nls.json', 'package.nls.sv.json']) {
      assert.deepEqual(Object.keys(json(file) as Record<string, string>).sort(), used, file);
    }
  });

  it('gives every chart colour to the page, for each kind of theme, under an id with one dot', () => {
    const styles = readdirSync(join(root, 'client/src/preview/page')).filter((name) => name.endsWith('.css'));
    const css = styles.map((name) => read(`client/src/preview/page/${name}`)).join('');
    for (const { id, defaults } of contributes.colors) {
      assert.match(id, /^codebook\.\w+$/);
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
      assert.ok(css.includes(`var(--vscode-${id.replace('.', '-')}, ${defaults.light})`), id);
    }
  });

  it('has the light colours that charts carry on their own', () => {
    const offered = Object.fromEntries(contributes.colors.map(({ id, defaults }) => [id, defaults.light]));
    for (const step of [1, 2, 3, 4, 5, 6] as const)
      assert.equal(offered[`codebook.chartSeries${step}`], lightPalette[`cb-s${step}`]);
    for (const step of [1, 2, 3, 4, 5] as const)
      assert.equal(offered[`codebook.chartSequential${step}`], lightPalette[`cb-q${step}`]);
    assert.equal(offered['codebook.chartMissing'], lightPalette['cb-missing']);
  });

  it('keeps numbers on segments readable: at least 4.5 to 1 on every colour', () => {
    for (const { id, defaults } of contributes.colors) {
      for (const [theme, colour] of Object.entries(defaults)) {
        const getsWhiteText = lightness(colour) < 0.585;
        const ground = luminance(colour);
        const contrast = getsWhiteText ? 1.05 / (ground + 0.05) : (ground + 0.05) / 0.05;
        assert.ok(contrast >= 4.5, `${id} in ${theme}: ${contrast.toFixed(2)}`);
      }
    }
    assert.ok(read('client/src/preview/page/charts.css').includes('(0.585 - l)'));
  });

  it('stays within eight settings', () => {
    assert.ok(Object.keys(contributes.configuration.properties).length <= 8);
  });
});

const linear = (colour: string): readonly [number, number, number] => {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The L of OKLab (CSS Color 4), which the page's style decides by. */
const lightness = (colour: string): number => {
  const [r, g, b] = linear(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
};
