export { localFiles } from './files';
export { type Found, findCodebooks, nameOf } from './find';
