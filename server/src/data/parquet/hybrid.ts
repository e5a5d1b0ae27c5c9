/**
 * Reads numbers of so many bits, written as runs of one number and as packed groups of eight, and fills the output with them, no
 * further whatever the runs say. Gives nothing; throws where the bytes end too early.
 */
export function readHybrid(bytes: Uint8Array, from: number, width: number, output: Uint8Array | Uint32Array): void {
  if (width === 0) return;
  if (width > 24) throw new Error(`its codes take ${width} bits`);
  let at = from;
  let seen = 0;
  while (seen < output.length) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new Error('its codes end too early');
      header |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    header >>>= 0;
    if ((header & 1) === 0) {
      const end = Math.min(output.length, seen + (header >>> 1));
      const value =
        (bytes[at] ?? 0) | (width > 8 ? (bytes[at + 1] ?? 0) << 8 : 0) | (width > 16 ? (bytes[at + 2] ?? 0) << 16 : 0);
      at += (width + 7) >> 3;
      output.fill(value, seen, end);
      seen = end;
      continue;
    }
    const groups = header >>> 1;
    const end = Math.min(output.length, seen + groups * 8);
    unpack(bytes, at, width, output, seen, end);
    at += groups * width;
    seen = end;
  }
}

function unpack(
  bytes: Uint8Array,
  from: number,
  width: number,
  output: Uint8Array | Uint32Array,
  start: number,
  end: number,
): void {
  const mask = (1 << width) - 1;
  let at = from;
  let bits = 0;
  let held = 0;
  for (let place = start; place < end; place++) {
    while (held < width) {
      bits |= (bytes[at++] ?? 0) << held;
      held += 8;
    }
    output[place] = bits & mask;
    bits >>>= width;
    held -= width;
  }
}
