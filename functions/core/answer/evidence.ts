/**
 * All that is known of a class in a row, as one list: what its number holds, and what single trials reported
 * where there is no number. Every surface draws this list; {@link standIns} alone decides what stands in.
 */
import type { Population } from "#data/vocabulary.ts";
import type { Interval } from "../statistics/interval.ts";
import type { Citation, MedianNotReached, MonthOfTrial, Pool, Study } from "./answer.ts";

/** Who reported it, of which patients and data cut, and where. */
export interface Printed {
  /** Id. */
  readonly cohort: string;
  readonly label: string;
  readonly product: string;
  /** Id; parts of one trial have the same. */
  readonly trial: string;
  readonly regimen: "monotherapy" | "combination";
  readonly population: Population;
  /** `primary`, or which other analysis of the same trial. */
  readonly cut: string;
  readonly followUpMonths: number | null;
  readonly citation: Citation | null;
}

/** A count, or survival at a month. */
export interface Figure extends Printed {
  /** The outcome under which it was reported; `null` of the month of the row. */
  readonly outcome: string | null;
  /** `null` of survival at a month. */
  readonly events: number | null;
  readonly n: number | null;
  /** 0 to 1. */
  readonly estimate: number;
  readonly interval: Interval | null;
}

/** A later month or the median says that survival at the month of the row is so high or low. */
export interface Bound extends Printed {
  readonly as: "bound";
  /** 0 to 1. */
  readonly at: number;
  readonly kind: "at-least" | "below" | "about" | "above";
  readonly from: "month" | "median";
  /** The month that was reported; `null` of a median. */
  readonly month: number | null;
}

export type Evidence =
  /** In the number of the class. */
  | (Figure & { readonly as: "held"; readonly weight: number })
  /** Of fewer than 30 patients, beside the one large trial that is the number. */
  | (Figure & { readonly as: "small-trial" })
  /** Of this outcome or month; the class has no number. */
  | (Figure & { readonly as: "by-trial" })
  | Bound
  /** A percentage without a count, 0 to 100. */
  | (Printed & {
      readonly as: "percentage";
      readonly outcome: string;
      readonly percent: number;
      readonly n: number | null;
    })
  /** By a wider outcome. */
  | (Figure & { readonly as: "broader" })
  /** A part of the outcome: a lower bound. */
  | (Figure & {
      readonly as: "narrower";
      readonly of: { readonly outcome: string; readonly label: string };
    })
  /** `months` is `null` where the median was not reached. */
  | (Printed & {
      readonly as: "median";
      readonly months: number | null;
      readonly interval: MedianNotReached["interval"];
    })
  /** Given alone where the number is of combinations, or the other way round; it never stands in. */
  | (Figure & { readonly as: "other-regimen" });

export type EvidenceKind = Evidence["as"];

/** Within a product, from what is nearest to a count of the outcome itself. */
const order = [
  "held",
  "small-trial",
  "by-trial",
  "bound",
  "percentage",
  "broader",
  "narrower",
  "median",
  "other-regimen",
] as const satisfies readonly EvidenceKind[];

/**
 * Everything that a pool holds, product by product (as they stand in the pool, then by the size of the
 * largest figure, then by name) and within a product by kind. No figure stands twice.
 */
export function evidenceOf(pool: Pool): readonly Evidence[] {
  const figures = pool.studies.map((study) => ofStudy(study, pool));
  const months = monthsOf(pool, figures);
  const entries: readonly Evidence[] = [
    ...figures,
    ...(pool.smaller ?? []).map((study) => ({ ...figureOf(study), as: "small-trial" as const })),
    ...months.filter((month) => !figures.includes(month)),
    ...percentagesOf(pool),
    ...pool.broader.map((study) => ({ ...figureOf(study), as: "broader" as const })),
    ...(pool.narrower ?? []).flatMap(({ outcome, label, studies }) =>
      studies.map((study) => ({
        ...figureOf(study),
        as: "narrower" as const,
        of: { outcome, label },
      })),
    ),
    ...mediansOf(pool),
    ...(pool.beside?.studies ?? []).map((study) => ({
      ...figureOf(study),
      as: "other-regimen" as const,
    })),
  ];
  return productsOf(entries, pool).flatMap((product) => {
    const ofProduct = entries.filter((entry) => entry.product === product);
    return order.flatMap((kind) => ofProduct.filter(({ as }) => as === kind));
  });
}

/** What is known of a product: what is shown of it, and all else. */
export interface StandIn {
  readonly product: string;
  /** Of one kind, or figures and bounds of one month. */
  readonly shown: readonly Evidence[];
  readonly rest: readonly Evidence[];
}

/**
 * The only ladder: of each product the nearest that is known to a count of the outcome itself. A product with
 * a figure in the number of its class shows that; one of another regimen alone shows nothing.
 */
