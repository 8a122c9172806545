/**
 * Which printed results of meta-analyses may stand beside ours at all, whatever was asked. The rules
 * read fields of `data/published` only; a field that is `null` there fails its rule, because what
 * cannot be told is never guessed.
 */
import type { Published, PublishedResult } from "#data/schema.ts";
import { addressOf } from "#data/source-address.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { PublishedBeside } from "./answer.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

/** CAR-T against bispecifics, as printed. */
type PrintedContrast = NonNullable<Shown["contrast"]>;

export interface PublishedPool extends Omit<Shown, "bothClasses" | "differs"> {
  outcome: string;
  therapyClass: TherapyClass;
  /** The name of its set, if its own question can be asked here. */
  set: string | null;
  /** The rule for others that it breaks, so that it stands beside its own question only. */
  ownOnly: GateRule | null;
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
  | "year";

/** The first rule it breaks, or the result; some rules do not hold for its own question. */
export function gate(publication: Published, result: PublishedResult): GateRule | PublishedPool {
  const { outcome, therapyClass, estimatePercent, intervalPercent, events, scope } = result;
  const { id, citation, year, searchedTo, set } = publication;
  if (outcome === null || !isNumber(result)) return "outcome";
  if (!isReviewed(publication)) return "reviewed";
  if (scope.disease !== "myeloma") return "disease";
  if (scope.group !== "class" || therapyClass === null) return "class";
  const between = betweenClasses(publication, result);
  const forOthers = brokenForOthers(result, between);
  if (forOthers !== null && set === null) return forOthers;
  const contradiction = contradictionOf(publication, result);
  if (contradiction !== null) return contradiction.rule;
  const studies = publication.k?.studies ?? publication.k?.trials ?? null;
  if (result.k === null && studies === null) return "studies";
  if (year === null) return "year";
  return {
    publication: id,
    citation,
    year,
    searchedTo,
    outcome,
    therapyClass,
    href: addressOf(publication),
    k: result.k,
    studies,
    estimate: estimatePercent === null ? null : estimatePercent / 100,
    events: estimatePercent === null ? events : null,
    interval: intervalPercent && [intervalPercent[0] / 100, intervalPercent[1] / 100],
    contrast: therapyClass === "car-t" ? (between?.contrast ?? null) : null,
    target: scope.target,
    priorLines: scope.priorLines ?? [null, null],
    evidence: scope.evidence,
    set: set?.name ?? null,
    ownOnly: forOthers,
  };
}

/** A rate, or a count of patients without one. */
const isNumber = ({ estimatePercent, events }: PublishedResult) =>
  estimatePercent !== null || events !== null;

/** Digests are kept to be checked, and shown nowhere. */
export const isReviewed = ({ tier }: Pick<Published, "tier">) => tier !== 4;

/** Why a printed number stands beside none of ours. */
interface Contradiction {
  readonly rule: "interval" | "contrast" | "oddity";
  readonly oddity: string | null;
}

/** What does not fit in what was printed, which rests on no question; `null` if all of it does. */
function contradictionOf(publication: Published, result: PublishedResult): Contradiction | null {
  const pair = betweenClasses(publication, result);
  const { oddity } = result;
  if (!holdsItsEstimate(result)) return { rule: "interval", oddity };
  if (pair !== null && !holdsItsRates(pair)) {
    return { rule: "contrast", oddity: oddity ?? pair.oddity };
  }
  return oddity === null ? null : { rule: "oddity", oddity };
}

/** The first rule that the result breaks beside any question but its own. */
function brokenForOthers(
  { estimatePercent, intervalPercent, scope }: PublishedResult,
  between: BetweenClasses | null,
): GateRule | null {
  if (scope.definition !== "ours") return "definition";
  if (scope.priorLines === null) return "prior-lines";
  // The interval of the contrast says how sure the two rates are.
  const isOpen = estimatePercent !== null && intervalPercent === null && between === null;
  return isOpen ? "interval" : null;
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
  readonly oddity: string | null;
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
    oddity: carT.oddity,
  };
}

