/**
 * Makes an R script that fits an answer and its sensitivity analyses again: `reproduce.R` with the counts of both, and
 * the numbers that were served.
 */
import Papa from "papaparse";
import type { AnalysisCounts } from "#core/answer/analysis-counts.ts";
import type { ApiComparison, ApiPool, ApiRow as Row } from "#core/answer/answer.ts";
import { listFiguresByTrial } from "#core/answer/figures-of-trials.ts";
import { defaultQuery, hasNoPublishedSet } from "#core/question/parameter-values.ts";
import { code } from "#data/generated/reproduce.ts";

type ScriptLine = Readonly<Record<string, string | number | null | undefined>>;

export function renderReproductionScript(
  comparison: ApiComparison,
  { changes, responses, medianAges }: AnalysisCounts,
): string {
  const { canonical, href, dataVersion, answerVersion, query, outcomes } = comparison;
  const rowTable = (name: string, linesOf: (row: Row) => ScriptLine[]) => {
    const lines = outcomes.flatMap((row) => linesOf(row));
    return renderDataFrame(name, lines);
  };
  // A reader may change the model in the script to one that has intervals to choose.
  const interval = query.interval ?? defaultQuery.interval;
  const parts: Readonly<Record<string, string>> = {
    question: `# Question: ${canonical || "the default one"} (${href})
# Data version ${dataVersion}, answer version ${answerVersion}.`,
    trials: rowTable("trials", (row) => listTrialDataLines(row, medianAges)),
    changes: renderDataFrame("changes", changes.map(makeChangeDataLine)),
    settings: `model <- "${query.model}"\ninterval <- "${interval}"\nadds_cohorts <- ${hasNoPublishedSet(query) ? "TRUE" : "FALSE"}`,
    served: [
      rowTable("pools", listPoolDataLines),
      rowTable("differences", listDifferenceDataLines),
      rowTable("analyses", listAnalysisDataLines),
      rowTable("changed", (row) => listStatusDataLines(row, responses)),
    ].join("\n\n"),
  };
  return code.replace(/^# \{(\w+)\}$/gm, (_place, name) => parts[name] ?? "");
}

function renderDataFrame(name: string, lines: readonly ScriptLine[]): string {
  if (lines.length === 0) return `${name} <- data.frame()`;
  const text = Papa.unparse([...lines], { newline: "\n" });
  return `${name} <- read.csv(na.strings = "", text = r"-----(\n${text}\n)-----")`;
}

function listTrialDataLines(
  { outcome, pools }: Row,
  medianAges: AnalysisCounts["medianAges"],
): ScriptLine[] {
  return Object.entries(pools).flatMap(([group, { studies }]) =>
    studies.map((study) => {
      const { cohort, product, events, n, estimate, label, citation } = study;
      const [lower, upper] = study.interval;
      const source = citation && [citation.text, citation.locator].filter(Boolean).join(", ");
      return {
        outcome,
        class: group,
        cohort,
        trial: study.trial,
        product,
        events,
        n,
        estimate,
        lower,
        upper,
        median_age: medianAges.get(cohort),
        population: study.population,
        count_from: study.countFrom,
        label,
        source,
      };
    }),
  );
}

/**
 * Tells how the script can reproduce a number; `null` if there is no number, or if the default model replaces another.
 */
function findPoolReproductionMethod(pool: ApiPool | undefined): "count" | "model" | null {
  if (!pool || pool.estimate === null) return null;
  if (listFiguresByTrial(pool).length === 1) return pool.events === null ? null : "count";
  return pool.status === "fallback" ? null : "model";
}

function listPoolDataLines({ outcome, pools }: Row): ScriptLine[] {
  return Object.entries(pools).flatMap(([group, pool]) => {
    const by = findPoolReproductionMethod(pool);
    const { estimate, interval, tau } = pool;
    const [lower, upper] = interval ?? [];
    return by ? [{ outcome, class: group, by, estimate, lower, upper, tau }] : [];
  });
}

type RowContrast = Row["contrasts"][number];

/** Returns the contrasts whose two sides the script fits. */
function listContrastsFittedByScript({ pools, contrasts }: Row): RowContrast[] {
  return contrasts.filter(
    ({ status, group, against }) =>
      status === "ok" &&
      [group, against].every((side) => findPoolReproductionMethod(pools[side]) === "model"),
  );
}

function listDifferenceDataLines(row: Row): ScriptLine[] {
  return listContrastsFittedByScript(row).map((contrast) => {
    const [lower, upper] = contrast.differenceInterval ?? [];
    const [low, high] = contrast.interval ?? contrast.hazardRatioInterval ?? [];
    const difference: ScriptLine = {
      outcome: row.outcome,
      class: contrast.group,
      against: contrast.against,
      difference: contrast.differencePer100,
      lower,
      upper,
      ratio: contrast.oddsRatio ?? contrast.hazardRatio,
      "ratio.lower": low,
      "ratio.upper": high,
    };
    return difference;
  });
}

function makeChangeDataLine({ group, ...change }: AnalysisCounts["changes"][number]): ScriptLine {
  const { outcome, analysis, variant, cohort, trial, events, n } = change;
  return { outcome, analysis, variant, class: group, cohort, trial, events, n };
}

function listAnalysisDataLines(row: Row): ScriptLine[] {
  return listContrastsFittedByScript(row).flatMap(({ analyses }) =>
    (analyses ?? []).map(({ status, changing, ...analysis }) => ({
      outcome: row.outcome,
      ...makeNamedDifferenceLine(analysis),
      status,
      changing,
    })),
  );
}

type ChangedBy = NonNullable<Row["status"]>["changedBy"];

function makeNamedDifferenceLine(of: ChangedBy): ScriptLine {
  const { analysis, variant, differencePer100: difference, differenceInterval } = of ?? {};
  const [lower, upper] = differenceInterval ?? [];
  return { analysis, variant, difference, lower, upper };
}

function listStatusDataLines(row: Row, responses: AnalysisCounts["responses"]): ScriptLine[] {
  const { outcome, status } = row;
  const [contrast] = listContrastsFittedByScript(row);
  if (!status || !contrast?.differenceInterval) return [];
  return [
    {
      outcome,
      is_response: responses.has(outcome) ? "TRUE" : "FALSE",
      ...makeNamedDifferenceLine(status.changedBy),
    },
  ];
}
