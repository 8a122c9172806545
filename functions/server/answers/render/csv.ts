/** Writes an answer and the whole evidence as CSV for spreadsheets. */

import Papa from "papaparse";
import type {
  ApiComparison,
  ApiPool,
  ApiRow,
  Contrast,
  ProductPool,
  StudyResult,
} from "#core/answer/answer.ts";
import { roundToAnswerPrecision } from "#core/answer/round.ts";
import { dataset } from "#core/dataset.ts";
import type { Figure, Landmark } from "#data/schema.ts";
import { makeLandmarkId } from "#data/survival.ts";
import { unreported } from "#presentation/words/names.ts";
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
  return formatLinesAsCsv(columns, lines);
}

function convertToPercent(proportion: number | undefined): number | null {
  return proportion === undefined ? null : roundToAnswerPrecision(100 * proportion);
}

// Writes CSV for spreadsheets. The library escapes cells that would be read as formulae.

type CsvCell = string | number | null | undefined;

/** Maps the name of each column to its value in a line, in the order of the columns. */
type Columns<Line> = Readonly<Record<string, (line: Line) => CsvCell>>;

/** Spreadsheets read a table as UTF-8 only if it begins with this mark. */
const byteOrderMark = "\uFEFF";

function formatLinesAsCsv<Line>(columns: Columns<Line>, lines: readonly Line[]): string {
  const cells = Object.values(columns);
  return `${byteOrderMark}${Papa.unparse(
    { fields: Object.keys(columns), data: lines.map((line) => cells.map((cell) => cell(line))) },
    { escapeFormulae: true, newline: "\r\n" },
  )}\r\n`;
}

// Makes a comparison as a CSV table: one line for every pool, product, selected cohort and contrast, and for
// what was left out. `api/schemas/columns.ts` states the meaning of each column.

type NotPooled = ApiPool["notPooled"][number];
type ExcludedCohort = ApiComparison["selection"]["excluded"][number];

/**
 * Holds a cohort with its figure, or with the reason why the pool has none. `not-reported`: no source that could be
 * read has a figure of it. `not-for`: its class or its target cannot have the outcome.
 */
type CohortOfLine = Partial<
  Omit<StudyResult, "interval"> & Omit<NotPooled, "code"> & ExcludedCohort
> & {
  /** The interval is `null` for a percentage of a label. */
  readonly interval?: StudyResult["interval"] | null;
  readonly code?: NotPooled["code"] | "not-reported" | "not-for";
};

interface SubjectOfLine {
  readonly kind:
    | "pool"
    | "product"
    | "cohort"
    | "other-regimen"
    | "label-pool"
    | "not-pooled"
    | "contrast"
    | "left-out";
  readonly group: string;
  readonly pool?: ApiPool;
  readonly product?: ProductPool;
  readonly cohort?: CohortOfLine;
  readonly contrast?: Contrast<string>;
}

interface ComparisonLine extends SubjectOfLine {
  readonly answer: ApiComparison;
  /** It is absent for cohorts that a filter leaves out. */
  readonly row?: ApiRow;
}

/** Lists the columns in their order. Estimates are fractions of 1; differences are per 100 patients. */
const comparisonColumns = {
  kind: ({ kind }) => kind,
  outcome: ({ row }) => row?.outcome,
  group: ({ group }) => group,
  cohort: ({ cohort }) => cohort?.cohort,
  label: ({ cohort }) => cohort?.label,
  // Counts of cohorts of one trial are added before they are pooled.
  trial: ({ cohort }) => cohort?.trial,
  product: ({ product, cohort }) => (product ?? cohort)?.product,
  // The number of the product leaves these trials out: it comes from the only larger trial.
  small_trials: ({ product }) => product?.smallTrials?.join(" "),
  regimen: ({ pool, cohort }) => (pool ?? cohort)?.regimen,
  status: ({ pool, contrast }) => (pool ?? contrast)?.status,
  left_out_by: ({ cohort }) => cohort?.parameter,
  not_pooled_by: ({ cohort }) => cohort?.code,
  reason: ({ cohort }) => cohort?.reason,
  row_status: ({ row }) => row?.status?.code,
  row_status_reason: ({ row }) => row?.status?.obstacle,
  k: ({ pool, product }) => (pool ?? product)?.k,
  events: (line) => findPoolProductOrCohort(line)?.events,
  n: (line) => findPoolProductOrCohort(line)?.n,
  selected_trials: ({ pool }) => pool?.selectedTrials,
  missing_products: ({ pool }) => pool?.missingProducts.join(" "),
  estimate: (line) => findPoolProductOrCohort(line)?.estimate,
  lower: (line) => findPoolProductOrCohort(line)?.interval?.[0],
  upper: (line) => findPoolProductOrCohort(line)?.interval?.[1],
  prediction_lower: ({ pool }) => pool?.predictionInterval?.[0],
  prediction_upper: ({ pool }) => pool?.predictionInterval?.[1],
  tau: ({ pool }) => pool?.tau,
  i2: ({ pool }) => pool?.i2,
  weight_percent: ({ cohort }) => cohort?.weight,
  follow_up_months: ({ pool, cohort }) => pool?.followUp?.months ?? cohort?.followUpMonths,
  population: ({ cohort }) => cohort?.population,
  grades: ({ pool, cohort }) => cohort?.grades ?? formatGrades(pool?.studies ?? []),
  fatal_events: (line) => findFatalResultOfCohort(line)?.events,
  fatal_n: (line) => findFatalResultOfCohort(line)?.n,
  cut: ({ cohort }) => cohort?.cut,
  selected_n: ({ cohort }) => cohort?.ofSelected?.n,
  selected_of: ({ cohort }) => cohort?.ofSelected?.of,
  count_from: ({ cohort }) => cohort?.countFrom,
  count_lowest: ({ cohort }) => cohort?.countRange?.[0],
  count_highest: ({ cohort }) => cohort?.countRange?.[1],
  ratio: ({ contrast }) => contrast?.hazardRatio ?? contrast?.oddsRatio,
  ratio_lower: ({ contrast }) => (contrast?.hazardRatioInterval ?? contrast?.interval)?.[0],
  ratio_upper: ({ contrast }) => (contrast?.hazardRatioInterval ?? contrast?.interval)?.[1],
  difference_per_100: ({ contrast }) => contrast?.differencePer100,
  difference_lower: ({ contrast }) => contrast?.differenceInterval?.[0],
  difference_upper: ({ contrast }) => contrast?.differenceInterval?.[1],
  probability_higher: ({ contrast }) => contrast?.probabilityHigher,
  p: ({ contrast }) => contrast?.pValue,
  changed_by: ({ contrast, row }) => contrast && row?.status?.changedBy?.analysis,
  changed_by_variant: ({ contrast, row }) => contrast && row?.status?.changedBy?.variant,
  changed_difference: ({ contrast, row }) => contrast && row?.status?.changedBy?.differencePer100,
  changed_lower: ({ contrast, row }) => contrast && row?.status?.changedBy?.differenceInterval?.[0],
  changed_upper: ({ contrast, row }) => contrast && row?.status?.changedBy?.differenceInterval?.[1],
  certainty: ({ contrast, answer }) => contrast && answer.certainty,
  citation: ({ cohort }) => cohort?.citation?.text,
  citation_href: ({ cohort }) => cohort?.citation?.href,
  locator: ({ cohort }) => cohort?.citation?.locator,
  tier: ({ cohort }) => cohort?.citation?.tier,
  publication: ({ cohort }) => cohort?.citation?.publication,
  review: ({ answer }) => answer.review.status,
  answer_version: ({ answer }) => answer.answerVersion,
  data_version: ({ answer }) => answer.dataVersion,
} satisfies Columns<ComparisonLine>;

