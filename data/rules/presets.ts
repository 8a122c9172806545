/**
 * Presets must have unique ids. Whether their queries are valid is checked by
 * `test/unit/data/presets.test.ts`, because the query parser is above `data/` and cannot be
 * imported here.
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
