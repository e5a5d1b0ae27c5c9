import type { Kernel } from './kernel';
import { plainKernel } from './plain';
import { wasmKernel } from './wasm';

export { aligned, type Kernel } from './kernel';
export { plainKernel } from './plain';
export { wasmKernel } from './wasm';

/** The fastest kernel there is here. */
export function fastestKernel(): Kernel {
  return wasmKernel() ?? plainKernel();
}
