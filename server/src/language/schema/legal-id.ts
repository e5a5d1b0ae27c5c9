const legal = /^[a-z][a-z0-9_]*$/;

export function isLegalId(id: string): boolean {
  return legal.test(id);
}

/** A legal id as near to what was written as can be, and none of those that can't be used: `Över 50` becomes `over_50`. */
export function legalId(written: string, unusable: readonly string[]): string {
  const plain = written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const begun = /^[a-z]/.test(plain) ? plain : `x_${plain}`.replace(/_+$/, '');
  const isFree = (id: string) => !unusable.includes(id);
  if (isFree(begun)) return begun;
  let number = 2;
  while (!isFree(`${begun}_${number}`)) number++;
  return `${begun}_${number}`;
}
