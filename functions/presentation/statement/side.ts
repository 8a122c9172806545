/** One class in a row: its number, or those of its products, and the evidence behind them. */
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { knownFollowUp, minimumCohorts } from "#core/comparison/certainty-rules.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import {
  isNotRepresented,
  namedProduct,
  numbersText,
  type ProductNumber,
  printedBeside,
  productCounts,
} from "./products.ts";
import { type ShownRate, shownOf, shownRate } from "./shown-numbers.ts";
import { nounOf } from "./told.ts";

/** Products of a class that a row names with their numbers. */
const mostTold = 6;

/** What stands where the number of a class stands. */
export type SideKind = "rate" | "products" | "medians" | "missing";

export interface SideStatement {
  what: SideKind;
  /**
   * Stands for the class in this row: the product of all its cohorts, or those of a class too small a
   * part of which is pooled.
   */
  product: string | null;
  /** `92`, `<1`; `null` when there is no pool. */
  rate: string | null;
  range: string | null;
  /** "7 trials, 415 patients", and the other kind of regimen with its own rate; without a number, the medians if there are any. */
  evidence: string;
  /** "other trials than at 12 months": not to be read together with the row above. */
  chain?: string | undefined;
  /** Whether there are too few cohorts to estimate the spread between them. */
  thin?: true | undefined;
  /** Lower end, estimate and upper end in patients of 100, for the chart; `null` for a rate. */
  at: readonly [number, number, number] | null;
}

interface RowContext {
  readonly strings: ScreenWords;
  readonly query: Comparison["query"];
}

export function sideOf(
  group: TherapyClass,
  row: OutcomeComparison,
  context: RowContext,
): SideStatement {
  const { strings } = context;
  const pool = row.pools[group];
  const shown = shownOf(row, group);
  const medians = pool.medians.length ? strings.medians(pool.medians) : undefined;
  // What does not stand for its class is not called by it.
  const products = isNotRepresented(pool) ? productCounts(pool, strings) : [];
  const said = [
    shown ? ownEvidence(pool, context) : byProduct(products),
    besideText(strings.classPlural[group], pool, context),
    printedBeside(pool),
  ].filter(Boolean);
  return {
    what: shown ? "rate" : products.length ? "products" : medians ? "medians" : "missing",
    product: products[0]?.name ?? namedProduct(pool, strings.headline),
    rate: shown && rateOf100(shown.estimate, 0, strings.numbers),
    range: shown && rangeOf100(shown.interval, strings.numbers),
    evidence: said.join("; ").trim() || medians || "",
    chain: pool.chain?.text,
    thin: shown !== null && isThin(pool) ? true : undefined,
    at: shown && positions(shown),
  };
}

/** Whether there are too few cohorts to estimate the spread between them. */
export function isThin({ k }: Pick<Pool, "k">): boolean {
  return k < minimumCohorts;
}

/**
 * Median follow-up in months, left out if it is unknown for too many patients: that of a few would be
 * read as that of all. The share of unknown ones, if there is something to state. `null` without a pool.
 */
export function followUpOf(
  pool: Pick<Pool, "followUp">,
): { months: number | null; unknown: number | null } | null {
  if (pool.followUp === null) return null;
  const { unknownShare } = pool.followUp;
  const months = knownFollowUp(pool);
  const isStated = unknownShare > 0 && (months !== null || unknownShare < 1);
  return { months, unknown: isStated ? unknownShare : null };
}

/** What follows the name of the first product: "2 of 121; cilta-cel … +3". */
function byProduct(products: readonly ProductNumber[]): string {
  const more = products.length - mostTold;
  const text = numbersText(products.slice(0, mostTold)).slice(products[0]?.name.length);
  return more > 0 ? `${text} +${more}` : text;
}

/** "7 trials, 415 patients", or "122 of 161 in 2 trials"; then the other kind of regimen with its own rate. */
export function evidenceText(name: string, pool: Pool, context: RowContext): string {
  return [ownEvidence(pool, context), besideText(name, pool, context)].filter(Boolean).join("; ");
}

function ownEvidence({ k, n, observed }: Pool, { strings, query }: RowContext): string {
  const noun = nounOf(query);
  return observed?.events == null || observed.n === null
    ? strings.evidence(noun, k, n)
    : strings.counted(noun, k, observed.events, observed.n);
}

/** @param ofGroup its name, where the other kind has several products. */
function besideText(
  ofGroup: string,
  { beside }: Pool,
  { strings, query }: RowContext,
): string | null {
  const shown = beside && shownRate(beside);
  if (!shown) return null;
  const { numbers } = strings;
  const rate = `${rateOf100(shown.estimate, 0, numbers)} ${rangeOf100(shown.interval, numbers)}`;
  const name = strings.nameOfBeside(beside.products, ofGroup, beside.regimen);
  return `${name} ${rate} · ${strings.evidence(nounOf(query), beside.k, beside.n)}`;
}

function positions({ estimate, interval: [lower, upper] }: ShownRate): [number, number, number] {
  return [tenth(lower * 100), tenth(estimate * 100), tenth(upper * 100)];
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Median follow-up of CAR-T and bispecifics in months, of an outcome that accumulates; `null` where it is
 * not known, and for a row where a class has no pool.
 */
export function followUpsOf({
  timeDependent,
  pools,
}: Pick<OutcomeComparison, "timeDependent" | "pools">):
  | readonly [carT: number | null, bsab: number | null]
  | null {
  const { "car-t": carT, bsab } = pools;
  if (!timeDependent || carT.k === 0 || bsab.k === 0) return null;
  const months = (pool: Pool) => {
    const known = knownFollowUp(pool);
    return known === null ? null : Math.round(known);
  };
  return [months(carT), months(bsab)];
}
