/** One class in a row: its number, or those of its products, and the evidence behind them. */

import type { Answer, Interval, Pool, Row } from "#core/answer/answer.ts";
import { ratesOfTrials } from "#core/answer/ticks.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { studyWordOf } from "../words/arguments.ts";
import { productName } from "../words/product-name.ts";
import { endsOf100, rangeOf100, rateOf100 } from "../words/rates.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses } from "../words/sentences.ts";
import { byMonth } from "./by-month.ts";
import { deathsApartText } from "./deaths-apart.ts";
import { displayedRate, displayedRateOf } from "./figures.ts";
import { type KnownByProduct, knownByProduct, otherOutcomeText } from "./known-by-product.ts";
import { missingText } from "./missing.ts";
import { aboveWhole, otherTrials, type StatedNote } from "./notes.ts";
import { namesHeld, printedBeside } from "./products.ts";

export interface SideStatement {
  /** What the number holds: its only product, or those it holds where some are missing; else `null`. */
  product: string | null;
  /** `92`, `<1`, or `12 of 20` where the row shows counts; `null` without a number. */
  rate: string | null;
  /** Whether the number is a count, which is not of 100. */
  isCount: boolean;
  /** `(82–97)`; of a count `(36–81 of 100)`. */
  range: string | null;
  /** "48–77 in 5 of 6 trials"; "153 of 254, 19 of 20"; without a number, products or medians. */
  evidence: string;
  /** What stands in the column of the class; `null` if nothing is known. */
  cell: Cell | null;
  /** "other trials than at 12 months": not to be read together with the row above. */
  chain?: string | undefined;
}

/** A number of 100 and what stands under it: its interval, or whose number it is. */
export interface Cell {
  /** `92`; `12 of 20` where the row shows counts. */
  readonly number: string;
  readonly under: string;
  /** The same where a column has no room for names, which stand in the line beneath. */
  readonly inColumn?: string;
}

/** The same, and why there is no number. */
export interface FullSide extends SideStatement {
  readonly missing: string | null;
}

type Asked = Pick<Answer, "query" | "selection">;

export function sideOf(
  group: TherapyClass,
  row: Row,
  answer: Asked,
  notes: readonly StatedNote[],
): FullSide {
  const pool = row.pools[group];
  const shown = displayedRateOf(row, group);
  const medians = pool.medians.length ? screen.medians(pool.medians) : "";
  const said = joinedClauses([
    shown ? ownEvidence(pool, answer) : byMonthText(pool),
    besideText(screen.classPlural[group], pool, answer),
    deathsApartText(pool, row),
    printedBeside(pool),
    otherOutcomeText(pool),
    aboveWhole(notes, group),
  ]);
  const evidence = said || medians;
  const count = row.shownAs === "counts" && shown ? screen.named.count(pool.events, pool.n) : "";
  const rate = shown && (count || rateOf100(shown.estimate, 0, screen.numbers));
  const product = shown && namesHeld(pool);
  return {
    product,
    rate,
    isCount: count !== "",
    range: shown && rangeText(shown.interval, count !== ""),
    evidence,
    cell: shown
      ? {
          number: rate ?? "",
          under: count ? screen.cell.patients : endsOf100(shown.interval, screen.numbers),
        }
      : cellByProduct(pool),
    chain: otherTrials(notes, group),
    missing: missingText(group, row, answer),
  };
}

function rangeText(interval: Interval, isCount: boolean) {
  const range = rangeOf100(interval, screen.numbers);
  return isCount ? range.replace(")", ` ${screen.of100})`) : range;
}

/** "88 of 100 (68–96)", "12 of 20 (36–81 of 100)"; empty without a number. */
export function numberText(
  { rate, isCount, range }: Pick<SideStatement, "rate" | "isCount" | "range">,
  of100: string,
): string {
  return rate === null ? "" : [rate, isCount ? "" : of100, range].filter(Boolean).join(" ");
}

/** What is known by product where the class has no number. */
function cellByProduct(pool: Pool): Cell | null {
  const { cell } = screen;
  const [known, ...others] = knownByProduct(pool);
  if (!known) return null;
  if (others.length > 0) return cellOfSeveral([known, ...others]);
  const { kind, number, products, isBound, of } = known;
  if (kind === "broader") return { number, under: of };
  const whose = namesInColumn(products);
  if (!isBound) return { number, under: whose };
  // A bound says of what and of whose patients it is.
  return {
    number,
    under: cell.ofProducts(of, products.map(inParts)),
    inColumn: of === "" ? whose : of,
  };
}

/** What does not count the same is never one range: each says what it counts, and of whom. */
function cellOfSeveral(all: readonly KnownByProduct[]): Cell {
  return {
    number: all.map(({ number }) => number).join(screen.cell.or),
    under: all
      .map(({ of, products }) => screen.cell.ofProducts(of, products.map(inParts)))
      .join("; "),
    inColumn: all.map(({ of, products }) => of || namesInColumn(products)).join(screen.cell.or),
  };
}

