/**
 * Which printed results of meta-analyses may stand beside ours at all, whatever was asked. The rules
 * read fields of `data/published` only; a field that is `null` there fails its rule, because what
 * cannot be told is never guessed.
 */
import type { Published, PublishedResult } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { Agreement } from "./agreement.ts";
import type { PublishedBeside } from "./answer.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

/** CAR-T against bispecifics, as printed. */
type PrintedContrast = NonNullable<Shown["contrast"]>;

/** A printed result that passes the gate. */
export interface PublishedPool extends Omit<Shown, "bothClasses" | "differs"> {
  outcome: string;
  therapyClass: TherapyClass;
  /** The name of its set, if its own question can be asked here. */
  set: string | null;
  /** Whether it stands beside its own question only, because it breaks a rule for others. */
  ownOnly: boolean;
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
  | "contrast"
  | "oddity"
  | "studies"
  | "year"
  | "address";

/**
 * The first rule that the result breaks, or the result as it may be shown. A definition, patients
 * and missing intervals of its own do not keep a result from its own question.
 */
export function gate(
  publication: Published,
  result: PublishedResult,
  agreements: readonly Agreement[] = [],
): GateRule | PublishedPool {
  const { outcome, therapyClass, estimatePercent, intervalPercent, scope } = result;
  const { id, citation, year, searchedTo, set } = publication;
  if (outcome === null || estimatePercent === null) return "outcome";
  if (publication.tier === 4) return "reviewed";
  if (scope.disease !== "myeloma") return "disease";
  if (scope.group !== "class" || therapyClass === null) return "class";
  const between = betweenClasses(publication, result);
  const forOthers = brokenForOthers(result, between);
  if (forOthers !== null && set === null) return forOthers;
  if (!holdsItsEstimate(result)) return "interval";
  if (between !== null && !holdsItsRates(between)) return "contrast";
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
    interval: intervalPercent && [intervalPercent[0] / 100, intervalPercent[1] / 100],
    contrast: therapyClass === "car-t" ? (between?.contrast ?? null) : null,
    target: scope.target,
    priorLines: scope.priorLines ?? [null, null],
    evidence: scope.evidence,
    agreement: agreement ? { status: agreement.status, reason: agreement.reason } : null,
    set: set?.name ?? null,
    ownOnly: forOthers !== null,
  };
}

/** The first rule that the result breaks beside any question but its own. */
function brokenForOthers(
  { intervalPercent, scope }: PublishedResult,
  between: BetweenClasses | null,
): GateRule | null {
  if (scope.definition !== "ours") return "definition";
  if (scope.priorLines === null) return "prior-lines";
  // The interval of the contrast says how sure the two rates are.
  return intervalPercent === null && between === null ? "interval" : null;
}

function holdsItsEstimate({ estimatePercent, intervalPercent }: PublishedResult): boolean {
  if (intervalPercent === null || estimatePercent === null) return true;
  const [lower, upper] = intervalPercent;
  return lower >= 0 && upper <= 100 && lower <= estimatePercent && upper >= estimatePercent;
}

/** The rates of both classes of one outcome, and their contrast. */
interface BetweenClasses {
  readonly rates: Readonly<Record<TherapyClass, number>>;
  readonly contrast: PrintedContrast;
}

const measures: Readonly<Record<string, PrintedContrast["measure"]>> = {
  OR: "odds-ratio",
  HR: "hazard-ratio",
};

/** `null` if no contrast with an interval is printed of the class and patients of this result. */
function betweenClasses(
  { results }: Published,
  { outcome, scope }: PublishedResult,
): BetweenClasses | null {
  const same = JSON.stringify(scope);
  const of = (group: TherapyClass) =>
    results.find(
      (one) =>
        one.outcome === outcome && one.therapyClass === group && JSON.stringify(one.scope) === same,
    );
  const [carT, bsab] = [of("car-t"), of("bsab")];
  if (carT?.estimatePercent == null || bsab?.estimatePercent == null) return null;
  const { measure: name = "", value, interval, p, versus } = carT.comparison ?? {};
  const measure = measures[name];
  if (measure === undefined || versus !== "BsAb" || value == null || interval == null) return null;
  return {
    rates: { "car-t": carT.estimatePercent / 100, bsab: bsab.estimatePercent / 100 },
    contrast: { measure, value, interval, p: p == null ? null : String(p) },
  };
}

/** Whether the interval of the contrast contains the ratio of the two rates themselves. */
function holdsItsRates({ rates, contrast: { measure, interval } }: BetweenClasses): boolean {
  const on = measure === "odds-ratio" ? (rate: number) => rate / (1 - rate) : Math.log;
  const ratio = on(rates["car-t"]) / on(rates.bsab);
  return ratio >= interval[0] && ratio <= interval[1];
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

/** How many rates of whole classes are known, by outcome and class, whether they pass or not. */
export type HeldRates = Readonly<Record<string, Partial<Record<TherapyClass, number>>>>;

export function heldRates(publications: readonly Published[]): HeldRates {
  const held: Record<string, Partial<Record<TherapyClass, number>>> = {};
  for (const { results } of publications) {
    for (const { outcome, therapyClass, estimatePercent, scope } of results) {
      const isRate = outcome !== null && therapyClass !== null && estimatePercent !== null;
      if (!isRate || scope.group !== "class" || scope.disease !== "myeloma") continue;
      const known = held[outcome] ?? {};
      held[outcome] = { ...known, [therapyClass]: (known[therapyClass] ?? 0) + 1 };
    }
  }
  return held;
}
