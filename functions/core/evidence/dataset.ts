/** The evidence as the pure code uses it: the compute set and the versions of every answer. */
import type { ComputeSet } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import type { Preset } from "../question/read-question.ts";

export interface Dataset extends Omit<ComputeSet, "presets"> {
  presets: readonly Preset[];
  dataVersion: string;
  answerVersion: string;
}

/** The outcomes that are parts of one, as fatal infection is of death without relapse. */
export function partsOf(outcome: string, { outcomes }: Pick<Dataset, "outcomes">): Outcome[] {
  return outcomes.filter(({ partOf }) => partOf === outcome);
}

/** The requested outcomes: the summary set in its own order, then those of the vocabulary. */
export function outcomesOf({ outcome: asked }: Query, { outcomes }: Dataset): Outcome[] {
  const wantsSummary = asked.length === 0 || asked.includes("summary");
  const last = Number.MAX_SAFE_INTEGER;
  return outcomes
    .filter(
      ({ id, group, summary }) =>
        (wantsSummary && summary !== null) || asked.includes(id) || asked.includes(group),
    )
    .sort((a, b) => (wantsSummary ? (a.summary ?? last) - (b.summary ?? last) : 0));
}
