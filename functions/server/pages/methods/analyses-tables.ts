/** Lists the sensitivity analyses of a difference, what each found today, and what the prior does to few trials. */

import { leastOfModel } from "#core/answer/analyses.ts";
import { leastPrinted } from "#core/answer/analysis-runs.ts";
import type { Analysis } from "#core/answer/answer.ts";
import { leastApart } from "#core/answer/apart.ts";
import { greatestFollowUpRatio, leastTrials } from "#core/answer/contrast.ts";
import { analysisNames as inOrder } from "#core/answer/difference-codes.ts";
import { makeRateWithExactInterval } from "#core/answer/outcome-types.ts";
import { leastPatients } from "#core/evidence/trials.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { LEAST_EVENTS, LEAST_STUDIES } from "#core/statistics/meta-regression/adjusted-contrast.ts";
import { LEAST_VALUES } from "#core/statistics/meta-regression/overlap.ts";
import { figureTexts } from "#presentation/words/figures-in-print.ts";
import { formatCountAsWord, formatPlainNumber } from "#presentation/words/numbers.ts";
import { formatRateInterval, makeDifferenceTexts } from "#presentation/words/rates.ts";
import { analysisNames, describeChange } from "#presentation/words/row-status.ts";
import { formatCountWithNoun, joinByCommas } from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { renderMarkdownTable } from "./tables.ts";

/** States how each analysis is made. */
const ways: Readonly<Record<Analysis["analysis"], string>> = {
  trial: "each trial left out in turn; the worst is shown, and how many change it",
  product:
    "each drug left out in turn, where that is another calculation than without a trial; the worst is shown",
  "product-once":
    "the trials of each drug added up to one, so that a class has as many lines as drugs; two drugs a side",
  apheresed: `responses over all who were apheresed, as reported or derived; else as many are assumed infused as in the trials of the selection that report both, at least ${formatCountAsWord(leastPrinted)}. Known for fewer than half of the patients, it is a scenario, and changes nothing that is said`,
  place:
    "drugs labelled in the US, in the EU, anywhere, where their trials differ; the worst is shown",
  dose: "without trials of dose finding",
  papers: "papers, labels and regulators only",
  model: `binomial–normal with maximum likelihood, each class with its own spread, which no prior decides, from ${formatCountAsWord(leastOfModel)} trials a side: with two no other model can tell. A question asked by this model is tested by the default one`,
  "equal-age": `binomial–normal with class and median age, one τ², t with k − 3; trials that report an age, ${formatCountAsWord(LEAST_STUDIES)} a class with ${formatCountAsWord(LEAST_VALUES)} different ages, ${formatCountAsWord(LEAST_EVENTS)} events a side, where the ages of the classes overlap, those of neither span less than a quarter of those of the other, and each class has a trial within the overlap`,
};

export function makeRuleNumberTexts() {
  return {
    analysisCount: formatCountAsWord(inOrder.length),
    leastTrials: formatCountAsWord(leastTrials),
    leastPatients: `${leastPatients}`,
    leastApart: formatCountAsWord(leastApart.more),
    leastApartOther: formatCountAsWord(leastApart.fewer),
    greatestFollowUpRatio: formatCountAsWord(greatestFollowUpRatio),
  };
}

export function renderAnalysesTable(): string {
  return renderMarkdownTable(
    ["Analysis", "How"],
    inOrder.map((name) => [analysisNames[name], ways[name]]),
  );
}

/** Makes a table with a column for each difference of the default question: what each analysis gives. */
export function renderAnalysisResultsTable({ outcomes }: ClassAnswer): string {
  const compared = outcomes.flatMap((row) =>
    row.contrasts.flatMap(({ analyses }) => (analyses ? [{ row, analyses }] : [])),
  );
  const rows = inOrder.map((name) => [
    analysisNames[name],
    ...compared.map(({ analyses }) => {
      const analysis = analyses.find((candidate) => candidate.analysis === name);
      return analysis ? describeResult(analysis) : "not for it";
    }),
  ]);
  const changes = compared.map(({ row }) => (row.status && describeChange(row.status)) || "–");
  return renderMarkdownTable(
    ["Analysis", ...compared.map(({ row }) => row.label)],
    [...rows, ["What would change it", ...changes]],
  );
}

function describeResult({ status, differencePer100, differenceInterval }: Analysis): string {
  if (status === "same") return "same figures";
  return differencePer100 !== null && differenceInterval
    ? joinByCommas(Object.values(makeDifferenceTexts(differencePer100, differenceInterval)))
    : "–";
}

/** Counts each made-up trial of the table on the prior. */
const madeUp = { events: 30, n: 40 } as const;

/**
 * Returns texts on the prior for the page of methods: a made-up trial, its interval alone, and a Markdown table that
 * pools equal ones by the default prior, and by half and one and a half of its scale of the spread.
 */
export function makePriorTableTexts() {
  const { scale } = DEFAULT_PRIOR.tau;
  const scales = [scale / 2, scale, 1.5 * scale];
  const rows = [2, 3, 5, 10].map((count) => [
    formatCountWithNoun(count, "trial"),
    ...scales.map((tau) => {
      const { interval } = poolProportions(
        Array.from({ length: count }, () => madeUp),
        { prior: { ...DEFAULT_PRIOR, tau: { scale: tau } }, predictive: false },
      );
      return interval ? formatRateInterval(interval) : "";
    }),
  ]);
  return {
    madeUp: figureTexts.counted(madeUp.events, madeUp.n),
    madeUpAlone: formatRateInterval(makeRateWithExactInterval(madeUp.events, madeUp.n).interval),
    priorTable: renderMarkdownTable(
      ["Trials", ...scales.map((tau) => `Scale ${formatPlainNumber(tau)}`)],
      rows,
    ),
  };
}
