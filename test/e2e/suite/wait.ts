import assert from 'node:assert/strict';

/** Asks again until there is a value; fails with what was waited for. */
export async function waitFor<Value>(
  what: string,
  look: () => Value | undefined | PromiseLike<Value | undefined>,
  seconds = 20,
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    assert.ok(Date.now() < end, `Waited ${seconds} s for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
