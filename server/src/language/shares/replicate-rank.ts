/**
 * The rank of a matrix given by its columns, with the tolerance of R's `qr`: a column counts unless less than `tolerance` of its
 * length is left when what the columns before it explain is taken away. R computes the degrees of freedom of replicate weights
 * as this rank with 1e-5, less one (`survey`: `degf`). Works on the products of columns, whose rounding stays well below that.
 */
export function rankOf(columns: readonly Float64Array[], tolerance = 1e-5): number {
  return rankOfProducts(productsOf(columns), tolerance);
}

/** The same from the sum over rows of the product of each two columns: by column, its products with those from itself on. */
export function rankOfProducts(products: readonly Float64Array[], tolerance = 1e-5): number {
  const kept: Float64Array[] = [];
  for (let at = 0; at < products.length; at += 1) {
    const row = products[at] ?? new Float64Array(0);
    const length = row[at] ?? 0;
    // What is left of the products of this column with those to come, once each kept column has taken its part.
    const left = Float64Array.from(row);
    for (const explained of kept) {
      const part = explained[at] ?? 0;
      if (part === 0) continue;
      for (let other = at; other < left.length; other += 1) {
        left[other] = (left[other] ?? 0) - part * (explained[other] ?? 0);
      }
    }
    const remaining = left[at] ?? 0;
    if (!(remaining > tolerance * tolerance * length)) continue;
    const scale = 1 / Math.sqrt(remaining);
    kept.push(left.map((value, other) => (other < at ? 0 : value * scale)));
  }
  return kept.length;
}

/** Rows at a time, so that the columns' part stays near the processor. */
const block = 512;

/** The sum over rows of the product of each two columns. */
function productsOf(columns: readonly Float64Array[]): readonly Float64Array[] {
  const rows = columns[0]?.length ?? 0;
  const products = columns.map(() => new Float64Array(columns.length));
  for (let from = 0; from < rows; from += block) {
    const part = columns.map((column) => column.subarray(from, from + block));
    for (const [at, one] of part.entries()) {
      const sums = products[at] ?? new Float64Array(0);
      for (let other = at; other < part.length; other += 1) {
        sums[other] = (sums[other] ?? 0) + product(one, part[other] ?? one);
      }
    }
  }
  return products;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] ?? 0) * (other[row] ?? 0);
  return sum;
}
