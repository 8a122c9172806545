/**
 * What warns the reader of a row and lowers its certainty alike, written once: a caution and
 * a reason that mean the same thing are then the same remark, and a screen can say it once.
 */
import type { ComputeFigure } from "../../data/compute-set.ts";
import type { Outcome } from "../../data/schema.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Pool, Remark } from "./answer.ts";

/** Fewer tell nothing of how much trials differ: the spread is then what the prior says. */
export const minimumCohorts = 3;

export function fewCohorts({
  short: name,
  pool: { k },
}: {
  readonly short: string;
  readonly pool: Pick<Pool, "k">;
}): Remark[] {
  if (k === 0 || k >= minimumCohorts) return [];
  if (k === 1) {
    const text = `${name} rests on one cohort: its interval allows for the spread between trials only through the prior.`;
    return [{ code: "single-cohort", label: `1 ${name} cohort`, text }];
  }
  const text = `${name} rests on ${k} cohorts, which tell little about how much trials differ.`;
  return [{ code: "few-cohorts", label: `${k} ${name} cohorts`, text }];
}

export function settingsMixed(entries: readonly Entry[]): Remark[] {
  if (new Set(entries.map(({ cohort }) => cohort.setting)).size < 2) return [];
  const text = "Cohorts treated early and late in the disease are pooled or compared.";
  return [{ code: "settings-mixed", label: "settings mixed", text }];
}

/** Cohorts known to have had earlier BCMA therapy beside cohorts known to have had none. */
export function priorBcmaMixed(entries: readonly Entry[]): Remark[] {
  const kinds = new Set(entries.map(({ cohort }) => cohort.priorBcma));
  if (!kinds.has("none") || !(kinds.has("some") || kinds.has("required"))) return [];
  const text = "Some cohorts include patients with earlier BCMA therapy, others exclude them.";
  return [{ code: "prior-bcma-mixed", label: "earlier BCMA mixed", text }];
}

/**
 * Events that were graded or counted in different ways. For CRS and ICANS, whose scales differ
 * most, a cohort that does not state its scale counts as different from one that does;
 * elsewhere what is not stated cannot be told apart.
 */
export function definitionMixed(outcome: Outcome, entries: readonly Entry[]): Remark[] {
  const parts = [mixedScales(outcome, entries), mixedGrades(entries)].filter((part) => part !== "");
  if (parts.length === 0) return [];
  return [{ code: "definition-mixed", label: "graded differently", text: parts.join(" ") }];
}

export function isGradedByScale({ id }: Outcome): boolean {
  return /^(?:crs|icans)(?:-|$)/.test(id);
}

type Scale = Exclude<ComputeFigure["grading"], "unknown">;

const scaleNames: Readonly<Record<Scale, string>> = {
  astct: "ASTCT",
  lee: "Lee",
  cartox: "CARTOX",
  ctcae: "CTCAE",
};

function mixedScales(outcome: Outcome, entries: readonly Entry[]): string {
  const gradings = entries.flatMap(({ figure }) => ("grading" in figure ? [figure.grading] : []));
  const stated = new Set(gradings.filter((grading) => grading !== "unknown"));
  const unstated = gradings.filter((grading) => grading === "unknown").length;
  const matters = isGradedByScale(outcome) && stated.size > 0 && unstated > 0;
  if (stated.size < 2 && !matters) return "";
  const by = [...stated]
    .map((scale) => scaleNames[scale])
    .sort()
    .map((name) => `by ${name} in some cohorts`)
    .join(", ");
  const silent = unstated > 0 ? `, scale not stated in ${unstated} of ${gradings.length}` : "";
  return `Graded ${by}${silent}.`;
}

function mixedGrades(entries: readonly Entry[]): string {
  const grades = new Set(entries.map(({ figure }) => ("grades" in figure ? figure.grades : null)));
  return grades.has("3-4") && grades.has("3-5")
    ? "Some cohorts count grades 3 and 4 only, others deaths too."
    : "";
}
