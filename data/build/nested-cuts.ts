/**
 * Outcomes of which one counts a part of another, such as response and complete response, are read
 * side by side. Where the primary publication lacks one of them, a cut that holds all of them is
 * used for all, so that none has more patients than the one it is part of.
 */
import type { Cohort, Figure, Outcome } from "../schema.ts";
import { wholesOf } from "../wholes.ts";

/** By outcome: the cut that holds every outcome nested with it, where the primary one does not. */
export function nestedCutsOf(
  { figures }: Pick<Cohort, "figures">,
  outcomes: readonly Outcome[],
): Record<string, string> {
  const poolable = figures.filter(
    ({ events, n, hold, population }) =>
      events !== null && n !== null && hold === null && population !== "subset",
  );
  const cuts: Record<string, string> = {};
  for (const family of familiesOf(outcomes)) {
    const own = poolable.filter(({ outcome }) => family.has(outcome));
    const reported = new Set(own.map(({ outcome }) => outcome));
    if (reported.size < 2) continue;
    const [earliest] = own
      .filter(({ cut }) => outcomesIn(own, cut).size === reported.size)
      .sort(primaryThenEarliest);
    // Where there is no other cut, no choice is to be made.
    if (earliest === undefined || own.every(({ cut }) => cut === earliest.cut)) continue;
    if (earliest.cut === "primary") continue;
    for (const outcome of reported) cuts[outcome] = earliest.cut;
  }
  return cuts;
}

/** Ties are broken by name, so that the order in the file never matters. */
function primaryThenEarliest(a: Figure, b: Figure): number {
  return order(a) - order(b) || (a.cut < b.cut ? -1 : 1);
}

function order({ cut, followUpMonths }: Figure): number {
  return cut === "primary" ? -1 : (followUpMonths ?? Number.MAX_SAFE_INTEGER);
}

function outcomesIn(figures: readonly Figure[], wanted: string): Set<string> {
  return new Set(figures.filter(({ cut }) => cut === wanted).map(({ outcome }) => outcome));
}

/** Each outcome with all that count a part of it, directly or not. */
function familiesOf(outcomes: readonly Outcome[]): Set<string>[] {
  const roots = outcomes.filter(({ partOf }) => partOf === null);
  return roots.map((root) => {
    const parts = outcomes.filter(({ id }) => wholesOf(id, outcomes).includes(root));
    return new Set([root, ...parts].map(({ id }) => id));
  });
}
