import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TableStore } from '../data';
import { columnCache } from './column-cache';

interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The tables this user keeps; `undefined` where `CODEBOOK_CACHE=off` says that there are none. */
export function userTables(): TableStore | undefined {
  const folder = cacheFolder({ platform: process.platform, home: homedir(), environment: process.env });
  return folder === undefined ? undefined : columnCache(folder);
}

/** Where a user's programs keep what they can do without: `CODEBOOK_CACHE` names another folder, or is `off`. */
export function cacheFolder({ platform, home, environment }: Machine): string | undefined {
  const { CODEBOOK_CACHE: wanted, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (wanted === 'off') return undefined;
  if (wanted !== undefined && wanted !== '') return wanted;
  if (platform === 'win32') return join(local ?? join(home, 'AppData', 'Local'), 'codebook', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'codebook');
  return join(xdg === undefined || !xdg.startsWith('/') ? join(home, '.cache') : xdg, 'codebook');
}
