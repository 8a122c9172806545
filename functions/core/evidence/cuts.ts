/**
 * Chooses the data cut of a cohort for an outcome: that of the primary publication; where it lacks the outcome the
 * nearest later cut over the same patients, and of an outcome that accumulates with time the earliest. The answer
 * states the follow-up of the cut. A published set that names its cuts is pooled as it was published.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import { compareLargestFirst } from "./grouping.ts";

/** Lists the values of `cut` that are rules; any other value names a cut. */
const cutRules: ReadonlySet<string> = new Set(["primary", "latest", "primary-only"]);

/** Returns whether the cuts are chosen by a rule, and are not those that a meta-analysis counted. */
export function isDataCutChosenByRule({ cut }: Pick<Query, "cut">): boolean {
  return cutRules.has(cut);
}

interface FollowedCut {
  followUpMonths: number | null;
}

interface Cut extends FollowedCut {
  cut: string;
}

/** Returns all figures of an outcome, beginning with the one that represents its cohort best. */
export function sortFiguresBestCutFirst<F extends Cut>(
  figures: readonly F[],
  primary: Pick<ComputeCohort, "followUpMonths">,
  { timeDependent }: Pick<Outcome, "timeDependent">,
  rule: Query["cut"],
): F[] {
  const nearest = sortByDistanceToPrimaryCut(figures, primary);
  // The sort is stable: among cuts with equal follow-up the primary one stays first.
  if (rule === "latest") {
    return nearest.sort((a, b) => compareLargestFirst(a.followUpMonths, b.followUpMonths));
  }
  if (!timeDependent) return nearest;
  const rank = (figure: F) =>
    isPrimaryCutNearCohortFollowUp(figure, primary)
      ? -1
      : (figure.followUpMonths ?? Number.MAX_SAFE_INTEGER);
  return nearest.sort((a, b) => rank(a) - rank(b));
}

/**
 * Sorts the primary cut first, then later ones by distance in time, then earlier ones, unknown follow-up last.
 * Ties are broken by name, so that the order in the file never matters.
 *
 * @param primary If its follow-up is `null`, the earliest cut counts as the nearest.
 */
function sortByDistanceToPrimaryCut<F extends Cut>(
  figures: readonly F[],
  { followUpMonths: primary }: FollowedCut,
): F[] {
  return [...figures].sort(
    (a, b) => rankCut(a, primary) - rankCut(b, primary) || (a.cut < b.cut ? -1 : 1),
  );
}

/** Adds this many months to the distance of an earlier cut, so that every later cut comes before it. */
const earlierPenalty = 1000;

function rankCut({ cut, followUpMonths }: Cut, primary: number | null): number {
  if (cut === "primary") return -1;
  if (followUpMonths === null) return Number.MAX_SAFE_INTEGER;
  if (primary === null) return followUpMonths;
  const later = followUpMonths - primary;
  return later >= 0 ? later : earlierPenalty - later;
}

/**
 * A primary paper may quote a much later cut for one outcome. If events accumulate, a figure with at least this many
 * times the follow-up of the cohort ranks as one of another cut.
 */
const muchLater = 1.5;

function isPrimaryCutNearCohortFollowUp(
  { cut, followUpMonths }: Cut,
  { followUpMonths: primary }: FollowedCut,
) {
  if (cut !== "primary") return false;
  return followUpMonths === null || primary === null || followUpMonths < muchLater * primary;
}
