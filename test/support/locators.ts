/**
 * Whether every pooled number has the locator of its source, even if it was printed under another
 * outcome. The files are read again here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Query } from "#core/question/query.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";

interface Printed {
  outcome: string;
  cut: string;
  events: number | null;
  n: number | null;
  locator: string | null;
}

interface CohortFile {
  id: string;
  figures: Printed[];
  landmarks: (Omit<Printed, "outcome" | "events"> & { family: string; month: number })[];
}

const folder = join(import.meta.dirname, "../../data/cohorts");
export const printedBy = new Map(
  readdirSync(folder).map((name): [string, Printed[]] => {
    const { id, figures, landmarks }: CohortFile = JSON.parse(
      readFileSync(join(folder, name), "utf8"),
    );
    const survival = landmarks.map(({ family, month, ...rest }) => ({
      ...rest,
      outcome: `${family}-${month}`,
      events: null,
    }));
    return [id, [...figures, ...survival]];
  }),
);

const standIns: Readonly<Record<string, string>> = {
  icans: "neurotoxicity",
  "icans-3": "neurotoxicity-3",
};

/**
 * Counts the pooled figures and those that stand in for another outcome, and collects those whose
 * locator differs from the file.
 */
export function locatorsOf(queries: readonly Query[]) {
  const found = { figures: 0, standIns: 0, wrong: new Set<string>() };
  for (const query of queries) {
    for (const { outcome, pools } of fullAnswer(query).comparison.outcomes) {
      for (const { cohort, cut, events, n, citation, derived } of Object.values(pools).flatMap(
        ({ studies }) => studies,
      )) {
        const file = printedBy.get(cohort) ?? [];
        // The events of a derived count are cited, which are printed over those who were infused.
        const infused = file.find((one) => one.outcome === "infused" && one.n === n);
        const over = derived ? infused?.events : n;
        const named = (name: string | undefined) =>
          file.find(
            (one) =>
              one.outcome === name && one.cut === cut && one.events === events && one.n === over,
          );
        const own = named(outcome);
        const printed =
          own ?? (query.definition === "broad" ? named(standIns[outcome]) : undefined);
        found.figures += 1;
        if (!own) found.standIns += 1;
        if (!printed || !citation || citation.locator !== printed.locator) {
          found.wrong.add(`${cohort} ${outcome} ${cut}: ${citation?.locator}`);
        }
      }
    }
  }
  return { ...found, wrong: [...found.wrong] };
}

/** The same question with a broad definition, where others stand in. */
export const broadly = (question: Query): Query => ({
  ...question,
  definition: "broad",
  outcome: Object.keys(standIns),
});
