/** Ready-made questions, read once by the parser that reads every other question. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Preset } from "../evidence/dataset.ts";
import { parseQuery } from "./parse-query.ts";

/** @throws Error naming the preset that is not a question about these data. */
export function parsePresets({ presets, ...evidence }: ComputeSet): Preset[] {
  return presets.map(({ id, label, query: parameters }) => {
    const { query, problems } = parseQuery(Object.entries(parameters), evidence);
    if (problems)
      throw new Error(`the preset ${id} is not a question: ${JSON.stringify(problems)}`);
    return { id, label, query };
  });
}
