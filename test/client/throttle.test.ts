import assert from 'node:assert/strict';
import { type Clock, throttle } from '../../client/src/throttle';

/** A clock that stands still until it is wound. */
const handClock = (): Clock & { readonly wind: () => void } => {
  let waiting: readonly (() => void)[] = [];
  return {
    after: (_, run) => {
      waiting = [...waiting, run];
      return () => {
        waiting = waiting.filter((each) => each !== run);
      };
    },
    wind: () => {
      const due = waiting;
      waiting = [];
      for (const run of due) run();
    },
  };
};

describe('throttled refreshing', () => {
  const counted = () => {
    const clock = handClock();
    const runs: string[] = [];
    const throttled = throttle(() => runs.push('run'), 300, clock);
    return { clock, runs, throttled };
  };

  it('runs the first call at once', () => {
    const { runs, throttled } = counted();
    throttled.call();
    assert.equal(runs.length, 1);
  });

  it('makes one run of the calls of an interval, after it', () => {
    const { clock, runs, throttled } = counted();
    for (let call = 0; call < 5; call += 1) throttled.call();
    assert.equal(runs.length, 1);
    clock.wind();
    assert.equal(runs.length, 2);
    clock.wind();
    assert.equal(runs.length, 2);
  });

  it('runs at once again after a quiet interval', () => {
    const { clock, runs, throttled } = counted();
    throttled.call();
    clock.wind();
    throttled.call();
    assert.equal(runs.length, 2);
  });

  it('runs no more once stopped', () => {
    const { clock, runs, throttled } = counted();
    throttled.call();
    throttled.call();
    throttled.stop();
    clock.wind();
    assert.equal(runs.length, 1);
  });
});
