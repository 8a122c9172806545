/** Responses over all with cells collected, in words beside the infused of the same trials. */
import type { Collected } from "#core/answer/answer.ts";
import type { Query } from "#core/question/query.ts";
import type { Catalogue } from "./catalogue.ts";
import { rateOf100 } from "./rates.ts";

export interface CollectedTexts {
  readonly text: string;
  /** In the order of the cohorts. */
  readonly cohorts: readonly string[];
}

/** @param phrase Completes "84 of 100 infused …". */
export function collectedInWords(
  coded: Collected,
  phrase: string,
  { evidence }: Pick<Query, "evidence">,
  { report: { collected: words }, screen }: Pick<Catalogue, "report" | "screen">,
): CollectedTexts {
  const { trials, of, infused, collected, cohorts } = coded;
  const rate = ({ events, n }: typeof infused) => rateOf100(events / n, 0, screen.numbers);
  return {
    text: words.said({
      trials,
      of,
      areTrials: evidence === "trial",
      infused: rate(infused),
      collected: rate(collected),
      phrase,
      ...collected,
      derived: collected.derived ? (cohorts.every((one) => one.derived) ? "all" : "some") : null,
      assumed: cohorts.filter((one) => one.assumed).map(({ label }) => label),
    }),
    cohorts: cohorts.map((one) =>
      words.cohort(one.collected, one.derived ? one.infused : null, one.assumed),
    ),
  };
}
