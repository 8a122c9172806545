/** Lists the sensitivity analyses of a difference, what each found today, and what the prior does to few trials. */

import { leastAnalyses } from "#core/answer/analyses.ts";
import { leastPrinted } from "#core/answer/analysis-runs.ts";
import type { Analysis, Contrast, Row } from "#core/answer/answer.ts";
import { greatestFollowUpRatio, leastTrials } from "#core/answer/contrast.ts";
import { analysisNames as inOrder } from "#core/answer/difference-codes.ts";
import { makeRateWithExactInterval } from "#core/answer/outcome-types.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { DEFAULT_PRIOR } from "#core/statistics/bayes/prior.ts";
import { LEAST_EVENTS, LEAST_STUDIES } from "#core/statistics/meta-regression/adjusted-contrast.ts";
import { LEAST_VALUES } from "#core/statistics/meta-regression/overlap.ts";
import { figureTexts } from "#presentation/words/figures-in-print.ts";
import { formatCountAsWord, formatPlainNumber } from "#presentation/words/numbers.ts";
import { formatRateInterval } from "#presentation/words/rates.ts";
import {
  analysisNames,
  describeDecisiveReason,
  describeRowStatus,
} from "#presentation/words/row-status.ts";
import {
  formatCountWithNoun,
  joinBySemicolons,
  joinWithConjunction,
  uncapitalise,
} from "#presentation/words/sentences.ts";
import type { ClassAnswer } from "../../answers/compute/full-answer.ts";
import { renderMarkdownTable } from "./tables.ts";

/** States how each analysis is made. */
const ways: Readonly<Record<Analysis["analysis"], string>> = {
  place:
    "drugs labelled in the US, in the EU, anywhere, where their trials differ; the worst is shown",
  product: "each drug left out in turn; lost if it is lost without any of them",
  trial: "each trial left out in turn; the worst is shown, and without how many it is lost",
  dose: "without trials of dose finding",
  papers: "papers, labels and regulators only",
  apheresed: `responses over all who were apheresed, as reported or derived; else as many are assumed infused as in the trials of the selection that report both, at least ${formatCountAsWord(leastPrinted)}. A scenario, never shown as data`,
  model:
    "the same trials by two other models, the worse shown: binomial–normal with maximum likelihood, each class with its own spread, which no prior decides (lost if the interval of its odds ratio includes 1), and the default model with a wider prior on the spread, τ ~ half-normal(1.5). A question asked by another model is tested by the default one",
  "equal-age": `binomial–normal with class and median age, one τ², t with k − 3; trials that report an age, ${formatCountAsWord(LEAST_STUDIES)} a class with ${formatCountAsWord(LEAST_VALUES)} different ages, ${formatCountAsWord(LEAST_EVENTS)} events a side, where the ages of the classes overlap, those of neither span less than a quarter of those of the other, and each class has a trial within the overlap`,
};

export function makeRuleNumberTexts() {
  return {
    analysisCount: formatCountAsWord(inOrder.length),
    leastAnalyses: formatCountAsWord(leastAnalyses),
    leastTrials: formatCountAsWord(leastTrials),
    greatestFollowUpRatio: formatCountAsWord(greatestFollowUpRatio),
  };
}

export function renderAnalysesTable(): string {
  return renderMarkdownTable(
    ["Analysis", "How"],
    inOrder.map((name) => [analysisNames[name], ways[name]]),
  );
}

const statusTexts: Readonly<Record<Analysis["status"], string>> = {
  keeps: "keeps it",
  loses: "loses it",
  same: "same figures",
  "cannot-be-made": "–",
};

/**
 * Makes a table with a column for each difference of the default question whose interval is clear of 0: what each
 * analysis found, and the reason or the limit of the row.
 */
export function renderAnalysisResultsTable({ outcomes }: ClassAnswer): string {
  const columns = outcomes.flatMap((row) =>
    row.contrasts.flatMap((contrast) => listAnalysisResultsColumnIfAny(row, contrast)),
  );
  const names = [...inOrder.map((name) => analysisNames[name]), "In all"];
  const rows = names.map((name, index) => [
    name,
    ...columns.map(({ cells }) => cells[index] ?? ""),
  ]);
  return renderMarkdownTable(["Analysis", ...columns.map(({ label }) => label)], rows);
}

function listAnalysisResultsColumnIfAny(
  row: Row,
  { analyses }: Contrast,
): { label: string; cells: string[] }[] {
  if (!analyses || row.status === null) return [];
  const results = inOrder.map((name) => {
    const analysis = analyses.find((candidate) => candidate.analysis === name);
    return analysis ? statusTexts[analysis.status] : "not for it";
  });
  const inAll = joinBySemicolons([
    describeRowStatus(row.status, null),
    describeDecisiveReason(row.status),
  ]);
  return [{ label: row.label, cells: [...results, inAll] }];
}

/** Names the consistent differences, as in "nothing is consistent", "consistent is: severe CRS". */
export function describeConsistentDifferences({ outcomes }: ClassAnswer): string {
  const consistent = outcomes.filter(({ status }) => status?.code === "consistent");
  return consistent.length === 0
    ? "nothing is consistent"
    : `consistent is: ${joinWithConjunction(consistent.map(({ label }) => uncapitalise(label)))}`;
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
