/** The rates of the groups of one row, and their contrast. They follow the rules of any row. */
import type { Outcome } from "#data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import { gatherRates, type RatedFigure } from "../evidence/rated.ts";
import type { GroupOfRegimen } from "../evidence/regimens.ts";
import type { Query } from "../question/query.ts";
import type { RateContrast } from "./answer.ts";
import { counts, type Kind } from "./kinds.ts";
import { measure } from "./measure.ts";
import { contrastRateFits, type FitRates, fitRates } from "./rate-fit.ts";
import { type RateSummary, summariseRates } from "./rate-pool.ts";

export const ratedCounts: Kind<RatedFigure> = { ...counts, gather: gatherRates };

export interface RatedGroup<G extends string> extends RateSummary {
  readonly id: G;
  readonly entries: readonly Entry<RatedFigure>[];
  /** Whether its cohorts stand for the class. */
  readonly represented: boolean;
  /** `false` if other cohorts, without overlap, may hold more patients. */
  readonly settled: boolean;
}

export function rateGroups<G extends string>(
  outcome: Outcome,
  groups: readonly GroupOfRegimen<G>[],
  query: Query,
  fit: FitRates = fitRates,
): RatedGroup<G>[] {
  return measure(outcome, groups, query, ratedCounts).map(({ id, own, coverage }) => ({
    id,
    represented: coverage?.representative ?? true,
    settled: own.gathered.settled,
    entries: own.gathered.entries,
    ...summariseRates(own.gathered.entries, query, fit),
  }));
}

/** `null` where one of the two does not stand for its class, or has too few cohorts. */
export function contrastOfRates<G extends string>(
  sides: readonly RatedGroup<G>[],
  { group, against }: { readonly group: G; readonly against: G },
  query: Query,
): RateContrast | null {
  const [one, other] = [group, against].map((id) => sides.find((side) => side.id === id));
  if (!one?.represented || !other?.represented) return null;
  return contrastRateFits(one.fit, other.fit, query);
}
