/** Outcomes of which one is part of another: each row is pooled by itself, so they may rest on other trials. */
import type { Outcome } from "#data/schema.ts";
import type { Pool, Row } from "./answer.ts";
import type { Note } from "./notes.ts";

/** A note for each group whose number rests on other cohorts than the nearest row above that has one. */
export function otherTrials<G extends string>(
  row: Pick<Row<G>, "outcome" | "pools">,
  rows: readonly Pick<Row<G>, "outcome" | "label" | "pools">[],
  outcomes: readonly Pick<Outcome, "id" | "partOf">[],
  groups: readonly G[],
): Note[] {
  const above = aboveIn(row.outcome, outcomes).flatMap(
    (id) => rows.find(({ outcome }) => outcome === id) ?? [],
  );
  return groups.flatMap((group): Note[] => {
    const nearest = above.find(({ pools }) => hasNumber(pools[group]));
    if (!nearest || !hasNumber(row.pools[group])) return [];
    if (cohortsOf(row.pools[group]) === cohortsOf(nearest.pools[group])) return [];
    return [{ code: "other-trials", group, above: nearest.outcome, label: nearest.label }];
  });
}

/** The outcomes of which this one is a part, nearest first. */
export function aboveIn(
  outcome: string,
  outcomes: readonly Pick<Outcome, "id" | "partOf">[],
): string[] {
  const whole = outcomes.find(({ id }) => id === outcome)?.partOf ?? null;
  return whole === null ? [] : [whole, ...aboveIn(whole, outcomes)];
}

function hasNumber({ estimate }: Pick<Pool, "estimate">): boolean {
  return estimate !== null;
}

function cohortsOf({ studies }: Pick<Pool, "studies">): string {
  return studies
    .map(({ cohort }) => cohort)
    .sort()
    .join();
}
