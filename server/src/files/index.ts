export { type Found, findCodebooks, nameOf } from './find';
export { dataFileOf, loadCodebooks, type PathOf, readDataOf } from './load';
