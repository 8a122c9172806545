/** What the number of a class or a group rests on: counts of one or two trials, of more their range. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { ratesOfTrials } from "#core/answer/ticks.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type StudyWord, studyWordOf } from "../words/arguments.ts";
import { productName } from "../words/product-name.ts";
import { rateOf100 } from "../words/rates.ts";
import { screen } from "../words/screen.ts";
import { joinedClauses } from "../words/sentences.ts";

/** "94 of 97 in 1 of 2 trials", "73–97 in 4 trials, 290 patients"; then the counts of small trials beside it. */
export function restsOn(pool: Pool, noun: StudyWord): string {
  const patients = pool.n === null ? "" : `, ${pool.n} patients`;
  const own = countsOf(pool, noun) || `${extentOf(pool, noun)}${patients}`;
  return joinedClauses([own, smallerText(pool)]);
}

/** "73–97 in 4 trials", "3 of 5 trials"; empty where no trial is counted. */
export function extentOf(pool: Pool, noun: StudyWord): string {
  return pool.k === 0 ? "" : screen.evidence.range(noun, pool.k, pool.of, spreadOf(pool));
}

/** "7 trials, 415 patients" of a class; empty where none is counted. */
export function sizeIn(
  { pools }: Pick<Row, "pools">,
  group: TherapyClass,
  { query }: Pick<Answer, "query">,
): string {
  const { k, n } = pools[group];
  return k === 0 ? "" : screen.trials(studyWordOf(query), k, n);
}

/** With fewer events the rate of a model says more of the model than of the trials. */
const fewEvents = 5;

/** "2 events: size depends on the model"; empty of a single trial, and with enough events. */
export function fewEventsText({ k, events }: Pick<Pool, "k" | "events">): string {
  return k > 1 && events !== null && events < fewEvents ? screen.evidence.few(events) : "";
}

/** "19 of 20 more", or with another product than that of the number "cilta-cel 4 of 20 more". */
function smallerText({ smaller = [], products }: Pick<Pool, "smaller" | "products">): string {
  const counts = smaller.map(({ product, events, n }) => {
    const count = screen.named.count(events, n);
    const isOther = products.every((held) => held.product !== product);
    return isOther ? screen.named.ofProduct(productName(product), count) : count;
  });
  return counts.length === 0 ? "" : screen.named.more(counts);
}

/** The counts of one or two trials; empty of more, or where a count is not known. */
function countsOf(
  { k, of, studies, smaller = [], events, n, products }: Pool,
  noun: StudyWord,
): string {
  // Two counts are told apart by their products.
  const isOfTwo = studies.length === 2 && studies[0]?.product !== studies[1]?.product;
  const counts = studies.flatMap((study) => {
    if (study.events === null || study.n === null) return [];
    const count = screen.named.count(study.events, study.n);
    return isOfTwo ? screen.named.ofProduct(productName(study.product), count) : count;
  });
  if (k > 2 || counts.length < studies.length) return "";
  const sum = studies.length > 1 && products.length === 1 ? screen.named.count(events, n) : null;
  return screen.evidence.counts(noun, k, of - distinctTrials(smaller), counts, sum);
}

/** "48–77", of 100, from three trials on. */
function spreadOf(pool: Pick<Pool, "k" | "studies">): string | null {
  const rates = [...ratesOfTrials(pool)].sort((a, b) => a - b);
  if (rates.length < 3) return null;
  const [low = 0, high = 0] = [rates[0], rates.at(-1)];
  return `${rateOf100(low)}–${rateOf100(high)}`;
}
