/**
 * The same text in memory of its own. A piece cut out of a long text otherwise keeps all of that text in memory, which adds up
 * where pieces of many versions of a text live on.
 */
export function owned(text: string): string {
  return ` ${text}`.slice(1);
}
