/** What a class of a row rests on, product by product: its count, and that of each trial with its source. */
import type { Citation, NotPooled, Pool, Row, Study } from "#core/answer/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { lowerBoundOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { monthAtLength } from "./by-month.ts";
import { deathsByProduct } from "./deaths-apart.ts";
import { printedAlone, printedMedians } from "./figures.ts";
import { narrowerOf } from "./known-by-product.ts";
import { endsOf } from "./side.ts";

export interface ProductEvidence {
  readonly name: string;
  /** "137 of 145"; of one trial that is its own count. */
  readonly count: string;
  /** "94 of 100, 72–98": what the model makes of several trials; else empty. */
  readonly modelled: string;
  /** Whether the number of its class holds it. */
  readonly isCounted?: true;
  readonly trials: readonly {
    readonly label: string;
    /** "43 of 48"; of survival at a month "77 of 100 (66–84)". */
    readonly count: string;
    readonly citation: Citation | null;
  }[];
}

/** Where a figure that is not pooled was printed. */
export type PrintedAt = (one: NotPooled, outcome: string) => Citation | null;

export function productEvidence(
  pool: Pool,
  { outcome, grades }: Pick<Row, "outcome" | "grades">,
  group: string,
  printedAt: PrintedAt,
  words: Catalogue,
): ProductEvidence[] {
  const { screen, codes, detail, report } = words;
  const { beside } = pool;
  const drugs = pool.regimen === "combination" ? ` ${detail.regimen.combination}` : "";
  const trialsOf = (studies: readonly Study[]) => studies.map((study) => trialOf(study, words));
  const pooled = pool.products.map(({ product, events, n, estimate, interval }) => {
    const own = pool.studies.filter((study) => study.product === product);
    const isModelled = own.length > 1 && events !== null && estimate !== null && interval !== null;
    return {
      name: productName(product) + drugs,
      count: screen.named.count(events, n),
      modelled: isModelled
        ? report.outcome.modelled(rateOf100(estimate), endsOf(interval, screen.numbers))
        : "",
      isCounted: true as const,
      trials: trialsOf(own),
    };
  });
  const other = beside
    ? [
        {
          name: screen.nameOfBeside(beside.products, group, beside.regimen),
          count: screen.named.count(beside.events, beside.n),
          modelled: "",
          trials: trialsOf(beside.studies),
        },
      ]
    : [];
  const deaths = deathsByProduct(pool, { grades }, words).map(({ name, count, trials }) => ({
    name: name ? screen.named.ofOutcome(screen.named.deathsApart, name) : screen.named.deathsApart,
    count,
    modelled: "",
    trials: trialsOf(trials),
  }));
  const printed = printedAlone(pool).map((one) => ({
    name: productName(one.product),
    count: codes.shown.unpooled(one.percentPrinted),
    modelled: "",
    trials: [{ label: one.label, count: "", citation: printedAt(one, outcome) }],
  }));
  const broader = [...new Set(pool.broader.map(({ product }) => product))].map((product) => ({
    name: screen.named.ofOutcome(screen.named.broaderOutcome, productName(product)),
    count: "",
    modelled: "",
    trials: trialsOf(pool.broader.filter((study) => study.product === product)),
  }));
  const narrower = narrowerOf(pool).map(({ product, of, rate, study }) => ({
    name: screen.named.ofOutcome(of, productName(product)),
    count: report.outcome.atLeast(
      screen.named.count(study.events, study.n),
      lowerBoundOf100(rate, screen.numbers),
    ),
    modelled: "",
    trials: [{ label: study.label, count: "", citation: study.citation }],
  }));
  const bounds = (pool.months ?? [])
    // What a counted trial printed for this very month stands there already.
    .filter(
      ({ kind, cohort }) =>
        kind !== "printed" || pool.studies.every((study) => study.cohort !== cohort),
    )
    .map((month) => ({
      name:
        productName(month.product) +
        (month.regimen === "combination" ? ` ${detail.regimen.combination}` : ""),
      count: monthAtLength(month, words),
      modelled: "",
      trials: [{ label: month.label, count: "", citation: month.citation }],
    }));
  const known = [...pooled, ...other, ...deaths, ...printed, ...broader, ...bounds];
  if (known.length > 0) return known;
  return narrower.length > 0 ? narrower : medians(pool, words);
}

function trialOf({ label, events, n, estimate, interval, citation }: Study, { screen }: Catalogue) {
  const rate = `${rateOf100(estimate)} of 100 ${rangeOf100(interval)}`;
  return { label, count: screen.named.count(events, n) || rate, citation };
}

/** Of survival at a month that no trial prints. */
function medians(pool: Pool, { printed }: Catalogue): ProductEvidence[] {
  return printedMedians(pool).map(({ product, label, months, citation }) => ({
    name: productName(product),
    count: printed.median(months),
    modelled: "",
    trials: [{ label, count: "", citation }],
  }));
}
