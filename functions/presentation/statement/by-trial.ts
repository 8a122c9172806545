/** What a class of a row rests on, product by product: its count, and that of each trial with its source. */
import type { Citation, Pool, Row } from "#core/answer/answer.ts";
import {
  type Bound,
  type Evidence,
  evidenceOf,
  type Figure,
  type StandIn,
  standIns,
} from "#core/answer/evidence.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { endsOf100, lowerBoundOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { uncapitalised } from "../words/sentences.ts";
import { deathsByProduct } from "./deaths-apart.ts";

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

/**
 * The products of a class with what stands in for each: first those in its number, then those given otherwise
 * and deaths that no figure counts, then the other products.
 */
export function productEvidence(
  pool: Pool,
  row: Pick<Row, "grades">,
  group: string,
  words: Catalogue,
): ProductEvidence[] {
  const lines = standIns(pool).flatMap((standIn) => linesOf(standIn, pool, words));
  return [
    ...lines.filter(({ isCounted }) => isCounted),
    ...otherRegimen(pool, group, words),
    ...deathsApart(pool, row, words),
    ...lines.filter(({ isCounted }) => !isCounted),
  ];
}

/** What stands in for a product: its figures of one kind together, all else line by line. */
function linesOf({ product, shown }: StandIn, pool: Pool, words: Catalogue): ProductEvidence[] {
  const inPool = pool.products.find((one) => one.product === product);
  const isInPool = ({ cohort, cut }: Figure) =>
    pool.studies.some((study) => study.cohort === cohort && study.cut === cut);
  const counted = inPool
    ? shown.filter((entry) => entry.as === "held" || entry.as === "by-trial").filter(isInPool)
    : [];
  const broader = shown.filter((entry) => entry.as === "broader");
  const together: readonly Evidence[] = [...counted, ...broader];
  return [
    ...(inPool && counted.length > 0 ? [countedLine(inPool, counted, pool, words)] : []),
    ...(broader.length > 0 ? [broaderLine(product, broader, words)] : []),
    ...shown
      .filter((entry) => !together.includes(entry))
      .map((entry) => ({
        name: nameOf(entry, words),
        modelled: "",
        ...countIn(entry, words),
        trials: [{ label: entry.label, count: "", citation: entry.citation }],
      })),
  ];
}

function countedLine(
  { product, events, n, estimate, interval }: Pool["products"][number],
  figures: readonly Figure[],
  { regimen }: Pool,
  words: Catalogue,
): ProductEvidence {
  const { screen, report } = words;
  const isModelled =
    figures.length > 1 && events !== null && estimate !== null && interval !== null;
  return {
    name: nameOf({ product, regimen }, words),
    count: screen.named.count(events, n),
    modelled: isModelled
      ? report.outcome.modelled(rateOf100(estimate), endsOf100(interval, screen.numbers))
      : "",
    isCounted: true,
    trials: figures.map((figure) => trialOf(figure, words)),
  };
}

function broaderLine(
  product: string,
  figures: readonly Figure[],
  words: Catalogue,
): ProductEvidence {
  const { named } = words.screen;
  return {
    name: named.ofOutcome(named.broaderOutcome, productName(product)),
    count: "",
    modelled: "",
    trials: figures.map((figure) => trialOf(figure, words)),
  };
}

/** What a single trial reported, and of what it is if not of the outcome itself. */
function countIn(entry: Evidence, words: Catalogue): { count: string; name?: string } {
  const { screen, codes, printed, report } = words;
  switch (entry.as) {
    case "percentage":
      return { count: codes.shown.unpooled(entry.percent) };
    case "median":
      return { count: printed.median(entry.months) };
    case "bound":
      return { count: boundAtLength(entry, words) };
    case "small-trial":
      return { count: screen.named.more([countOf(entry, words)]) };
    case "narrower":
      return {
        name: screen.named.ofOutcome(uncapitalised(entry.of.label), nameOf(entry, words)),
        count: report.outcome.atLeast(
          countOf(entry, words),
          lowerBoundOf100(entry.estimate, screen.numbers),
        ),
      };
    default:
      return { count: countOf(entry, words) };
  }
}

/** "at least 51 of 100 (at 15 months)", "about 50 of 100 by the median" */
function boundAtLength({ kind, at, month }: Bound, { survival, screen }: Catalogue): string {
  return kind === "at-least"
    ? survival.bound.atLeast(lowerBoundOf100(at, screen.numbers), month)
    : survival.bound[`${kind}-half`];
}

function trialOf(figure: Pick<Figure, "label" | "citation"> & Counted, words: Catalogue) {
  const { label, citation } = figure;
  return { label, count: countOf(figure, words), citation };
}

type Counted = Pick<Figure, "events" | "n" | "estimate" | "interval">;

/** "43 of 48"; of survival at a month "77 of 100 (66–84)". */
function countOf({ events, n, estimate, interval }: Counted, { screen, survival }: Catalogue) {
  const rate = survival.bound.of100(rateOf100(estimate));
  const range = interval && rangeOf100(interval);
  return screen.named.count(events, n) || [rate, range].filter(Boolean).join(" ");
}

/** "teclistamab with other myeloma drugs" */
function nameOf(
  { product, regimen }: Pick<Evidence, "product"> & Pick<Pool, "regimen">,
  { detail }: Catalogue,
): string {
  const drugs = regimen === "combination" ? ` ${detail.regimen.combination}` : "";
  return productName(product) + drugs;
}

/** Figures of the other regimen, which are in no number of the class. */
function otherRegimen(pool: Pool, group: string, words: Catalogue): ProductEvidence[] {
  const { screen } = words;
  const figures = evidenceOf(pool).filter((entry) => entry.as === "other-regimen");
  if (!pool.beside || figures.length === 0) return [];
  const { products, regimen, events, n } = pool.beside;
  return [
    {
      name: screen.nameOfBeside(products, group, regimen),
      count: screen.named.count(events, n),
      modelled: "",
      trials: figures.map((figure) => trialOf(figure, words)),
    },
  ];
}

function deathsApart(pool: Pool, row: Pick<Row, "grades">, words: Catalogue): ProductEvidence[] {
  const { named } = words.screen;
  return deathsByProduct(pool, row, words).map(({ name, count, trials }) => ({
    name: name ? named.ofOutcome(named.deathsApart, name) : named.deathsApart,
    count,
    modelled: "",
    trials: trials.map((study) => trialOf(study, words)),
  }));
}
