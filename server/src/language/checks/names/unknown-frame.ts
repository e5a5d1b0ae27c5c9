import type { Check } from '../check';
import { unknownNames } from './unknown-names';

export const unknownFrame: Check = {
  code: 'unknown-frame',
  severity: 'error',
  title: 'Unknown frame',
  doc: {
    why: 'A response rate is computed from the frames it names; one that is not declared has no numbers. Change the name, or declare the frame.',
    wrong: `codebook: example
languages: [en]
frames:
  agencies: {label: Agencies, sent: 200, responded: 164}
  regions: {label: Regions, sent: 20, responded: 14}
  all: {label: All, of: [agencies, region]}
`,
    right: `codebook: example
languages: [en]
frames:
  agencies: {label: Agencies, sent: 200, responded: 164}
  regions: {label: Regions, sent: 20, responded: 14}
  all: {label: All, of: [agencies, regions]}
`,
  },
  looksAt: ['frames', 'figures'],
  run: unknownNames('frame', 'a frame', 'Each frame must be declared under `frames`.'),
};
