/**
 * Rules about figures that are shown as printed: those of subgroups and of treatment comparisons.
 */
import { otherOutcomes } from "../collection-vocabulary.ts";
import type { Evidence } from "../evidence.ts";
import type { ComparisonFigure, Product, SubgroupFigure } from "../schema.ts";
import { printsAs } from "./figures.ts";
import type { ProblemList } from "./report.ts";

type ReportedFigure = SubgroupFigure | ComparisonFigure;

/** Key that must be unique among the figures of one file. */
type KeyOf<F> = (figure: F) => readonly (string | null)[];

export function reportedProblems<F extends ReportedFigure>(
  { figures, sources }: { figures: readonly F[]; sources: readonly unknown[] },
  keyOf: KeyOf<F>,
  { outcomes }: Evidence,
  list: ProblemList,
): void {
  const seen = new Set<string>();
  figures.forEach((figure, index) => {
    const at = `figures[${index}]`;
    const key = JSON.stringify(keyOf(figure));
    if (seen.has(key)) list.add(at, "reported-unique", `${key} is given twice`);
    seen.add(key);
    if (!(figure.outcome in otherOutcomes || outcomes.some(({ id }) => id === figure.outcome))) {
      list.add(`${at}.outcome`, "outcome-exists", `no outcome "${figure.outcome}"`);
    }
    if (figure.source >= sources.length) {
      list.add(
        `${at}.source`,
        "source-exists",
        `source ${figure.source} of ${sources.length}; they count from 0`,
      );
    }
    if (saysNothing(figure)) {
      list.add(at, "reported-says-something", "neither a number nor a note");
    }
    counts(figure, at, list);
    intervals(figure, at, list);
  });
}

function saysNothing(figure: ReportedFigure): boolean {
  const { events, percentPrinted, medianMonths, effect, note } = figure;
  const favours = "favours" in figure ? figure.favours : null;
  return [events, percentPrinted, medianMonths, effect, note, favours].every(
    (said) => said === null,
  );
}

function counts(figure: ReportedFigure, at: string, list: ProblemList): void {
  const { events, n, percentPrinted, derivedRange, oddity } = figure;
  if (events !== null && n !== null) {
    if (events > n) list.add(`${at}.events`, "events-not-above-n", `${events} of ${n}`);
    const exact = (100 * events) / n;
    if (percentPrinted !== null && oddity === null && !printsAs(exact, percentPrinted)) {
      list.add(
        `${at}.percentPrinted`,
        "percent-fits-count",
        `${percentPrinted} printed, but ${events} of ${n} is ${exact.toFixed(2)}; correct it or say so as its oddity`,
      );
    }
  }
  if (derivedRange && (events === null || events < derivedRange[0] || events > derivedRange[1])) {
    list.add(
      `${at}.derivedRange`,
      "derived-range-holds-events",
      `${events} outside ${derivedRange}`,
    );
  }
}

/** An interval that does not contain its estimate is kept as printed if `oddity` explains it. */
function intervals(figure: ReportedFigure, at: string, list: ProblemList): void {
  if (figure.oddity !== null) return;
  const { percentPrinted, medianMonths, interval, effect } = figure;
  const estimate = percentPrinted ?? medianMonths;
  if (interval && (estimate === null || outside(estimate, interval))) {
    list.add(`${at}.interval`, "interval-holds-estimate", `${estimate} outside ${interval}`);
  }
  if (effect?.interval && outside(effect.value, effect.interval)) {
    list.add(
      `${at}.effect.interval`,
      "interval-holds-estimate",
      `${effect.value} outside ${effect.interval}`,
    );
  }
}

function outside(value: number, [low, high]: readonly [number | null, number | null]): boolean {
  return (low !== null && value < low) || (high !== null && value > high);
}

/** Products must exist and belong to the stated class. */
export function productsProblems(
  slugs: readonly string[],
  therapyClass: Product["therapyClass"] | null,
  at: string,
  { products }: Evidence,
  list: ProblemList,
): void {
  slugs.forEach((slug, index) => {
    const product = products.find((one) => one.slug === slug);
    if (!product) {
      list.add(`${at}[${index}]`, "product-exists", `no file data/products/${slug}.json`);
    } else if (product.therapyClass !== therapyClass) {
      list.add(
        `${at}[${index}]`,
        "product-class-agrees",
        `${slug} is "${product.therapyClass}" in its product file`,
      );
    }
  });
}
