/**
 * Lists printed figures that contradict other printed figures, with the cohort, the figure and the reason to keep it.
 */

import { collections } from "#data/generated/collections.ts";
import discrepancies from "#data/known-discrepancies.json" with { type: "json" };
import { therapyClasses } from "#data/vocabulary.ts";
import { classSingular } from "../words/names.ts";
import { nameOutcomeWithDetail } from "../words/outcome-names.ts";

type Entry = (typeof discrepancies)[number];

export interface DiscrepancyText {
  /** The cohort is an id; `null` if a meta-analysis printed the figure. */
  readonly cohort: string | null;
  /** Names the figure, as in "Complete response, or better", and the meta-analysis if one printed it. */
  readonly figure: string;
  readonly reason: string;
}

const baselineNames: Readonly<Record<string, string>> = { issIIIPercent: "ISS stage III" };

export const knownDiscrepancies: readonly DiscrepancyText[] = discrepancies.map((entry) => ({
  cohort: entry.cohort ?? null,
  figure: nameDiscrepantFigure(entry),
  reason: entry.reason,
}));

function nameDiscrepantFigure({
  outcome,
  baseline,
  therapyClass,
  printed,
  published,
}: Entry): string {
  const name =
    baseline === undefined ? nameOutcomeWithDetail(outcome ?? "") : baselineNames[baseline];
  if (published === undefined) return `${name}`;
  const study = collections.published.find(({ id }) => id === published);
  const by = study?.set?.name ?? study?.citation ?? published;
  const group = therapyClasses.find((name) => name === therapyClass);
  return `${name}${group ? `, ${classSingular[group]}` : ""}, ${printed} % in ${by}`;
}