export type ComparisonColumn = keyof typeof comparisonColumns;

export function renderComparisonCsv(answer: ApiComparison): string {
  const { outcomes, selection } = answer;
  const lines: readonly Omit<ComparisonLine, "answer">[] = [
    ...outcomes.flatMap((row) =>
      listTableLinesOfRow(row, answer).map((line) => ({ ...line, row })),
    ),
    ...selection.excluded.map((cohort) =>
      makeTableLine("left-out", cohort.therapyClass, { cohort }),
    ),
  ];
  return formatLinesAsCsv(
    comparisonColumns,
    lines.map((line) => ({ ...line, answer })),
  );
}

/** Returns the lines of a row: for each group its pool, products and cohorts, then the contrasts. */
function listTableLinesOfRow(row: ApiRow, answer: ApiComparison): SubjectOfLine[] {
  return [
    ...Object.entries(row.pools).flatMap(([group, pool]) => [
      makeTableLine("pool", group, { pool }),
      ...pool.products.map((product) => makeTableLine("product", group, { product })),
      ...listTableLinesOfCohorts(group, pool, row, answer),
    ]),
    ...row.contrasts.map((contrast) =>
      makeTableLine("contrast", `${contrast.group} against ${contrast.against}`, { contrast }),
    ),
  ];
}

/**
 * Returns a line for each selected cohort of a group, also for those whose class or target cannot have the outcome,
 * which the pool omits.
 */
function listTableLinesOfCohorts(
  group: string,
  { studies, otherRegimen, labelPools = [], notPooled, notReported }: ApiPool,
  { appliesTo, notFor }: ApiRow,
  { selection }: ApiComparison,
): SubjectOfLine[] {
  const lines = [
    ...studies.map((cohort) => makeTableLine("cohort", group, { cohort })),
    ...(otherRegimen?.studies ?? []).map((cohort) =>
      makeTableLine("other-regimen", group, { cohort }),
    ),
    ...labelPools.map((cohort) => makeTableLine("label-pool", group, { cohort })),
    ...notPooled.map((cohort) => makeTableLine("not-pooled", group, { cohort })),
  ];
  const without = selection.included.filter(
    (entry) =>
      entry.group === group && !lines.some(({ cohort }) => cohort?.cohort === entry.cohort),
  );
  return [
    ...lines,
    ...without.map((entry) => {
      const why = notReported.includes(entry.cohort)
        ? { code: "not-reported" as const, reason: unreported }
        : {
            code: "not-for" as const,
            reason: appliesTo.includes(entry.therapyClass) ? "another target" : (notFor ?? ""),
          };
      return makeTableLine("not-pooled", group, { cohort: { ...entry, ...why } });
    }),
  ];
}

function makeTableLine(
  kind: SubjectOfLine["kind"],
  group: string,
  subject: Pick<SubjectOfLine, "pool" | "product" | "cohort" | "contrast">,
): SubjectOfLine {
  return { ...subject, kind, group };
}

function findPoolProductOrCohort({
  pool,
  product,
  cohort,
}: ComparisonLine): ApiPool | ProductPool | CohortOfLine | undefined {
  return pool ?? product ?? cohort;
}

function formatGrades(studies: readonly StudyResult[]): string {
  return [...new Set(studies.flatMap(({ grades }) => grades ?? []))].sort().join(" ");
}

/** Returns deaths that are not among the events of a cohort; `undefined` if none are reported for its data cut. */
function findFatalResultOfCohort({ row, cohort }: ComparisonLine): StudyResult | undefined {
  return row?.grades?.fatal?.studies.find(
    (study) => study.cohort === cohort?.cohort && study.regimen === cohort.regimen,
  );
}
