import type { NameKind } from '../../model/codebook';
import { code } from '../../text/code';
import { decoded } from '../completion/paths';

/** Why a name can't be changed, or not to this. Nothing branches on the sentence made of it. */
export type Refusal =
  | { readonly why: 'undeclared'; readonly name: string }
  | { readonly why: 'answer-of-condition'; readonly name: string }
  | { readonly why: 'path' }
  | { readonly why: 'empty' }
  | { readonly why: 'illegal'; readonly name: string; readonly proposed: string }
  | { readonly why: 'reserved'; readonly name: string }
  | { readonly why: 'taken'; readonly name: string; readonly kind: NameKind; readonly file: string | undefined }
  | { readonly why: 'makes-yes-no'; readonly name: string }
  | {
      readonly why: 'other-meaning';
      readonly name: string;
      readonly newName: string;
      readonly file: string;
      readonly line: number;
    };

/** The reason as a sentence for the user. */
export function refusalText(refusal: Refusal, language: 'en' | 'sv'): string {
  return language === 'sv' ? swedish(refusal) : english(refusal);
}

function english(refusal: Refusal): string {
  switch (refusal.why) {
    case 'undeclared':
      return `${code(refusal.name)} can't be renamed: nothing declares it.`;
    case 'answer-of-condition':
      return `${code(refusal.name)} can't be renamed: the answers of a yes/no question are always called \`yes\` and \`no\`. Their labels can be changed.`;
    case 'path':
      return "A path can't be renamed here: rename the file in the explorer, and the imports follow.";
    case 'empty':
      return 'A name must not be empty.';
    case 'illegal':
      return `${code(refusal.name)} is no legal id. An id must begin with one of the letters a–z and hold only small letters a–z, digits and \`_\`, such as ${code(refusal.proposed)}.`;
    case 'reserved':
      return `${code(refusal.name)} is a word of the language, so it can't be an id here.`;
    case 'taken':
      return `${code(refusal.name)} is already declared as ${kindWords[refusal.kind].en}${inFile(refusal.file, 'in')}.`;
    case 'makes-yes-no':
      return `With the name ${code(refusal.name)} the scale would become a yes/no scale, which has another type and no scores.`;
    case 'other-meaning':
      return `${code(refusal.name)} can't become ${code(refusal.newName)}: ${shortName(refusal.file)}, line ${refusal.line}, would then mean something else, or nothing.`;
  }
}

function swedish(refusal: Refusal): string {
  switch (refusal.why) {
    case 'undeclared':
      return `${code(refusal.name)} kan inte byta namn: ingenting deklarerar det.`;
    case 'answer-of-condition':
      return `${code(refusal.name)} kan inte byta namn: svaren på en ja/nej-fråga heter alltid \`yes\` och \`no\`. Deras etiketter går att ändra.`;
    case 'path':
      return 'En sökväg kan inte byta namn här: byt namn på filen i utforskaren, så följer importerna med.';
    case 'empty':
      return 'Ett namn får inte vara tomt.';
    case 'illegal':
      return `${code(refusal.name)} är inget tillåtet id. Ett id måste börja med en av bokstäverna a–z och får bara ha små bokstäver a–z, siffror och \`_\`, till exempel ${code(refusal.proposed)}.`;
    case 'reserved':
      return `${code(refusal.name)} är ett av språkets egna ord och kan inte vara ett id här.`;
    case 'taken':
      return `${code(refusal.name)} är redan deklarerat som ${kindWords[refusal.kind].sv}${inFile(refusal.file, 'i')}.`;
    case 'makes-yes-no':
      return `Med namnet ${code(refusal.name)} skulle skalan bli en ja/nej-skala, som har en annan typ och inga poäng.`;
    case 'other-meaning':
      return `${code(refusal.name)} kan inte bli ${code(refusal.newName)}: ${shortName(refusal.file)}, rad ${refusal.line}, skulle då betyda något annat, eller ingenting.`;
  }
}

const kindWords: Readonly<Record<NameKind, { readonly en: string; readonly sv: string }>> = {
  stage: { en: 'a stage', sv: 'ett steg' },
  frame: { en: 'a frame', sv: 'en ram' },
  scale: { en: 'a scale', sv: 'en skala' },
  category: {
    en: 'a category, group or missing answer of the same scale',
    sv: 'en kategori, en grupp eller ett bortfall på samma skala',
  },
  variable: { en: 'a question or derived variable', sv: 'en fråga eller en härledd variabel' },
  item: { en: 'an item of the same question', sv: 'en delfråga i samma fråga' },
  indicator: { en: 'an indicator', sv: 'en indikator' },
  figure: { en: 'a figure', sv: 'en publicerad uppgift' },
  test: { en: 'a test', sv: 'ett test' },
  file: { en: 'a file', sv: 'en fil' },
};

function inFile(file: string | undefined, word: string): string {
  return file === undefined ? '' : ` ${word} ${shortName(file)}`;
}

function shortName(file: string): string {
  return decoded(file.slice(file.lastIndexOf('/') + 1));
}
