import { headEntries, headPairs, memberPairs } from '../../syntax';
import type { Entry, FileSyntax } from '../../syntax/entry';
import { remembered } from '../../text/remember';
import type { AnyDeclaration, HeaderDeclaration } from '../declarations';
import { mergeFirst } from '../fields';
import { readDerived } from './derived';
import { readFigure } from './figure';
import { readHeader } from './header';
import { readIndicator } from './indicator';
import type { Member } from './member';
import { readQuestion } from './question';
import { readScale } from './scale';
import { readFrame, readStage } from './stage';
import { readTest } from './test';

/** What one entry declares: members of sections, and parts of the header. */
interface EntryDeclarations {
  readonly header: Partial<HeaderDeclaration>;
  readonly declarations: readonly AnyDeclaration[];
}

/** What an entry declares, as written. The same entry gives the same objects. */
export const readDeclarations: (entry: Entry) => EntryDeclarations = remembered((entry) => {
  const pairs = headPairs(entry);
  return {
    header: pairs.length === 0 ? noHeader : mergeFirst(pairs.map((pair) => readHeader(entry, pair))),
    declarations: readMembers(entry),
  };
});

const noHeader: Partial<HeaderDeclaration> = {};

function readMembers(entry: Entry): readonly AnyDeclaration[] {
  const read = memberPairs(entry).map(({ section, pair }) => readMember(section, { entry, pair }));
  // What `map` gives is as long as it needs to be, what `filter` gives has room for more.
  return read.every(isThere) ? read : read.filter(isThere);
}

export const emptyHeader: HeaderDeclaration = { languages: [], imports: [] };

/** What a file says at its top. */
export const headerOf: (syntax: FileSyntax) => HeaderDeclaration = remembered((syntax) => ({
  ...emptyHeader,
  ...mergeFirst(headEntries(syntax).map((entry) => readDeclarations(entry).header)),
}));

function isThere(declaration: AnyDeclaration | undefined): declaration is AnyDeclaration {
  return declaration !== undefined;
}

function readMember(section: string, member: Member): AnyDeclaration | undefined {
  switch (section) {
    case 'stages':
      return readStage(member);
    case 'frames':
      return readFrame(member);
    case 'scales':
      return readScale(member);
    case 'questions':
      return readQuestion(member);
    case 'derived':
      return readDerived(member);
    case 'indicators':
      return readIndicator(member);
    case 'figures':
      return readFigure(member);
    case 'tests':
      return readTest(member);
    default:
      return undefined;
  }
}
