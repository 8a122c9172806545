/**
 * Lists all that is known of a class in a row: what its number holds, and what single trials reported where there
 * is no number. Every surface draws this list; {@link listEvidenceByProduct} alone decides what is shown in place of a
 * missing number (a stand-in).
 */
import { groupBy, pick } from "#data/lists-and-objects.ts";
import { hasFewPatients } from "../evidence/trials.ts";
import type { Interval } from "../statistics/interval.ts";
import type { LabelPool, MedianNotReached, MonthOfTrial, Pool, Study } from "./answer.ts";

/** Identifies where a figure was reported: the trial, its patients, the data cut and the citation. */
export type PrintedFigure = Pick<Study, (typeof printedFields)[number]>;

const printedFields = [
  "cohort",
  "label",
  "product",
  "trial",
  "regimen",
  "population",
  "cut",
  "followUpMonths",
  "citation",
] as const satisfies readonly (keyof Study)[];

/** Holds a count, or survival at a month. */
export interface Figure extends PrintedFigure {
  /** `outcome` is the one under which the figure was reported; `null` for survival at the month of the row. */
  readonly outcome: string | null;
  /** `events` is `null` for survival at a month. */
  readonly events: number | null;
  readonly n: number | null;
  /** `estimate` is a proportion, 0 to 1. */
  readonly estimate: number;
  readonly interval: Interval | null;
  /** `isPool` is true for a pool of trials, such as that of a label. */
  readonly isPool: boolean;
  /** Of a label pool that stands beside: its patients of selected trials, `n` of `of`; absent where all are. */
  readonly ofSelected?: NonNullable<Study["ofSelected"]>;
}

/** Holds a bound of survival at the month of the row, which follows from a later month or from the median. */
export interface Bound extends PrintedFigure {
  readonly as: "bound";
  /** `at` is a proportion, 0 to 1. */
  readonly at: number;
  readonly kind: "at-least" | "below" | "about" | "above";
  /** `month` is the reported month; `null` if a median sets the bound. */
  readonly month: number | null;
}

export type Evidence =
  /** The number of the class counts the figure. */
  | (Figure & { readonly as: "counted"; readonly weight: number })
  /** The trial has fewer than 30 patients and is not counted, because one large trial alone gives the number. */
  | (Figure & { readonly as: "small-trial" })
  /** The figure is of this outcome or month, and the class has no number. */
  | (Figure & { readonly as: "by-trial" })
  | Bound
  /** Holds a percentage without a count, 0 to 100. */
  | (PrintedFigure & {
      readonly as: "percentage";
      readonly outcome: string;
      readonly percent: number;
      readonly n: number | null;
    })
  /**
   * A label reports the figure of a pool that holds a trial of the drug with others: a count, or a percentage with
   * its patients, whose `events` are `null`.
   */
  | (Figure & { readonly as: "label-pool"; readonly isOfAllLines: boolean })
  /** The figure counts a wider outcome. */
  | (Figure & { readonly as: "broader" })
  /** Holds a part of the outcome: a lower bound. */
  | (Figure & {
      readonly as: "narrower";
      readonly of: { readonly outcome: string; readonly label: string };
    })
  /** `months` is `null` where the median was not reached. */
  | (PrintedFigure & {
      readonly as: "median";
      readonly months: number | null;
      readonly interval: MedianNotReached["interval"];
    })
  /**
   * The regimen is monotherapy where the number is of combinations, or the other way round; it is never a stand-in.
   */
  | (Figure & { readonly as: "other-regimen" });

export type EvidenceKind = Evidence["as"];

/** Orders the kinds of evidence within a product: first what is nearest to a count of the outcome itself. */
const order = [
  "counted",
  "small-trial",
  "by-trial",
  "bound",
  "percentage",
  "label-pool",
  "broader",
  "narrower",
  "median",
  "other-regimen",
] as const satisfies readonly EvidenceKind[];

/**
 * Returns everything that a pool holds, product by product (as they stand in the pool, then by the size of the
 * largest figure, then by name), within a product by kind, then by trial. No figure stands twice.
 */
