import { remembered } from '../../text/remember';
import type { Kernel } from './kernel';
import { kernelText } from './kernel.generated';

type Loops = Omit<Kernel, 'reserve'>;

interface Memory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

/** What is needed of `WebAssembly`; absent where it does not exist. */
interface Assembly {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: Memory } },
  ) => { readonly exports: Loops };
}

const page = 65_536;

/** The kernel in WebAssembly; `undefined` where there is none, or none with vectors. */
export function wasmKernel(): Kernel | undefined {
  const assembly = (globalThis as { readonly WebAssembly?: Assembly }).WebAssembly;
  const module = assembly && moduleOf(assembly);
  if (assembly === undefined || module === undefined) return undefined;
  const memory = new assembly.Memory({ initial: 1 });
  const { exports } = new assembly.Instance(module, { env: { memory } });
  const { locate, sums, counts, repeat, pick, add, mark } = exports;
  return {
    reserve(size) {
      const lacking = size - memory.buffer.byteLength;
      if (lacking > 0) memory.grow(Math.ceil(lacking / page));
      return memory.buffer;
    },
    locate,
    sums,
    counts,
    repeat,
    pick,
    add,
    mark,
  };
}

/** The kernel is compiled once, however many memories it works in. */
const moduleOf = remembered((assembly: Assembly): object | undefined => {
  const bytes = bytesOf(kernelText);
  return assembly.validate(bytes) ? new assembly.Module(bytes) : undefined;
});

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What base64 says; the core has no function of any host for it. */
function bytesOf(text: string): Uint8Array {
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let index = 0; index < plain.length; index++) {
    bits = ((bits << 6) | digits.indexOf(plain.charAt(index))) & 0xff_ff_ff;
    const left = (index % 4) * 2;
    if (left > 0) bytes[at++] = bits >> (6 - left);
  }
  return bytes;
}
