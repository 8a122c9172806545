/**
 * Makes a comparison as a CSV table: one line for every pool, product, cohort and contrast, and for what was left out.
 */
import type {
  ApiComparison,
  ApiPool,
  ApiRow,
  Contrast,
  ProductPool,
  StudyResult,
} from "#core/answer/answer.ts";
import { isComputed } from "#core/answer/checks.ts";
import { type Columns, csvText } from "../../http/csv.ts";

/** Holds the subject of a line: a pool, product, study, contrast or excluded cohort. */
interface ComparisonLine {
  readonly kind: "pool" | "product" | "cohort" | "contrast" | "left-out";
  readonly answerVersion: string;
  readonly dataVersion: string;
  readonly group: string;
  readonly row?: ApiRow;
  readonly pool?: ApiPool;
  readonly product?: ProductPool;
  readonly study?: StudyResult;
  readonly contrast?: Contrast<string>;
  readonly exclusion?: ApiComparison["selection"]["excluded"][number];
}

/** Lists the columns in their order. Estimates are fractions of 1; differences are per 100 patients. */
const columns: Columns<ComparisonLine> = {
  kind: ({ kind }) => kind,
  outcome: ({ row }) => row?.outcome,
  group: ({ group }) => group,
  cohort: ({ study, exclusion }) => (study ?? exclusion)?.cohort,
  label: ({ study, exclusion }) => (study ?? exclusion)?.label,
  product: ({ product, study }) => (product ?? study)?.product,
  // The number of the product leaves these trials out: it comes from the only larger trial.
  small_trials: ({ product }) => product?.smallTrials?.join(" "),
  status: ({ pool, contrast }) => (pool ?? contrast)?.status,
  left_out_by: ({ exclusion }) => exclusion?.parameter,
  reason: ({ exclusion }) => exclusion?.reason,
  // The answered question may differ from the requested one.
  row_status: ({ row }) => row?.status?.code,
  k: ({ pool, product }) => (pool ?? product)?.k,
  events: (line) => countOf(line)?.events,
  n: (line) => countOf(line)?.n,
  selected_trials: ({ pool }) => pool?.selectedTrials,
  missing_products: ({ pool }) => pool?.missingProducts.join(" "),
  estimate: (line) => countOf(line)?.estimate,
  lower: (line) => countOf(line)?.interval?.[0],
  upper: (line) => countOf(line)?.interval?.[1],
  prediction_lower: ({ pool }) => pool?.predictionInterval?.[0],
  prediction_upper: ({ pool }) => pool?.predictionInterval?.[1],
  tau: ({ pool }) => pool?.tau,
  i2: ({ pool }) => pool?.i2,
  weight_percent: ({ study }) => study?.weight,
  follow_up_months: ({ pool, study }) => pool?.followUp?.months ?? study?.followUpMonths,
  population: ({ study }) => study?.population,
  grades: ({ pool, study }) => study?.grades ?? gradesIn(pool?.studies ?? []),
  fatal_events: (line) => deathsOf(line)?.events,
  fatal_n: (line) => deathsOf(line)?.n,
  cut: ({ study }) => study?.cut,
  count_from: ({ study }) => study?.countFrom,
  count_lowest: ({ study }) => study?.countRange?.[0],
  count_highest: ({ study }) => study?.countRange?.[1],
  ratio: ({ contrast }) => contrast?.hazardRatio ?? contrast?.oddsRatio,
  ratio_lower: ({ contrast }) => (contrast?.hazardRatioInterval ?? contrast?.interval)?.[0],
  ratio_upper: ({ contrast }) => (contrast?.hazardRatioInterval ?? contrast?.interval)?.[1],
  difference_per_100: ({ contrast }) => contrast?.differencePer100,
  difference_lower: ({ contrast }) => contrast?.differenceInterval?.[0],
  difference_upper: ({ contrast }) => contrast?.differenceInterval?.[1],
  probability_higher: ({ contrast }) => contrast?.probabilityHigher,
  p: ({ contrast }) => contrast?.pValue,
  // The cell is empty if no check was made.
  checks_hold: ({ contrast }) =>
    contrast?.checks?.filter(({ status }) => status === "holds").length,
  checks_computed: ({ contrast }) => contrast?.checks?.filter(isComputed).length,
  firm: ({ contrast }) => contrast?.checks && (contrast.firm ? "yes" : "no"),
  citation: ({ study }) => study?.citation?.text,
  citation_href: ({ study }) => study?.citation?.href,
  locator: ({ study }) => study?.citation?.locator,
  tier: ({ study }) => study?.citation?.tier,
  publication: ({ study }) => study?.citation?.publication,
  answer_version: ({ answerVersion }) => answerVersion,
  data_version: ({ dataVersion }) => dataVersion,
};

export const comparisonColumns = Object.keys(columns);

export function comparisonCsv(answer: ApiComparison): string {
  const { answerVersion, dataVersion, outcomes, selection } = answer;
  const lines = [
    ...outcomes.flatMap(linesOf),
    ...selection.excluded.map((exclusion) =>
      lineOf("left-out", exclusion.therapyClass, { exclusion }),
    ),
  ];
  return csvText(
    columns,
    lines.map((line) => ({ ...line, answerVersion, dataVersion })),
  );
}

function linesOf(row: ApiRow) {
  return [
    ...Object.entries(row.pools).flatMap(([group, pool]) => [
      lineOf("pool", group, { row, pool }),
      ...pool.products.map((product) => lineOf("product", group, { row, product })),
      ...pool.studies.map((study) => lineOf("cohort", group, { row, study })),
    ]),
    ...row.contrasts.map((contrast) =>
      lineOf("contrast", `${contrast.group} against ${contrast.against}`, { row, contrast }),
    ),
  ];
}

function lineOf(kind: ComparisonLine["kind"], group: string, parts: Partial<ComparisonLine>) {
  return { ...parts, kind, group };
}

function countOf({
  pool,
  product,
  study,
}: ComparisonLine): ApiPool | ProductPool | StudyResult | undefined {
  return pool ?? product ?? study;
}

function gradesIn(studies: readonly StudyResult[]): string {
  return [...new Set(studies.flatMap(({ grades }) => grades ?? []))].sort().join(" ");
}

/** Returns deaths that are not among the events of a cohort; `undefined` if none are reported for its data cut. */
function deathsOf({ row, study }: ComparisonLine): StudyResult | undefined {
  return row?.grades?.fatal?.studies.find(
    ({ cohort, regimen }) => cohort === study?.cohort && regimen === study.regimen,
  );
}
