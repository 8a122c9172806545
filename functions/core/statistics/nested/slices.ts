import type { Density } from "../bayes/density.ts";
import { type MarginalRow, marginalOf } from "../bayes/marginal.ts";
import { indicesAbove, maximum } from "../bayes/tabulated.ts";
import { read } from "../read.ts";
import type { ClusterTable } from "./cluster.ts";
import type { ClusterAtNode, NestedPosterior } from "./posterior.ts";
import { smoothed } from "./smoothing.ts";

/** Nodes with a smaller share of the posterior change no digit. */
const NEGLIGIBLE = 1e-6;

/** The posterior of one cluster's m: a slice for each level of its cohorts and each lattice. */
export function clusterRows({ rows, logTotal }: NestedPosterior, cluster: number): MarginalRow[] {
  const slices = new Map<ClusterTable, Float64Array>();
  for (const node of rows) {
    if (node.mass < NEGLIGIBLE) continue;
    const { table, integrals } = node.clusters[cluster] as ClusterAtNode;
    const others = new Float64Array(node.count);
    for (let i = 0; i < node.count; i += 1) others[i] = read(node.masses, i) / read(integrals, i);
    const own = smoothed(table, others, node, node.kernel);
    const masses = slices.get(table) ?? new Float64Array(table.count);
    for (let i = 0; i < own.length; i += 1)
      masses[i] = read(masses, i) + read(own, i) * read(table.values, i);
    slices.set(table, masses);
  }
  return [...slices].flatMap(([{ step, first }, masses]) =>
    sliceOf({ step, first, masses }, logTotal),
  );
}

/** The density of all slices together. Those on the same lattice are added up first, which is quicker. */
export function densityOfRows(rows: readonly MarginalRow[], logTotal: number): Density {
  const sums = [...new Set(rows.map(({ step }) => step))].flatMap((step) => {
    const same = rows.filter((row) => row.step === step);
    const first = Math.min(...same.map((row) => row.first));
    const end = Math.max(...same.map((row) => row.first + row.count));
    const masses = new Float64Array(end - first);
    for (const row of same) {
      for (let i = 0; i < row.count; i += 1) {
        const at = row.first + i - first;
        masses[at] = read(masses, at) + read(row.masses, i);
      }
    }
    return sliceOf({ step, first, masses }, logTotal);
  });
  return marginalOf(sums, logTotal);
}

/** A cell with a smaller share of the posterior than the highest one times this counts as this. */
const FLOOR = 1e-12;
/** A slice with fewer points cannot be interpolated, and has a negligible share of the posterior. */
const FEWEST = 4;

/** The slice with these masses, without negligible ends; none if there is nothing else. */
function sliceOf(
  { step, first, masses }: Pick<MarginalRow, "step" | "first" | "masses">,
  logTotal: number,
): MarginalRow[] {
  const floor = FLOOR * maximum(masses);
  const [start, end] = indicesAbove(masses, floor);
  const count = end - start;
  if (count < FEWEST) return [];
  const kept = masses.subarray(start, end);
  const logMasses = kept.map((mass) => Math.log(Math.max(mass, floor)) + logTotal);
  return [{ step, first: first + start, count, masses: kept, logMasses }];
}
