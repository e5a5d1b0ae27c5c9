/** When something may run again: plain functions, so that a test can be the clock. */
export interface Clock {
  /** Runs once after so many milliseconds; gives back what calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface Throttled {
  readonly call: () => void;
  readonly stop: () => void;
}

/** Runs at the first call at once, then at most once in each interval. The last call is never lost. */
export const throttle = (run: () => void, interval: number, clock: Clock): Throttled => {
  let rest: (() => void) | undefined;
  let isAskedFor = false;
  const go = (): void => {
    isAskedFor = false;
    rest = clock.after(interval, () => {
      rest = undefined;
      if (isAskedFor) go();
    });
    run();
  };
  return {
    call: () => {
      isAskedFor = true;
      if (rest === undefined) go();
    },
    stop: () => {
      rest?.();
      rest = undefined;
    },
  };
};
