/** What the suite uses of Node's `assert/strict`, for extension hosts that have no Node. */

const fail = (message: string): never => {
  throw new Error(message);
};

const shown = (value: unknown): string => JSON.stringify(value, sorted) ?? String(value);

/** Objects are the same whatever the order of their keys. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

function ok(value: unknown, message = 'It must hold.'): asserts value {
  if (!value) fail(message);
}

function equal<T>(actual: unknown, expected: T, message = ''): asserts actual is T {
  if (!Object.is(actual, expected)) fail(`${message} ${shown(actual)} must be ${shown(expected)}.`.trim());
}

/** For plain data. */
function deepEqual<T>(actual: unknown, expected: T, message = ''): asserts actual is T {
  if (shown(actual) !== shown(expected)) fail(`${message} ${shown(actual)} must be ${shown(expected)}.`.trim());
}

function match(value: string, expression: RegExp, message = ''): void {
  if (!expression.test(value)) fail(`${message} ${shown(value)} must match ${expression}.`.trim());
}

interface Assert {
  readonly ok: typeof ok;
  readonly equal: typeof equal;
  readonly deepEqual: typeof deepEqual;
  readonly match: typeof match;
}

const assert: Assert = { ok, equal, deepEqual, match };

export default assert;