export function standIns(pool: Pool): readonly StandIn[] {
  const evidence = evidenceOf(pool);
  const products = [...new Set(evidence.map(({ product }) => product))];
  return products.map((product) => {
    const known = evidence.filter((entry) => entry.product === product);
    const shown = nearest(known, pool);
    return { product, shown, rest: known.filter((entry) => !shown.includes(entry)) };
  });
}

function nearest(known: readonly Evidence[], pool: Pool): readonly Evidence[] {
  const of = (...kinds: readonly EvidenceKind[]) => known.filter(({ as }) => kinds.includes(as));
  const steps: readonly (readonly Evidence[])[] = [
    of("held"),
    of("small-trial"),
    newestOfMonth(of("by-trial", "bound"), pool),
    of("percentage"),
    of("broader"),
    largestPart(of("narrower")),
    of("median"),
  ];
  return steps.find((step) => step.length > 0) ?? [];
}

/** Of survival at a month the newest cut of each large trial; of small trials what they reported. */
function newestOfMonth(known: readonly Evidence[], { months = [] }: Pool): readonly Evidence[] {
  const newest = known.filter((entry) =>
    months.some(({ cohort, cut }) => cohort === entry.cohort && cut === entry.cut),
  );
  return newest.length > 0 ? newest : known;
}

/** Parts are not added up, because one patient may be in two of them: the largest part of the largest trial. */
function largestPart(parts: readonly Evidence[]): readonly Evidence[] {
  const figures = parts.filter((part) => part.as === "narrower");
  const [largest] = [...figures].sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || b.estimate - a.estimate);
  return largest ? [largest] : [];
}

function ofStudy(study: Study, { status }: Pool): Evidence {
  return status === "by-trial"
    ? { ...figureOf(study), as: "by-trial" }
    : { ...figureOf(study), as: "held", weight: study.weight };
}

function figureOf(study: Study): Figure {
  const { printed: outcome, events, n, estimate, interval } = study;
  return { ...printedOf(study), outcome, events, n, estimate, interval };
}

function printedOf(source: Printed): Printed {
  const { cohort, label, product, trial, regimen, population, cut } = source;
  const { followUpMonths, citation } = source;
  const of = { cohort, label, product, trial, regimen };
  return { ...of, population, cut, followUpMonths, citation };
}

/** A figure of the month itself that stands in the pool already is that figure. */
function monthsOf({ months = [] }: Pool, figures: readonly Evidence[]): readonly Evidence[] {
  return months.map(
    (month) =>
      figures.find(
        ({ cohort, cut }) =>
          month.kind === "printed" && cohort === month.cohort && cut === month.cut,
      ) ?? ofMonth(month),
  );
}

/** What only the median says of a month lies on one side of a half. */
const ofMedian = { "above-half": "above", "about-half": "about", "below-half": "below" } as const;

function ofMonth(reported: MonthOfTrial): Evidence {
  const { kind, survival, interval, month, n } = reported;
  const of = printedOf(reported);
  if (kind === "printed") {
    const counted = { outcome: null, events: null, n, estimate: survival ?? 0, interval };
    return { ...of, ...counted, as: "by-trial" };
  }
  return kind === "at-least"
    ? { ...of, as: "bound", at: survival ?? 0, kind, from: "month", month }
    : { ...of, as: "bound", at: 1 / 2, kind: ofMedian[kind], from: "median", month: null };
}

function percentagesOf({ notPooled }: Pool): readonly Evidence[] {
  return notPooled.flatMap((figure): Evidence[] => {
    const { percentage, percentPrinted: percent, cohort, label, product } = figure;
    const { followUpMonths, n } = figure;
    if (!percentage || percent === null) return [];
    const { source: _, ...reported } = percentage;
    const of = { cohort, label, product, followUpMonths };
    return [{ ...reported, ...of, as: "percentage", percent, n }];
  });
}

function mediansOf({ medians, notReached = [] }: Pool): readonly Evidence[] {
  return [...medians, ...notReached.map((median) => ({ ...median, months: null }))].map(
    (median) => ({
      ...printedOf(median),
      as: "median",
      months: median.months,
      interval: median.interval,
    }),
  );
}

/** As they stand in the pool, then by the patients of their largest figure, then by name. */
function productsOf(entries: readonly Evidence[], { products }: Pool): readonly string[] {
  const inPool = products.map(({ product }) => product);
  const others = [...new Set(entries.map(({ product }) => product))].filter(
    (product) => !inPool.includes(product),
  );
  const size = (product: string) =>
    Math.max(
      0,
      ...entries.map((entry) => (entry.product === product && "n" in entry ? (entry.n ?? 0) : 0)),
    );
  return [...inPool, ...others.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))];
}
