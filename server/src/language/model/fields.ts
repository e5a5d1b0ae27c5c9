/** The fields of several objects; of those that stand in more than one the first counts. */
export function mergeFirst<T extends object>(objects: readonly T[]): T {
  return Object.assign({}, ...objects, ...[...objects].reverse());
}

/** An object without the fields that are `undefined`: an absent field is absent, not empty. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};