/** Whether the interval of the contrast contains the ratio of the two rates themselves. */
function holdsItsRates({ rates, contrast: { measure, interval } }: BetweenClasses): boolean {
  const on = measure === "odds-ratio" ? (rate: number) => rate / (1 - rate) : Math.log;
  const ratio = on(rates["car-t"]) / on(rates.bsab);
  return ratio >= interval[0] && ratio <= interval[1];
}

export function gatedPools(publications: readonly Published[]): PublishedPool[] {
  return publications.flatMap((publication) =>
    publication.results.flatMap((result) => {
      const passed = gate(publication, result);
      return typeof passed === "string" ? [] : [passed];
    }),
  );
}

/** Of papers that pooled a class as it is pooled here: how many, and the lowest and highest rate. */
export type PublishedRanges = Readonly<
  Record<string, Partial<Record<TherapyClass, readonly [number, number, number]>>>
>;

/** Fewer could all lie on one side of ours by chance. */
const leastPapers = 5;

/** Also without an interval: together they show where the others lie. */
export function rangesOf(publications: readonly Published[]): PublishedRanges {
  const ranges: Record<string, PublishedRanges[string]> = {};
  const all = publications.flatMap((publication) =>
    publication.results.flatMap((result) =>
      isOfPaper(publication, result) ? [{ ...result, id: publication.id }] : [],
    ),
  );
  for (const { outcome, therapyClass } of all) {
    const own = all.filter((one) => one.outcome === outcome && one.therapyClass === therapyClass);
    const of100 = own.map(({ estimatePercent }) => Math.round(estimatePercent ?? 0));
    const papers = new Set(own.map(({ id }) => id)).size;
    if (papers < leastPapers || outcome === null || therapyClass === null) continue;
    const range = [papers, Math.min(...of100), Math.max(...of100)] as const;
    ranges[outcome] = { ...ranges[outcome], [therapyClass]: range };
  }
  return ranges;
}

function isOfPaper(publication: Published, result: PublishedResult): boolean {
  const { disease, group, definition, target } = result.scope;
  return (
    publication.tier === 1 &&
    result.estimatePercent !== null &&
    disease === "myeloma" &&
    group === "class" &&
    definition === "ours" &&
    (target === null || target === "bcma" || target === "mixed") &&
    contradictionOf(publication, result) === null
  );
}

/** How many numbers of whole classes are known, by outcome and class, whether they pass or not. */
export type HeldRates = Readonly<Record<string, Partial<Record<TherapyClass, number>>>>;

export function heldRates(publications: readonly Published[]): HeldRates {
  const held: Record<string, Partial<Record<TherapyClass, number>>> = {};
  for (const { results } of publications) {
    for (const result of results) {
      const { outcome, therapyClass, scope } = result;
      if (outcome === null || therapyClass === null || !isNumber(result)) continue;
      if (scope.group !== "class" || scope.disease !== "myeloma") continue;
      const known = held[outcome] ?? {};
      held[outcome] = { ...known, [therapyClass]: (known[therapyClass] ?? 0) + 1 };
    }
  }
  return held;
}

/** Why no number of an outcome is shown that a set of ours printed; by set and outcome. */
export type Withheld = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function withheldOf(publications: readonly Published[]): Withheld {
  const ofSets = publications.filter(({ set }) => set !== null);
  return Object.fromEntries(
    ofSets.flatMap((publication) => {
      const reasons = publication.results.flatMap((result) => {
        const oddity = contradictionOf(publication, result)?.oddity;
        return result.outcome !== null && oddity ? [[result.outcome, oddity]] : [];
      });
      return reasons.length > 0 ? [[publication.id, Object.fromEntries(reasons)]] : [];
    }),
  );
}
