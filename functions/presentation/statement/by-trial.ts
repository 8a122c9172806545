/** What a class of a row rests on, product by product: its count, and that of each trial with its source. */
import type { Citation, NotPooled, Pool, Row, Study } from "#core/answer/answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { printedAlone, printedMedians } from "./figures.ts";
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
  { outcome }: Pick<Row, "outcome">,
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
  const known = [...pooled, ...other, ...printed, ...broader];
  return known.length > 0 ? known : medians(pool, words);
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
