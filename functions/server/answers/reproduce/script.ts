/** An answer as an R script that fits it again: `reproduce.R` with its counts and the numbers that were served. */
import Papa from "papaparse";
import type { Comparison, OutcomeComparison, Pool } from "#core/comparison/answer.ts";
import { isByCounts } from "#core/comparison/measure.ts";
import type { Query } from "#core/question/query.ts";
import { code } from "#data/generated/reproduce.ts";

type Row = OutcomeComparison<string>;
type Line = Readonly<Record<string, string | number | null | undefined>>;

export function reproduceScript(comparison: Comparison<string>): string {
  const { canonical, href, dataVersion, answerVersion, query, outcomes } = comparison;
  const table = (name: string, linesOf: (row: Row, query: Query) => Line[]) => {
    const lines = outcomes.flatMap((row) => linesOf(row, query));
    if (lines.length === 0) return `${name} <- data.frame()`;
    const text = Papa.unparse(lines, { newline: "\n" });
    return `${name} <- read.csv(na.strings = "", text = r"-----(\n${text}\n)-----")`;
  };
  const parts: Readonly<Record<string, string>> = {
    question: `# Question: ${canonical || "the default one"} (${href})
# Data version ${dataVersion}, answer version ${answerVersion}.`,
    trials: table("trials", trialsOf),
    settings: `model <- "${query.model}"\ninterval <- "${query.interval}"`,
    served: `${table("pools", poolsOf)}\n\n${table("differences", differencesOf)}`,
  };
  return code.replace(/^# \{(\w+)\}$/gm, (_place, name) => parts[name] ?? "");
}

function trialsOf({ outcome, pools }: Row): Line[] {
  return Object.entries(pools).flatMap(([group, { studies }]) =>
    studies.map(({ cohort, product, events, n, estimate, interval, label, citation }) => {
      const [lower, upper] = interval;
      const source = citation && [citation.text, citation.locator].filter(Boolean).join(", ");
      return {
        outcome,
        class: group,
        cohort,
        product,
        events,
        n,
        estimate,
        lower,
        upper,
        label,
        source,
      };
    }),
  );
}

/** What a number is, to be found again; `null` where there is none, or none that metafor has: of one trial, or of the default model in place of another. */
function kindOf(pool: Pool | undefined, query: Query): "count" | "model" | null {
  if (!pool || pool.estimate === null) return null;
  if (isByCounts(query) && pool.observed) return "count";
  const isFitted = query.model === "bayes" || (pool.k > 1 && pool.status !== "fallback");
  return isFitted ? "model" : null;
}

function poolsOf({ outcome, pools }: Row, query: Query): Line[] {
  return Object.entries(pools).flatMap(([group, pool]) => {
    const by = kindOf(pool, query);
    const { estimate, interval, tau } = pool;
    const [lower, upper] = interval ?? [];
    return by ? [{ outcome, class: group, by, estimate, lower, upper, tau }] : [];
  });
}

function differencesOf({ outcome, pools, contrasts }: Row, query: Query): Line[] {
  return contrasts.flatMap((one) => {
    const isFitted = [one.group, one.against].every((group) => kindOf(pools[group], query));
    if (one.status !== "ok" || !isFitted) return [];
    const [lower, upper] = one.differenceInterval ?? [];
    const [low, high] = one.interval ?? one.hazardRatioInterval ?? [];
    const difference: Line = {
      outcome,
      class: one.group,
      against: one.against,
      difference: one.differencePer100,
      lower,
      upper,
      ratio: one.oddsRatio ?? one.hazardRatio,
      "ratio.lower": low,
      "ratio.upper": high,
    };
    return [difference];
  });
}
