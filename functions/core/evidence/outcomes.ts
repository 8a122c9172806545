import type { Outcome } from "#data/schema.ts";
import type { Query } from "../question/query.ts";
import type { Dataset } from "./dataset.ts";

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
