/**
 * Which data cuts of an outcome that accumulates with time may stand in, be pooled, and be
 * contrasted. Longer follow-up alone raises such a figure.
 *
 * - A cohort is represented by the cut of its primary publication. Where that lacks the outcome, the
 *   earliest cut that has it stands, whatever its follow-up. Where it lacks one of several outcomes
 *   of which one is part of another, the earliest cut that has them all stands for all of them.
 * - A cut that stands in is pooled only with cohorts whose follow-ups are near its own.
 * - Two classes are contrasted only if their follow-ups are near each other.
 *
 * None of this holds for a published set that names its cuts: it is pooled as it was published. A set
 * that names none follows these rules.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import { largestFirst } from "./products.ts";

/** Follow-ups of a pool are near each other if the longer is less than this many times the shorter. */
export const pooledWithin = 1.5;
/** The same for the median follow-ups of two classes. */
export const contrastedWithin = 1.25;

/** The values of `cut` that are rules. Any other value names a cut. */
const rules: ReadonlySet<string> = new Set(["primary", "latest", "primary-only"]);

/** Whether the cuts are chosen by a rule, and are not those that a meta-analysis counted. */
export function isByRule({ cut }: Pick<Query, "cut">): boolean {
  return rules.has(cut);
}

interface Followed {
  followUpMonths: number | null;
}

interface Cut extends Followed {
  cut: string;
}

interface Chosen extends Followed {
  cohort: Pick<ComputeCohort, "id" | "followUpMonths">;
  figure: Pick<Cut, "cut">;
  n: number | null;
}

/** All figures of an outcome, the one first that represents its cohort best. */
export function cutsInOrder<F extends Cut>(
  figures: readonly F[],
  primary: Pick<ComputeCohort, "followUpMonths" | "nestedCuts">,
  { id, timeDependent }: Pick<Outcome, "id" | "timeDependent">,
  rule: Query["cut"],
): F[] {
  const nearest = nearestCutFirst(figures, primary);
  // The sort is stable: among cuts with equal follow-up the primary one stays first.
  if (rule === "latest") {
    return nearest.sort((a, b) => largestFirst(a.followUpMonths, b.followUpMonths));
  }
  const inOrder = timeDependent ? earliestFirst(figures, primary) : nearest;
  const nested = rule === "primary" ? primary.nestedCuts[id] : undefined;
  return inOrder.sort((a, b) => Number(b.cut === nested) - Number(a.cut === nested));
}

/**
 * The primary cut first, then by distance in time to it, unknown follow-up last. Ties are broken by
 * name, so that the order in the file never matters.
 *
 * @param primary If its follow-up is `null`, the earliest cut counts as the nearest.
 */
function nearestCutFirst<F extends Cut>(
  figures: readonly F[],
  { followUpMonths: primary }: Followed,
): F[] {
  return [...figures].sort(
    (a, b) => distance(a, primary) - distance(b, primary) || (a.cut < b.cut ? -1 : 1),
  );
}

function distance({ cut, followUpMonths }: Cut, primary: number | null): number {
  if (cut === "primary") return -1;
  if (followUpMonths === null) return Number.MAX_SAFE_INTEGER;
  return primary === null ? followUpMonths : Math.abs(followUpMonths - primary);
}

/** The primary cut first, then by follow-up, unknown follow-up last. */
function earliestFirst<F extends Cut>(figures: readonly F[], primary: Followed): F[] {
  const rank = (figure: F) =>
    isPrimary(figure, primary) ? -1 : (figure.followUpMonths ?? Number.MAX_SAFE_INTEGER);
  return nearestCutFirst(figures, primary).sort((a, b) => rank(a) - rank(b));
}

/** That the primary paper prints it is no help: it may quote a later cut for one outcome. */
function isPrimary({ cut, followUpMonths: own }: Cut, { followUpMonths: primary }: Followed) {
  if (cut !== "primary") return false;
  return own === null || primary === null || ratio(own, primary) < pooledWithin;
}

/** The entries that may be one pool, and those of another cut whose follow-up is too far from theirs. */
export function withinFollowUp<C extends Chosen>(
  entries: readonly C[],
  { timeDependent }: Pick<Outcome, "timeDependent">,
  { cut }: Pick<Query, "cut">,
): { together: C[]; apart: C[] } {
  const standIns = entries.filter(standsIn);
  if (!timeDependent || cut !== "primary" || standIns.length === 0) {
    return { together: [...entries], apart: [] };
  }
  const kept = new Set(entries.filter((entry) => !standIns.includes(entry)));
  for (const entry of [...standIns].sort(mostPatientsFirst)) {
    if ([...kept].every((other) => arePooled(entry, other))) kept.add(entry);
  }
  return {
    together: entries.filter((entry) => kept.has(entry)),
    apart: entries.filter((entry) => !kept.has(entry)),
  };
}

function standsIn({ figure: { cut }, followUpMonths, cohort }: Chosen): boolean {
  return !isPrimary({ cut, followUpMonths }, cohort);
}

function mostPatientsFirst(a: Chosen, b: Chosen): number {
  return largestFirst(a.n, b.n) || (a.cohort.id < b.cohort.id ? -1 : 1);
}

/** A primary cut of unknown follow-up keeps nothing out; the row is then not contrasted. */
function arePooled({ followUpMonths: own }: Chosen, other: Chosen): boolean {
  const { followUpMonths: months } = other;
  if (own === null) return false;
  return months === null ? !standsIn(other) : ratio(own, months) < pooledWithin;
}

/** @param months Median follow-up of each class in months; `null` if unknown. */
export function areContrasted(months: readonly (number | null)[]): boolean {
  const known = months.filter((one) => one !== null);
  return known.length === months.length && ratio(...known) < contrastedWithin;
}

function ratio(...months: readonly number[]): number {
  return Math.max(...months) / Math.min(...months);
}
