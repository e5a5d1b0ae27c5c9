/**
 * An empty record for keys that people choose: it has no fields of its own making. Its prototype is an empty object and not `null`,
 * because the engine keeps records without prototype as hash tables, which take several times the memory and time of a few fields.
 */
export function emptyRecord<T>(): Record<string, T> {
  return Object.create(withoutFields);
}

const withoutFields: object = Object.freeze(Object.create(null));
