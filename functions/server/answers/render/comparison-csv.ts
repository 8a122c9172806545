/** A comparison as a CSV table: one line for every pool, product, cohort and contrast, and for what was left out. */
import type {
  ApiComparison,
  ApiRow,
  Contrast,
  ProductPool,
  StudyResult,
} from "#core/answer/answer.ts";
import { isAsked } from "#core/answer/checks.ts";
import { type Cell, csvText } from "../../http/csv.ts";

/** In their order. Estimates are proportions, differences are per 100. */
export const comparisonColumns = [
  "kind",
  "outcome",
  "group",
  "cohort",
  "label",
  "product",
  "status",
  "row_status",
  "k",
  "events",
  "n",
  "of",
  "missing",
  "estimate",
  "lower",
  "upper",
  "prediction_lower",
  "prediction_upper",
  "tau",
  "i2",
  "weight_percent",
  "follow_up_months",
  "population",
  "grades",
  "fatal_events",
  "fatal_n",
  "cut",
  "derived",
  "ratio",
  "ratio_lower",
  "ratio_upper",
  "difference_per_100",
  "difference_lower",
  "difference_upper",
  "probability_higher",
  "p",
  "checks_hold",
  "checks_asked",
  "firm",
  "citation",
  "publication",
  "answer_version",
] as const;

type Line = Partial<Record<(typeof comparisonColumns)[number], Cell>>;

export function comparisonCsv(comparison: ApiComparison): string {
  const { outcomes, selection } = comparison;
  const lines: Line[] = [
    // The question that is answered may be another one than that which was asked.
    ...outcomes.flatMap((row) =>
      linesOf(row).map((line) => ({ ...line, row_status: row.status?.code ?? null })),
    ),
    ...selection.excluded.map(({ cohort, label, therapyClass: group, reason: status }) => ({
      kind: "left-out",
      group,
      cohort,
      label,
      status,
    })),
  ];
  const stamped = lines.map((line) => ({ ...line, answer_version: comparison.answerVersion }));
  return csvText(comparisonColumns, stamped);
}

function linesOf({ outcome, pools, contrasts, grades }: ApiRow): Line[] {
  return [
    ...Object.entries(pools).flatMap(([group, { products, studies, ...pool }]) => {
      const of = { outcome, group };
      return [
        {
          kind: "pool",
          ...of,
          status: pool.status,
          k: pool.k,
          events: pool.events,
          n: pool.n,
          of: pool.of,
          missing: pool.missing.join(" ") || null,
          ...limits(pool),
          prediction_lower: pool.predictionInterval?.[0] ?? null,
          prediction_upper: pool.predictionInterval?.[1] ?? null,
          tau: pool.tau,
          i2: pool.i2,
          follow_up_months: pool.followUp?.months ?? null,
          grades:
            [...new Set(studies.flatMap((study) => study.grades ?? []))].sort().join(" ") || null,
        },
        ...products.map((product) => ({ kind: "product", ...of, ...productLine(product) })),
        ...studies.map((study) => ({
          kind: "cohort",
          ...of,
          ...studyLine(study),
          ...fatalLine(study, grades),
        })),
      ];
    }),
    ...contrasts.map((contrast) => ({
      kind: "contrast",
      outcome,
      group: `${contrast.group} against ${contrast.against}`,
      ...contrastLine(contrast),
      ...checksLine(contrast),
    })),
  ];
}

/** Empty where no check was made. */
function checksLine({ checks, firm }: Contrast<string>): Line {
  if (checks === null) return {};
  const asked = checks.filter(isAsked);
  return {
    checks_hold: asked.filter(({ status }) => status === "holds").length,
    checks_asked: asked.length,
    firm: firm ? "yes" : "no",
  };
}

function limits({
  estimate,
  interval,
}: {
  estimate: number | null;
  interval: readonly [number, number] | null;
}): Line {
  return { estimate, lower: interval?.[0] ?? null, upper: interval?.[1] ?? null };
}

function productLine({ product, k, events, n, estimate, interval }: ProductPool): Line {
  return { product, k, events, n, ...limits({ estimate, interval }) };
}

function studyLine(study: StudyResult): Line {
  return {
    cohort: study.cohort,
    label: study.label,
    product: study.product,
    events: study.events,
    n: study.n,
    ...limits(study),
    weight_percent: study.weight,
    follow_up_months: study.followUpMonths,
    population: study.population,
    grades: study.grades ?? null,
    cut: study.cut,
    derived: study.derived ? "yes" : null,
    citation: study.citation?.text ?? null,
    publication: study.citation?.publication ?? null,
  };
}

/** Deaths that are not among the events of a cohort; empty where none are reported for its data cut. */
function fatalLine({ cohort, regimen }: StudyResult, grades: ApiRow["grades"]): Line {
  const deaths = grades?.fatal?.studies.find(
    (one) => one.cohort === cohort && one.regimen === regimen,
  );
  return { fatal_events: deaths?.events ?? null, fatal_n: deaths?.n ?? null };
}

function contrastLine(contrast: Contrast<string>): Line {
  const interval = contrast.hazardRatioInterval ?? contrast.interval;
  return {
    status: contrast.status,
    ratio: contrast.hazardRatio ?? contrast.oddsRatio,
    ratio_lower: interval?.[0] ?? null,
    ratio_upper: interval?.[1] ?? null,
    difference_per_100: contrast.differencePer100,
    difference_lower: contrast.differenceInterval?.[0] ?? null,
    difference_upper: contrast.differenceInterval?.[1] ?? null,
    probability_higher: contrast.probabilityHigher,
    p: contrast.pValue,
  };
}
