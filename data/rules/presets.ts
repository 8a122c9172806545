/**
 * Presets are told apart by their id. Whether they ask for what exists is for the parser of
 * queries to say, which lies above the data: `test/unit/data/presets.test.ts` asks it.
 */
import type { Evidence, Problem } from "../evidence.ts";
import { ProblemList } from "./report.ts";

export function presetProblems({ presets }: Evidence): Problem[] {
  const list = new ProblemList("data/presets.json");
  const ids = new Set<string>();
  presets.forEach(({ id }, index) => {
    if (ids.has(id)) list.add(`[${index}].id`, "preset-unique", `"${id}" is defined twice`);
    ids.add(id);
  });
  return list.problems;
}
