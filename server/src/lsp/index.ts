export { type ServerOptions, startServer } from './server';
export { serveStdio } from './stdio';
