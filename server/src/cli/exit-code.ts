/** 0: clean. 1: problems were found. 2: the command could not run. */
export type ExitCode = 0 | 1 | 2;
