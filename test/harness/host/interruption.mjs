// Ctrl-C and its kin end a run like anything else does, so that no process and no folder is left behind.

/** Resolves with what happened when the user or the system asks the process to end. */
export function interruption() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('it was interrupted'));
  });
}
