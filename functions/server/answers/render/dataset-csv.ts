/** Makes the evidence as a table: every figure as printed, also figures with a `hold` and unreviewed ones. */
import { roundAnswerNumber } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import { makeLandmarkId } from "#data/landmarks.ts";
import type { Figure, Landmark } from "#data/schema.ts";
import { type Columns, renderCsv } from "../../http/csv.ts";
import type { CohortRecord } from "../compute/whole-dataset.ts";

/** Holds a count or survival at a month, as its cohort printed it. */
interface FigureLine {
  readonly cohort: CohortRecord;
  readonly source: CohortRecord["sources"][number] | undefined;
  readonly entry: Figure | Landmark;
  readonly figure?: Figure;
  readonly landmark?: Landmark;
}

/** Lists the columns; `api/schemas/columns.ts` states the meaning of each. */
const columns = {
  kind: ({ figure }) => (figure ? "count" : "landmark"),
  cohort: ({ cohort }) => cohort.id,
  label: ({ cohort }) => cohort.label,
  therapy_class: ({ cohort }) => cohort.therapyClass,
  product: ({ cohort }) => cohort.product,
  setting: ({ cohort }) => cohort.setting,
  median_prior_lines: ({ cohort }) => cohort.medianPriorLines,
  evidence: ({ cohort }) => cohort.evidence,
  outcome: ({ figure, landmark }) => figure?.outcome ?? (landmark && makeLandmarkId(landmark)),
  events: ({ figure }) => figure?.events,
  n: ({ entry }) => entry.n,
  percent_printed: ({ figure, landmark }) =>
    figure ? figure.percentPrinted : convertToPercent(landmark?.survival),
  lower_percent: ({ landmark }) => convertToPercent(landmark?.interval?.[0]),
  upper_percent: ({ landmark }) => convertToPercent(landmark?.interval?.[1]),
  at_risk: ({ landmark }) => landmark?.atRisk,
  population: ({ entry }) => entry.population,
  follow_up_months: ({ entry }) => entry.followUpMonths,
  time_origin: ({ entry }) => entry.timeOrigin,
  cut: ({ entry }) => entry.cut,
  grading: ({ figure }) => figure?.grading,
  grades: ({ figure }) => figure?.grades,
  definition: ({ figure }) => figure?.definition,
  by: ({ figure }) => figure?.by,
  derived: ({ figure }) => figure && (figure.derived ? "yes" : "no"),
  hold: ({ entry }) => entry.hold,
  citation: ({ source }) => source?.citation,
  link: ({ source }) => source?.href,
  locator: ({ entry }) => entry.locator,
  tier: ({ source }) => source?.tier,
  data_version: () => dataset.dataVersion,
} satisfies Columns<FigureLine>;

export type DatasetColumn = keyof typeof columns;

export function renderDatasetCsv(cohorts: readonly CohortRecord[]): string {
  const lines = cohorts.flatMap((cohort): FigureLine[] => {
    const shared = (entry: Figure | Landmark) => {
      return { cohort, source: cohort.sources[entry.source], entry };
    };
    return [
      ...cohort.figures.map((figure) => ({ ...shared(figure), figure })),
      ...cohort.landmarks.map((landmark) => ({ ...shared(landmark), landmark })),
    ];
  });
  return renderCsv(columns, lines);
}

function convertToPercent(proportion: number | undefined): number | null {
  return proportion === undefined ? null : roundAnswerNumber(100 * proportion);
}
