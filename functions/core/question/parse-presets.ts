/** Ready-made questions, read by the same parser as every other question. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Query } from "./query.ts";
import { questionOf } from "./read-question.ts";

/** A ready-made question. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly query: Query;
}

/** @throws Error with the id of a preset that is not a valid question about these data. */
export function parsePresets({ presets, ...evidence }: ComputeSet): Preset[] {
  return presets.map(({ id, label, query: parameters }) => {
    const { query, problems } = questionOf(Object.entries(parameters), evidence);
    if (problems)
      throw new Error(`the preset ${id} is not a question: ${JSON.stringify(problems)}`);
    return { id, label, query };
  });
}
