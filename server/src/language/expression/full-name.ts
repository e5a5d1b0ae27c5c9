/** A question, item or derived variable as it is written: `battery.item`. Ids have no dot, so that no two have the same. */
export function fullName(variable: string, item: string | undefined): string {
  return item === undefined ? variable : `${variable}.${item}`;
}
