import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compare } from "#core/comparison/compare.ts";
import { dataset } from "#core/dataset.ts";
import { parseQuery } from "#core/question/parse-query.ts";
import { newModels } from "#server/answers/made-pools.ts";

interface Timing {
  what: string;
  /** Milliseconds. */
  median: number;
  p95: number;
  runs: number;
}

const runs = 300;
const warmUp = 50;

/**
 * Times of whole answers as a new isolate computes them: equal pools of one answer are fitted once,
 * nothing is known from an earlier one.
 */
export function comparisonTimes(): Timing[] {
  return questions().map(({ label, query }) => {
    const parsed = parseQuery(Object.entries(query), dataset);
    if (!parsed.query) throw new Error(`"${label}" is not a question: ${JSON.stringify(parsed)}`);
    const times: number[] = [];
    for (let run = -warmUp; run < runs; run += 1) {
      const start = performance.now();
      compare(parsed.query, dataset, newModels());
      if (run >= 0) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const quantile = (part: number) => times[Math.floor(part * (runs - 1))] ?? Number.NaN;
    return { what: label, median: quantile(0.5), p95: quantile(0.95), runs };
  });
}

interface Question {
  label: string;
  query: Record<string, string>;
}

/** The presets, which include the default question, and one question with everything. */
function questions(): Question[] {
  const file = join(import.meta.dirname, "../../data/presets.json");
  const presets = JSON.parse(readFileSync(file, "utf8")) as Question[];
  const everything = {
    label: "Every outcome, all evidence",
    query: { outcome: "efficacy,toxicity,survival", evidence: "all", availability: "any" },
  };
  return [...presets, everything];
}
