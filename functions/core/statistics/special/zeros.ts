/**
 * Gives arrays for intermediate results. An array of more than eight numbers needs a microsecond in V8, because its
 * memory is asked for by itself; a pool needs hundreds of them. So these are parts of a few large blocks.
 */

/** A block has this many numbers. It is freed when no part of it is in use. */
const BLOCK = 4096;

let block = new Float64Array(0);
let used = 0;

/**
 * Returns `count` zeros that nothing else uses. Whoever keeps the array keeps its block: what outlives a computation is
 * copied by `slice`.
 */
export function makeZeros(count: number): Float64Array {
  if (count > BLOCK / 4) return new Float64Array(count);
  if (used + count > block.length) {
    block = new Float64Array(BLOCK);
    used = 0;
  }
  const zeros = block.subarray(used, used + count);
  used += count;
  return zeros;
}
