import { read } from "../read.ts";

/** Values of log(1 + e^θ) at θ = (first + i) · step. */
interface SoftplusTable {
  readonly first: number;
  readonly values: Float64Array;
}

/**
 * Returns a table that holds log(1 + e^θ) at `count` lattice points from index `first` on, and maybe at more;
 * see {@link makeSoftplusCache}.
 */
export type SoftplusLattice = (step: number, first: number, count: number) => SoftplusTable;

/** Returns a cache of log(1 + e^θ) by step: all studies of a pool need it on the same few lattices. */
export function makeSoftplusCache(): SoftplusLattice {
  const tables = new Map<number, SoftplusTable>();
  return (step, first, count) => {
    let table = tables.get(step);
    if (
      table === undefined ||
      table.first > first ||
      table.first + table.values.length < first + count
    ) {
      table = extendSoftplusTable(table, step, first, first + count);
      tables.set(step, table);
    }
    return table;
  };
}

function extendSoftplusTable(
  previous: SoftplusTable | undefined,
  step: number,
  from: number,
  to: number,
): SoftplusTable {
  const knownFirst = previous?.first ?? from;
  const knownEnd = knownFirst + (previous?.values.length ?? 0);
  const first = Math.min(from, knownFirst);
  const values = new Float64Array(Math.max(to, knownEnd) - first);
  for (let i = 0; i < values.length; i += 1) {
    const index = first + i;
    const theta = index * step;
    values[i] =
      previous !== undefined && index >= knownFirst && index < knownEnd
        ? read(previous.values, index - knownFirst)
        : Math.max(theta, 0) + Math.log1p(Math.exp(-Math.abs(theta)));
  }
  return { first, values };
}
