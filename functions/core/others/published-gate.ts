/**
 * Selects the printed results of meta-analyses that may be compared with ours at all, whatever is asked: reviewed,
 * myeloma alone, a whole class, one of our outcomes, and nothing odd in what was printed. All are of products
 * given alone; a pool of combinations would need a field of its own.
 */
import type { Published, PublishedResult } from "#data/schema.ts";
import { findSourceAddress } from "#data/source-address.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PublishedRates } from "../answer/answer.ts";

/** Describes a pooled result as an answer has it. */
export type PooledResult = PublishedRates["pools"][TherapyClass][number];

export interface PublishedPool extends PooledResult {
  outcome: string;
  therapyClass: TherapyClass;
}

/** Returns whether a publication was reviewed. Digests (tier 4) are kept for checks and shown nowhere. */
const isReviewedPublication = ({ tier }: Pick<Published, "tier">) => tier !== 4;

/**
 * Returns the results of reviewed publications that may be compared with ours, in the form of an answer: rates and
 * their intervals are 0 to 1.
 */
export function selectComparablePublishedPools(
  publications: readonly Published[],
): PublishedPool[] {
  return publications
    .filter(isReviewedPublication)
    .flatMap((publication) =>
      publication.results.flatMap((result) => listPublishedPoolIfComparable(publication, result)),
    );
}

function listPublishedPoolIfComparable(
  publication: Published,
  result: PublishedResult,
): PublishedPool[] {
  const { outcome, therapyClass, estimatePercent, intervalPercent, events, scope, k } = result;
  const { id, citation, year, searchedTo } = publication;
  if (outcome === null || therapyClass === null) return [];
  if (estimatePercent === null && events === null) return [];
  if (scope.disease !== "myeloma" || scope.group !== "class") return [];
  const repeated = listResultsOfSameScope(publication, result);
  if (repeated.some(({ oddity }) => oddity !== null)) return [];
  return [
    {
      publication: id,
      citation,
      year,
      searchedTo,
      outcome,
      therapyClass,
      href: findSourceAddress(publication),
      k,
      estimate: estimatePercent === null ? null : estimatePercent / 100,
      events: estimatePercent === null ? events : null,
      interval: intervalPercent && [intervalPercent[0] / 100, intervalPercent[1] / 100],
      contrast: readPrintedRatioIfCarT(result),
      target: scope.target,
      priorLines: scope.priorLines,
      evidence: scope.evidence,
      definition: scope.definition,
    },
  ];
}

/**
 * Returns the results of both classes for the same question, because an oddity in one number of a comparison makes
 * the other doubtful, too.
 */
function listResultsOfSameScope({ results }: Published, { outcome, scope }: PublishedResult) {
  const scopeText = JSON.stringify(scope);
  return results.filter(
    (result) => result.outcome === outcome && JSON.stringify(result.scope) === scopeText,
  );
}

const measures: Readonly<Record<string, NonNullable<PooledResult["contrast"]>["measure"]>> = {
  OR: "odds-ratio",
  HR: "hazard-ratio",
};

/**
 * Returns the printed ratio of CAR-T against bispecifics, which stands with the rate of CAR-T alone; `null` for
 * bispecifics, and without a value or an interval.
 */
function readPrintedRatioIfCarT({
  therapyClass,
  comparison,
}: PublishedResult): PooledResult["contrast"] {
  if (therapyClass !== "car-t" || comparison === null || comparison.versus !== "BsAb") return null;
  const { value, interval, p } = comparison;
  const measure = measures[comparison.measure];
  if (measure === undefined || value === null || interval === null) return null;
  return { measure, value, interval, p: p === null ? null : String(p) };
}
