import fc from 'fast-check';
import { follow } from './follow';
import { generatedLibrary, importingLibrary, type Library, sampleLibraries, singleSamples, smallLibrary } from './libraries';
import { stepOf } from './steps';

/**
 * Whatever is typed, what is known after each edit is what reading the files anew would tell, with their data too: nothing
 * that was remembered is out of date, and nothing is forgotten.
 */
describe('What is known after an edit', () => {
  for (const [name, library] of sampleLibraries()) {
    it(`is what reading anew tells: ${name}`, () => holdsFor(library, name === 'innovation-2020' ? 1 : 4, 8));
  }

  it('is what reading anew tells: small codebooks', () => holdsFor(smallLibrary(), 25, 15));

  it('is what reading anew tells: codebooks that import each other', () => holdsFor(importingLibrary(), 8, 15));

  it('is what reading anew tells: a generated codebook', () => holdsFor(generatedLibrary(60), 2, 8));

  it('is what reading anew tells: the samples of one file', () => {
    for (const [at, library] of singleSamples().entries()) holdsFor(library, 1, 6, at);
  });
});

function holdsFor(library: Library, numRuns: number, maxLength: number, seed = 20): void {
  const steps = fc.array(stepOf(library), { minLength: Math.ceil(maxLength / 2), maxLength });
  fc.assert(
    fc.property(steps, (some) => follow(library, some)),
    { numRuns, seed },
  );
}
