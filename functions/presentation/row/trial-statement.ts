/** The trials of a row: what each is and says, and what all together show. */

import type { Interval, Pool, Study } from "#core/answer/answer.ts";
import { predictionOf } from "#core/answer/ticks.ts";
import type { Query } from "#core/question/query.ts";
import { studyWordOf } from "../words/arguments.ts";
import { detail } from "../words/detail.ts";
import { printed } from "../words/figures-in-print.ts";
import { productName } from "../words/product-name.ts";
import { rangeOf100, rateOf100 } from "../words/rates.ts";
import { screen } from "../words/screen.ts";

/** A rate with its interval: of 1, and as it is printed. */
export interface Rated {
  readonly estimate: number;
  readonly interval: Interval;
  /** `92` and `(82–97)`. */
  readonly rate: string;
  readonly range: string;
}

export interface TrialStatement extends Rated {
  readonly cohort: string;
  readonly label: string;
  readonly product: string;
  /** Together with other myeloma drugs. */
  readonly isCombined: boolean;
  /** "94 of 97", or the patients alone where no events are counted. */
  readonly count: string;
  /** The same in a column of a table: `94/97`, `97`. */
  readonly counted: string;
  /** Percent of the information in the pool; `null` where nothing is pooled. */
  readonly weight: number | null;
  readonly followUpMonths: number | null;
}

export function trialStatement(study: Study, { status }: Pick<Pool, "status">): TrialStatement {
  const { cohort, label, events, n, estimate, interval, weight } = study;

  const product = productName(study.product);
  return {
    cohort,
    label,
    product,
    isCombined: study.regimen === "combination",
    count: events === null || n === null ? detail.trials.patients(n) : printed.counted(events, n),
    counted: countedIn(study),
    estimate,
    interval,
    rate: rateOf100(estimate),
    range: rangeOf100(interval),
    weight: status === "by-trial" ? null : weight,
    followUpMonths: study.followUpMonths,
  };
}

/** What all trials together show, and where another one may lie. */
export interface Together {
  /** `null` without a pool, and of a single cohort, which is its own count. */
  readonly pool: (Rated & { readonly name: string; readonly counted: string }) | null;
  readonly prediction: (Pick<Rated, "interval" | "range"> & { readonly name: string }) | null;
}

export function togetherOf(
  pool: Pick<
    Pool,
    "k" | "estimate" | "interval" | "predictionInterval" | "studies" | "events" | "n"
  >,
  query: Pick<Query, "evidence">,
): Together {
  const { estimate, interval, studies } = pool;
  const prediction = predictionOf(pool);
  const noun = studyWordOf(query);
  if (estimate === null || interval === null) return { pool: null, prediction: null };
  const pooled = {
    name: screen.together.pool(noun, pool.k),
    counted: countedIn(pool),
    estimate,
    interval,
    rate: rateOf100(estimate),
    range: rangeOf100(interval),
  };
  return {
    pool: studies.length > 1 ? pooled : null,
    prediction: prediction && {
      name: screen.together.another(noun),
      interval: prediction,
      range: rangeOf100(prediction),
    },
  };
}

/** A count in a column of a table. */
function countedIn({ events, n }: Pick<Pool, "events" | "n">): string {
  if (n === null) return "–";
  return events === null ? String(n) : `${events}/${n}`;
}