export function listPoolEvidence(pool: Pool): readonly Evidence[] {
  const { months = [], otherRegimen } = pool;
  const figures = [
    ...pool.studies.map((study) => makePooledStudyEvidence(study, pool)),
    ...(pool.smallTrials ?? []).map((study) => makeEvidence("small-trial", study)),
  ];
  // A figure of the other regimen is not listed again if survival at the month already stands for its trial.
  const isInMonths = (figure: OfCut) =>
    months.some((month) => isMonthPrintedInCutOfFigure(month, figure));
  const entries: readonly Evidence[] = [
    ...figures,
    ...months
      .filter((month) => !figures.some((figure) => isMonthPrintedInCutOfFigure(month, figure)))
      .map((month) => makeMonthEvidence(month, otherRegimen?.studies ?? [])),
    ...listPercentageEvidence(pool),
    ...listLabelPoolEvidence(pool),
    ...pool.broader.map((study) => makeEvidence("broader", study)),
    ...(pool.narrower ?? []).flatMap(({ outcome, label, studies }) =>
      studies.map((study) => ({ ...makeEvidence("narrower", study), of: { outcome, label } })),
    ),
    ...listMedianEvidence(pool),
    ...(otherRegimen?.studies ?? [])
      .filter((study) => !isInMonths(study))
      .map((study) => makeEvidence("other-regimen", study)),
  ];
  const byTrial = [...entries].sort((a, b) => compareText(a.cohort, b.cohort));
  return listProductsInPoolOrder(entries, pool).flatMap((product) => {
    const ofProduct = byTrial.filter((entry) => entry.product === product);
    return order.flatMap((kind) => ofProduct.filter(({ as }) => as === kind));
  });
}

export interface ProductEvidence {
  readonly product: string;
  /** Holds the evidence that is shown: that of one step; empty if only the other regimen has a figure. */
  readonly evidence: readonly Evidence[];
  /** `hidden` holds the evidence on the product that is not shown. */
  readonly hidden: readonly Evidence[];
}

/**
 * Returns the evidence that is shown for each product in a row, largest product first. Nothing else decides it.
 * The kinds of evidence are tried in this order, and the first step that has any is shown, without the later ones:
 *
 * 1. Figures in the number of the class.
 * 2. Counts of small trials where one large trial alone is the number.
 * 3. Figures of single trials where the class has no number; of survival at a month also what a later month
 *    or the median says of a trial.
 * 4. Percentages without a count.
 * 5. What a label reports of a pool of trials of the drug.
 * 6. Figures by the wider outcome.
 * 7. Of the parts of the outcome the largest, as a lower bound.
 * 8. Medians of survival.
 *
 * The steps are tried for each product by itself, because a percentage of one product would otherwise hide the
 * wider outcome of another. Counts and percentages of another regimen are never stand-ins; survival at a month is,
 * and its regimen is named.
 */
export function listEvidenceByProduct(pool: Pool): readonly ProductEvidence[] {
  return groupBy(listPoolEvidence(pool), ({ product }) => product).map((ofProduct) => {
    const nearestStep = chooseShownEvidence(ofProduct, pool);
    return {
      product: ofProduct[0].product,
      evidence: nearestStep,
      hidden: ofProduct.filter((entry) => !nearestStep.includes(entry)),
    };
  });
}

function chooseShownEvidence(evidence: readonly Evidence[], pool: Pool): readonly Evidence[] {
  const of = (...kinds: readonly EvidenceKind[]) => evidence.filter(({ as }) => kinds.includes(as));
  const steps: readonly (readonly Evidence[])[] = [
    of("counted"),
    of("small-trial"),
    selectNewestCutEvidenceElseAll(of("by-trial", "bound"), pool),
    of("percentage").filter(({ regimen }) => pool.regimen === null || pool.regimen === regimen),
    of("label-pool").filter(({ regimen }) => pool.regimen === null || pool.regimen === regimen),
    of("broader"),
    selectLargestPartEvidence(evidence),
    of("median"),
  ];
  return steps.find((step) => step.length > 0) ?? [];
}

/** Returns the newest cut of each large trial for survival at a month; all entries if there is no large trial. */
function selectNewestCutEvidenceElseAll(
  evidence: readonly Evidence[],
  { months = [] }: Pool,
): readonly Evidence[] {
  const newest = evidence.filter((entry) => months.some((month) => isSameCohortCut(month, entry)));
  return newest.length > 0 ? newest : evidence;
}

/**
 * Returns the evidence on parts of the outcome. Parts are not added up, because one patient may be in two of them,
 * so only one is shown: the largest known bound, of a trial of 30 patients or more if there is any.
 */
function selectLargestPartEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const parts = evidence.filter((entry) => entry.as === "narrower");
  const isFew = (part: (typeof parts)[number]) => Number(hasFewPatients(part));
  return parts.sort((a, b) => isFew(a) - isFew(b) || b.estimate - a.estimate).slice(0, 1);
}

interface OfCut {
  readonly cohort: string;
  readonly cut: string;
}

function isSameCohortCut(a: OfCut, b: OfCut): boolean {
  return a.cohort === b.cohort && a.cut === b.cut;
}

/** Returns whether the trial printed the month itself, in the cut of the figure. */
function isMonthPrintedInCutOfFigure(month: MonthOfTrial, figure: OfCut): boolean {
  return month.kind === "printed" && isSameCohortCut(month, figure);
}

function makePooledStudyEvidence(study: Study, { estimate }: Pool): Evidence {
  return estimate === null
    ? makeEvidence("by-trial", study)
    : { ...makeEvidence("counted", study), weight: study.weight };
}

function makeEvidence<K extends EvidenceKind>(
  as: K,
  study: (Study | LabelPool) & Pick<Study, "isPool">,
): Figure & { readonly as: K } {
  const { printed: outcome, events, n, estimate, interval, isPool, ofSelected } = study;
  const figure = { outcome, events, n, estimate, interval, isPool };
  return { ...pick(study, printedFields), ...figure, ...(ofSelected && { ofSelected }), as };
}

/** Names the side of 50 % on which survival at a month lies if only the median is reported. */
const medianSides = {
  "above-half": "above",
  "about-half": "about",
  "below-half": "below",
} as const;

/** @param studies The studies of the other regimen, whose figure for the month has an interval. */
function makeMonthEvidence(monthResult: MonthOfTrial, studies: readonly Study[]): Evidence {
  const { kind, survival, interval, month, n } = monthResult;
  const of = pick(monthResult, printedFields);
  if (kind === "printed") {
    const study = studies.find((figure) => isMonthPrintedInCutOfFigure(monthResult, figure));
    if (study) return makeEvidence("by-trial", study);
    const estimate = survival ?? 0;
    const figure = { outcome: null, events: null, n, estimate, interval, isPool: false };
    return { ...of, ...figure, as: "by-trial" };
  }
  return kind === "at-least"
    ? { ...of, as: "bound", at: survival ?? 0, kind, month }
    : { ...of, as: "bound", at: 1 / 2, kind: medianSides[kind], month: null };
}

function listPercentageEvidence({ notPooled }: Pool): readonly Evidence[] {
  return notPooled.flatMap((figure): Evidence[] => {
    const { percentage, percentPrinted: percent, cohort, label, product } = figure;
    const { followUpMonths, n } = figure;
    if (!percentage || percent === null) return [];
    const { source: _, ...reported } = percentage;
    const of = { cohort, label, product, followUpMonths };
    return [{ ...reported, ...of, as: "percentage", percent, n }];
  });
}

function listLabelPoolEvidence({ labelPools = [] }: Pool): readonly Evidence[] {
  return labelPools.map((figure) => ({
    ...makeEvidence("label-pool", { ...figure, isPool: true }),
    isOfAllLines: figure.isOfAllLines,
  }));
}

function listMedianEvidence({ medians, notReached = [] }: Pool): readonly Evidence[] {
  return [...medians, ...notReached.map((median) => ({ ...median, months: null }))].map(
    (median) => ({
      ...pick(median, printedFields),
      as: "median",
      months: median.months,
      interval: median.interval,
    }),
  );
}

/** Returns the products in the order of the pool, then those outside it by their largest figure, then by name. */
function listProductsInPoolOrder(
  entries: readonly Evidence[],
  { products }: Pool,
): readonly string[] {
  const inPool = products.map(({ product }) => product);
  const outside = [...new Set(entries.map(({ product }) => product))].filter(
    (product) => !inPool.includes(product),
  );
  const largest = (product: string) =>
    Math.max(
      0,
      ...entries.map((entry) => (entry.product === product ? countEvidencePatients(entry) : 0)),
    );
  return [...inPool, ...outside.sort((a, b) => largest(b) - largest(a) || compareText(a, b))];
}

function countEvidencePatients(entry: Evidence): number {
  return "n" in entry ? (entry.n ?? 0) : 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