function namesInColumn(products: readonly string[]): string {
  const [only = "", another] = products;
  return another === undefined ? inParts(only) : screen.cell.byProduct;
}

/** A column is narrower than "linvoseltamab": a soft hyphen where it may break. */
function inParts(product: string): string {
  return product.replace(/tamab$/, "\u00ADtamab");
}

function byMonthText(pool: Pool): string {
  return byMonth(pool)
    .map(({ name, brief }) => `${name} ${brief}`)
    .join("; ");
}

/** "48–77 in 5 of 6 trials", or the counts of two; then the other kind of regimen, and deaths left out. */
export function evidenceText(
  name: string,
  pool: Pool,
  row: Pick<Row<string>, "grades">,
  answer: Pick<Answer<string>, "query">,
): string {
  return joinedClauses([
    ownEvidence(pool, answer),
    besideText(name, pool, answer),
    deathsApartText(pool, row),
  ]);
}

function ownEvidence(pool: Pool, answer: Questioned): string {
  const said = countsOf(pool, answer.query) || rangeOf(pool, answer);
  return joinedClauses([withFewEvents(said, pool), smallerText(pool)]);
}

/** "73–97 in 4 trials", "3 of 5 trials"; empty where no trial is counted. */
export function extentOf(pool: Pool, answer: Questioned): string {
  if (pool.k === 0) return "";
  return withFewEvents(rangeOf(pool, answer), pool);
}

type Questioned = Pick<Answer<string>, "query">;

function rangeOf(pool: Pool, { query }: Questioned): string {
  return screen.evidence.range(studyWordOf(query), pool.k, pool.of, spreadOf(pool));
}

/** "19 of 20 more", or with another product than that of the number "cilta-cel 4 of 20 more". */
function smallerText({ smaller = [], products }: Pick<Pool, "smaller" | "products">): string {
  const counts = smaller.map(({ product, events, n }) => {
    const count = screen.named.count(events, n);
    const isOther = products.every((one) => one.product !== product);
    return isOther ? screen.named.ofProduct(productName(product), count) : count;
  });
  return counts.length === 0 ? "" : screen.named.more(counts);
}

/** With fewer events the rate of a model says more of the model than of the trials. */
const fewEvents = 5;

function withFewEvents(said: string, pool: Pool): string {
  return joinedClauses([said, fewEventsText(pool)]);
}

/** "2 events: size depends on the model"; empty of a single trial, and with enough events. */
export function fewEventsText({ k, events }: Pick<Pool, "k" | "events">): string {
  return k > 1 && events !== null && events < fewEvents ? screen.evidence.few(events) : "";
}

/** The counts of one or two trials; empty of more, or where a count is not known. */
function countsOf(
  { k, of, studies, smaller = [], events, n, products }: Pool,
  query: Answer["query"],
): string {
  const isOfTwo = isOfTwoProducts({ studies });
  const counts = studies.flatMap((study) => {
    if (study.events === null || study.n === null) return [];
    const count = screen.named.count(study.events, study.n);
    return isOfTwo ? screen.named.ofProduct(productName(study.product), count) : count;
  });
  if (k > 2 || counts.length < studies.length) return "";
  const sum = studies.length > 1 && products.length === 1 ? screen.named.count(events, n) : null;
  return screen.evidence.counts(studyWordOf(query), k, of - distinctTrials(smaller), counts, sum);
}

/** Two counts are told apart by their products. */
function isOfTwoProducts({ studies }: Pick<Pool, "studies">): boolean {
  return studies.length === 2 && studies[0]?.product !== studies[1]?.product;
}

/** "48–77", of 100, from three trials on. */
function spreadOf(pool: Pick<Pool, "k" | "studies">): string | null {
  const rates = [...ratesOfTrials(pool)].sort((a, b) => a - b);
  if (rates.length < 3) return null;
  const [low = 0, high = 0] = [rates[0], rates.at(-1)];
  return `${rateOf100(low, 0, screen.numbers)}–${rateOf100(high, 0, screen.numbers)}`;
}

/** @param ofGroup its name, where the other kind has several products. */
function besideText(
  ofGroup: string,
  { beside }: Pool,
  { query }: Pick<Answer<string>, "query">,
): string | null {
  const shown = beside && displayedRate(beside);
  if (!shown) return null;
  const { numbers } = screen;
  const rate = `${rateOf100(shown.estimate, 0, numbers)} ${rangeOf100(shown.interval, numbers)}`;
  const name = screen.nameOfBeside(beside.products, ofGroup, beside.regimen);
  return `${name} ${rate} · ${screen.trials(studyWordOf(query), beside.k, beside.n)}`;
}
