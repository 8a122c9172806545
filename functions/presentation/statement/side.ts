/** One class in a row: its number, or those of its products, and the evidence behind them. */

import type { StudyResult } from "#core/answer/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ApiComparison, ApiPool, ApiRow } from "#presentation/words/api-answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { type DisplayedRate, displayedRate, displayedRateOf } from "./displayed-rate.ts";
import { studyWordOf } from "./headline-outcome.ts";
import { namesHeld, printedBeside } from "./products.ts";

/** What stands where the number of a class stands. */
export type SideKind = "rate" | "products" | "medians" | "missing";

export interface SideStatement {
  what: SideKind;
  /** What the number holds: its only product, or those it holds where some are missing; else `null`. */
  product: string | null;
  /** `92`, `<1`; `null` without a number. */
  rate: string | null;
  range: string | null;
  /** "48–77 in 5 of 6 trials"; "153 of 254, 19 of 20"; without a number, products or medians. */
  evidence: string;
  /** "other trials than at 12 months": not to be read together with the row above. */
  chain?: string | undefined;
  /** Lower end, estimate and upper end in patients of 100, for the chart; `null` without a number. */
  at: readonly [number, number, number] | null;
}

interface RowContext {
  readonly strings: ScreenWords;
  readonly query: ApiComparison["query"];
}

export function sideOf(group: TherapyClass, row: ApiRow, context: RowContext): SideStatement {
  const { strings } = context;
  const pool = row.pools[group];
  const shown = displayedRateOf(row, group);
  const medians = pool.medians.length ? strings.medians(pool.medians) : "";
  const said = [
    shown ? ownEvidence(pool, context) : byTrial(pool, strings),
    besideText(strings.classPlural[group], pool, context),
    printedBeside(pool),
  ]
    .filter(Boolean)
    .join("; ");
  return {
    what: shown ? "rate" : said ? "products" : medians ? "medians" : "missing",
    product: shown && namesHeld(pool, strings.className[group], strings),
    rate: shown && rateOf100(shown.estimate, 0, strings.numbers),
    range: shown && rangeOf100(shown.interval, strings.numbers),
    evidence: said || medians,
    chain: row.notes.find((note) => note.code === "other-trials" && note.group === group)?.label,
    at: shown && positions(shown),
  };
}

/** Figures that are never pooled: survival by trial; of another outcome where none has this one. */
function byTrial({ studies, broader }: ApiPool, { numbers, named }: ScreenWords): string {
  const rates = studies.map(
    ({ product, estimate, interval }) =>
      `${productName(product)} ${rateOf100(estimate, 0, numbers)} ${rangeOf100(interval, numbers)}`,
  );
  const others = broader.map(
    ({ product, events, n }) => `${productName(product)} ${named.count(events, n)}`,
  );
  return [...rates, others.length > 0 && named.broader(others)].filter(Boolean).join("; ");
}

/** "48–77 in 5 of 6 trials", or the counts of two; then the other kind of regimen with its own rate. */
export function evidenceText(name: string, pool: ApiPool, context: RowContext): string {
  return [ownEvidence(pool, context), besideText(name, pool, context)].filter(Boolean).join("; ");
}

/** With fewer events the rate of a model says more of the model than of the trials. */
const fewEvents = 5;

function ownEvidence(pool: ApiPool, { strings, query }: RowContext): string {
  const { k, trials, of, studies, events, n, products } = pool;
  const noun = studyWordOf(query);
  const { evidence } = strings;
  const counts = studies.flatMap((study) =>
    study.events === null || study.n === null ? [] : [strings.named.count(study.events, study.n)],
  );
  const isCounted = counts.length === studies.length && k <= 2;
  const sum = k === 2 && products.length === 1 ? strings.named.count(events, n) : null;
  const said = isCounted
    ? evidence.counts(noun, trials, of, counts, sum)
    : evidence.range(noun, trials, of, spreadOf(studies, strings));
  const isFew = k > 1 && events !== null && events < fewEvents;
  return isFew ? `${said}; ${evidence.few(events)}` : said;
}

/** "48–77", of 100, from three trials on. */
export function spreadOf(
  studies: readonly Pick<StudyResult, "estimate">[],
  { numbers }: Pick<ScreenWords, "numbers">,
): string | null {
  if (studies.length < 3) return null;
  const rates = studies.map(({ estimate }) => estimate).sort((a, b) => a - b);
  const [low = 0, high = 0] = [rates[0], rates.at(-1)];
  return `${rateOf100(low, 0, numbers)}–${rateOf100(high, 0, numbers)}`;
}

/** @param ofGroup its name, where the other kind has several products. */
function besideText(
  ofGroup: string,
  { beside }: ApiPool,
  { strings, query }: RowContext,
): string | null {
  const shown = beside && displayedRate(beside);
  if (!shown) return null;
  const { numbers } = strings;
  const rate = `${rateOf100(shown.estimate, 0, numbers)} ${rangeOf100(shown.interval, numbers)}`;
  const name = strings.nameOfBeside(beside.products, ofGroup, beside.regimen);
  return `${name} ${rate} · ${strings.trials(studyWordOf(query), beside.k, beside.n)}`;
}

function positions({
  estimate,
  interval: [lower, upper],
}: DisplayedRate): [number, number, number] {
  return [tenth(lower * 100), tenth(estimate * 100), tenth(upper * 100)];
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Median follow-up of CAR-T and bispecifics in whole months, of an outcome that accumulates; `null` where
 * it is not known for half of the patients, and for a row where a class has no figure.
 */
export function followUpsOf({
  timeDependent,
  pools,
}: Pick<ApiRow, "timeDependent" | "pools">):
  | readonly [carT: number | null, bsab: number | null]
  | null {
  const { "car-t": carT, bsab } = pools;
  if (!timeDependent || carT.k === 0 || bsab.k === 0) return null;
  const months = ({ followUp }: ApiPool) =>
    followUp?.months == null ? null : Math.round(followUp.months);
  return [months(carT), months(bsab)];
}
