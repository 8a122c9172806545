/**
 * Makes an R script that fits an answer again: `reproduce.R` with the counts of the answer and the numbers that were
 * served.
 */
import Papa from "papaparse";
import type { Answer, ApiComparison, ApiPool, ApiRow as Row } from "#core/answer/answer.ts";
import { listFiguresByTrial } from "#core/answer/figures-of-trials.ts";
import { defaultQuery, isCurrent } from "#core/question/parameter-values.ts";
import { code } from "#data/generated/reproduce.ts";
import { withAddedCounts } from "#presentation/words/added.ts";

type ScriptLine = Readonly<Record<string, string | number | null | undefined>>;

export function reproduceScript(comparison: ApiComparison & Pick<Answer, "added">): string {
  const { canonical, href, dataVersion, answerVersion, query, outcomes } = comparison;
  const table = (name: string, linesOf: (row: Row) => ScriptLine[]) => {
    const lines = outcomes.flatMap((row) => linesOf(row));
    if (lines.length === 0) return `${name} <- data.frame()`;
    const text = Papa.unparse(lines, { newline: "\n" });
    return `${name} <- read.csv(na.strings = "", text = r"-----(\n${text}\n)-----")`;
  };
  // A reader may change the model in the script to one that has intervals to choose.
  const interval = query.interval ?? defaultQuery.interval;
  const parts: Readonly<Record<string, string>> = {
    question: `# Question: ${canonical || "the default one"} (${href})
# Data version ${dataVersion}, answer version ${answerVersion}.${comparison.added ? `\n# ${withAddedCounts(comparison.added)}` : ""}`,
    trials: table("trials", (row) => trialsOf(row, isCurrent(query))),
    settings: `model <- "${query.model}"\ninterval <- "${interval}"`,
    served: `${table("pools", poolsOf)}\n\n${table("differences", differencesOf)}`,
  };
  return code.replace(/^# \{(\w+)\}$/gm, (_place, name) => parts[name] ?? "");
}

/** @param areAdded True if the counts of cohorts of one trial are added; a published set has each as a trial. */
function trialsOf({ outcome, pools }: Row, areAdded: boolean): ScriptLine[] {
  return Object.entries(pools).flatMap(([group, { studies }]) =>
    studies.map((study) => {
      const { cohort, product, events, n, estimate, label, citation } = study;
      const [lower, upper] = study.interval;
      const source = citation && [citation.text, citation.locator].filter(Boolean).join(", ");
      return {
        outcome,
        class: group,
        cohort,
        trial: areAdded ? study.trial : cohort,
        product,
        events,
        n,
        estimate,
        lower,
        upper,
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
function kindOf(pool: ApiPool | undefined): "count" | "model" | null {
  if (!pool || pool.estimate === null) return null;
  if (listFiguresByTrial(pool).length === 1) return pool.events === null ? null : "count";
  return pool.status === "fallback" ? null : "model";
}

function poolsOf({ outcome, pools }: Row): ScriptLine[] {
  return Object.entries(pools).flatMap(([group, pool]) => {
    const by = kindOf(pool);
    const { estimate, interval, tau } = pool;
    const [lower, upper] = interval ?? [];
    return by ? [{ outcome, class: group, by, estimate, lower, upper, tau }] : [];
  });
}

function differencesOf({ outcome, pools, contrasts }: Row): ScriptLine[] {
  return contrasts.flatMap((contrast) => {
    const isFitted = [contrast.group, contrast.against].every(
      (group) => kindOf(pools[group]) === "model",
    );
    if (contrast.status !== "ok" || !isFitted) return [];
    const [lower, upper] = contrast.differenceInterval ?? [];
    const [low, high] = contrast.interval ?? contrast.hazardRatioInterval ?? [];
    const difference: ScriptLine = {
      outcome,
      class: contrast.group,
      against: contrast.against,
      difference: contrast.differencePer100,
      lower,
      upper,
      ratio: contrast.oddsRatio ?? contrast.hazardRatio,
      "ratio.lower": low,
      "ratio.upper": high,
    };
    return [difference];
  });
}
