export { filesByUri } from './local-files';
export { type ServerOptions, startServer } from './server';
export { serveStdio } from './stdio';
