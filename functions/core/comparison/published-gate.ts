/**
 * Which printed results of meta-analyses may stand beside ours at all, whatever was asked. The rules
 * read fields of `data/published` only; a field that is `null` there fails its rule, because what
 * cannot be told is never guessed.
 */
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Agreement } from "./agreement.ts";
import type { Interval } from "./answer.ts";

type Known<T> = Exclude<T, null>;

/** A printed result that passes the gate. */
export interface PublishedPool {
  /** Id of the publication, which is also the id of its set. */
  publication: string;
  citation: string;
  href: string;
  year: number;
  searchedTo: string | null;
  outcome: string;
  therapyClass: TherapyClass;
  /** Cohorts of this result; `null` where only the number of the whole analysis is printed. */
  k: number | null;
  /** Studies of the whole analysis. */
  studies: number | null;
  /** 0 to 1, as in our own pools. */
  estimate: number;
  interval: Interval;
  target: PublishedScope["target"];
  priorLines: Known<PublishedScope["priorLines"]>;
  evidence: PublishedScope["evidence"];
  /** Whether its own question, asked here, gives the same; `null` where nothing can be said. */
  agreement: Pick<Agreement, "status" | "reason"> | null;
}

/** The rules, in the order in which they are applied. */
export type GateRule =
  | "outcome"
  | "reviewed"
  | "disease"
  | "class"
  | "definition"
  | "prior-lines"
  | "interval"
  | "oddity"
  | "studies"
  | "year"
  | "address";

/** The first rule that the result breaks, or the result as it may be shown. */
export function gate(
  publication: Published,
  result: PublishedResult,
  agreements: readonly Agreement[] = [],
): GateRule | PublishedPool {
  const { outcome, therapyClass, estimatePercent, intervalPercent, scope } = result;
  const { id, citation, year, searchedTo } = publication;
  if (outcome === null || estimatePercent === null) return "outcome";
  if (publication.tier === 4) return "reviewed";
  if (scope.disease !== "myeloma") return "disease";
  if (scope.group !== "class" || therapyClass === null) return "class";
  if (scope.definition !== "ours") return "definition";
  if (scope.priorLines === null) return "prior-lines";
  if (intervalPercent === null) return "interval";
  const [lower, upper] = intervalPercent;
  if (lower < 0 || upper > 100 || lower > estimatePercent || upper < estimatePercent) {
    return "interval";
  }
  if (result.oddity !== null) return "oddity";
  const studies = publication.k?.studies ?? publication.k?.trials ?? null;
  if (result.k === null && studies === null) return "studies";
  if (year === null) return "year";
  const href = publication.doi === null ? publication.seenAt : `https://doi.org/${publication.doi}`;
  if (href === null) return "address";
  const agreement = agreements.find(
    (one) =>
      one.published === id &&
      one.outcome === outcome &&
      one.group === result.group &&
      one.measure === "rate",
  );
  return {
    ...{ publication: id, citation, href, year, searchedTo, outcome, therapyClass },
    ...{ k: result.k, studies },
    estimate: estimatePercent / 100,
    interval: [lower / 100, upper / 100],
    ...{ target: scope.target, priorLines: scope.priorLines, evidence: scope.evidence },
    agreement: agreement ? { status: agreement.status, reason: agreement.reason } : null,
  };
}

/** All results of the publications that pass. */
export function gatedPools(
  publications: readonly Published[],
  agreements: readonly Agreement[],
): PublishedPool[] {
  return publications.flatMap((publication) =>
    publication.results.flatMap((result) => {
      const passed = gate(publication, result, agreements);
      return typeof passed === "string" ? [] : [passed];
    }),
  );
}
