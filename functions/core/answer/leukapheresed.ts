/** How many responded of all with cells collected, beside the infused: counts only. */
import type { Outcome } from "#data/schema.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import { isByRule } from "../evidence/cuts.ts";
import type { Entry } from "../evidence/gather.ts";
import { overCollected } from "../evidence/leukapheresed.ts";
import { trialsIn } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import type { Collected } from "./answer.ts";

/** @returns `null` where it is known of none, and for cuts that a published set names. */
export function collectedOf(
  entries: readonly Entry<CountedFigure>[],
  outcome: Outcome,
  query: Query,
): Collected | null {
  if (!isByRule(query)) return null;
  const known = entries.flatMap((entry) => {
    const found = overCollected(entry.cohort, outcome, entry.figure, query);
    return found === null ? [] : [{ ...entry, found }];
  });
  const cohorts = known.map(
    ({ cohort: { id, label }, figure: infused, found: { figure, from } }) => ({
      cohort: id,
      label,
      infused: countOf(infused),
      collected: countOf(figure),
      derived: figure.derived ?? false,
      assumed: from.collection === "assumed",
      cut: from.cut,
      source: from.source,
      citation: null,
      printed: from.outcome,
    }),
  );
  if (cohorts.length === 0) return null;
  return {
    trials: trialsIn(known),
    of: trialsIn(entries),
    infused: sum(cohorts.map(({ infused }) => infused)),
    collected: {
      ...sum(cohorts.map(({ collected }) => collected)),
      derived: cohorts.some(({ derived }) => derived),
    },
    cohorts,
  };
}

type Count = Pick<CountedFigure, "events" | "n">;

function countOf({ events, n }: Count): Count {
  return { events, n };
}

function sum(counts: readonly Count[]): Count {
  return counts.reduce((one, { events, n }) => ({ events: one.events + events, n: one.n + n }), {
    events: 0,
    n: 0,
  });
}
