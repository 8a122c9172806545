/** The evidence as a table: every figure as printed, also those held back or unreviewed. */
import { round6 } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { Figure, Landmark } from "#data/schema.ts";
import { type Cell, csvText } from "../../http/csv.ts";
import type { CohortRecord } from "../compute/whole-dataset.ts";

/** Percentages and intervals are the printed ones. Only landmarks have an interval. */
export const datasetColumns = [
  "kind",
  "cohort",
  "label",
  "therapy_class",
  "product",
  "setting",
  "median_prior_lines",
  "evidence",
  "outcome",
  "events",
  "n",
  "percent_printed",
  "lower_percent",
  "upper_percent",
  "at_risk",
  "population",
  "follow_up_months",
  "time_origin",
  "cut",
  "grading",
  "grades",
  "definition",
  "by",
  "derived",
  "hold",
  "citation",
  "link",
  "locator",
  "tier",
  "data_version",
] as const;

type Line = Partial<Record<(typeof datasetColumns)[number], Cell>>;

export function datasetCsv(cohorts: readonly CohortRecord[]): string {
  return csvText(
    datasetColumns,
    cohorts.flatMap((cohort) => [
      ...cohort.figures.map((figure) => ({ ...shared(cohort, figure), ...counted(figure) })),
      ...cohort.landmarks.map((one) => ({ ...shared(cohort, one), ...landmark(one) })),
    ]),
  );
}

function shared(
  { id, label, therapyClass, product, setting, medianPriorLines, evidence, sources }: CohortRecord,
  figure: Figure | Landmark,
): Line {
  const source = sources[figure.source];
  return {
    cohort: id,
    label,
    therapy_class: therapyClass,
    product,
    setting,
    median_prior_lines: medianPriorLines,
    evidence,
    n: figure.n,
    population: figure.population,
    follow_up_months: figure.followUpMonths,
    time_origin: figure.timeOrigin,
    cut: figure.cut,
    hold: figure.hold,
    citation: source?.citation ?? null,
    link: source?.href ?? null,
    locator: figure.locator,
    tier: source?.tier ?? null,
    data_version: dataset.dataVersion,
  };
}

function counted(figure: Figure): Line {
  return {
    kind: "count",
    outcome: figure.outcome,
    events: figure.events,
    percent_printed: figure.percentPrinted,
    grading: figure.grading,
    grades: figure.grades,
    definition: figure.definition,
    by: figure.by ?? null,
    derived: figure.derived ? "yes" : "no",
  };
}

function landmark(one: Landmark): Line {
  const percent = (proportion: number | undefined) =>
    proportion === undefined ? null : round6(100 * proportion);
  return {
    kind: "landmark",
    outcome: landmarkOutcome(one),
    percent_printed: percent(one.survival),
    lower_percent: percent(one.interval?.[0]),
    upper_percent: percent(one.interval?.[1]),
    at_risk: one.atRisk,
  };
}
