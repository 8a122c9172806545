/**
 * An answer as an R script that refits it: its counts, the numbers that were served, and the code of
 * `reproduce.R`, which holds no number of any answer. What a number is called here, it is called there.
 */
import Papa from "papaparse";
import type {
  BesidePool,
  Comparison,
  Contrast,
  Heterogeneity,
  Interval,
  Observed,
  OutcomeComparison,
  Pool,
  ProductPool,
  StudyResult,
} from "#core/comparison/answer.ts";
import { isByCounts } from "#core/comparison/measure.ts";
import { code } from "#data/generated/reproduce.ts";

type Line = Readonly<Record<string, string | number | null>>;
/** By name; `null` where the answer has none. */
type Numbers = Readonly<Record<string, number | null>>;

/** A pool, a product or a difference of one outcome, and what was served of it. */
interface Served {
  readonly of: { readonly outcome: string; readonly class: string; readonly part: string };
  readonly numbers: Numbers;
}

interface ServedPool extends Served {
  readonly studies: readonly StudyResult[];
}

export function reproduceScript(comparison: Comparison<string>): string {
  const { query, groups, reference, outcomes } = comparison;
  const pools = outcomes.flatMap((row) => groups.flatMap((group) => poolsOf(row, group)));
  const products = outcomes.flatMap((row) => groups.flatMap((group) => productsOf(row, group)));
  const differences = outcomes.flatMap((row) => [...contrastsOf(row), ...byNameOf(row)]);
  const { model, interval, tau } = query;
  const settings = Object.entries({ model, interval, tau, reference: reference ?? "" }).map(
    ([name, value]) => `${name} <- "${value}"`,
  );
  return [
    headOf(comparison),
    [...settings, `counts <- ${isByCounts(query) ? "TRUE" : "FALSE"}`].join("\n"),
    "# Every trial as counted; of survival at a month its estimate and limits, as printed or from the number at risk.",
    tableOf("trials", trialColumns, pools.flatMap(trialsOf)),
    "# Every pool of a group: its own, beside it the other kind of regimen, over all enrolled.",
    tableOf(
      "pools",
      [...ofColumns, "n_trials"],
      pools.map(({ of, studies }) => ({ ...of, n_trials: studies.length })),
    ),
    "# Every difference of two groups, or of two products by name.",
    tableOf(
      "contrasts",
      ofColumns,
      differences.map(({ of }) => of),
    ),
    "# The numbers that were served: rates 0 to 1, differences per 100 patients.",
    tableOf(
      "served",
      [...ofColumns, "what", "value"],
      [...pools, ...products, ...differences].flatMap(linesOf),
    ),
    code,
  ].join("\n\n");
}

function headOf({ canonical, href, dataVersion, answerVersion }: Comparison<string>): string {
  return `# Myeloma Compare: the numbers of one answer, fitted again.
# Question: ${canonical || "the default one"} (${href})
# Data version ${dataVersion}, answer version ${answerVersion}.
# Run: Rscript myeloma-compare.R (R 4.1 or later). Models other than the default one need metafor, glmm also
# lme4. It ends with 1 if a number differs. Not fitted again: follow-up, certainty, the checks of a
# difference (/v1/sensitivity), what others published, and counts of all with cells collected.`;
}

const ofColumns = ["outcome", "class", "part"] as const;
const trialColumns = [
  ...ofColumns,
  ...["cohort", "product", "events", "n", "estimate", "lower", "upper", "label", "source"],
] as const;

function tableOf(name: string, fields: readonly string[], data: readonly Line[]): string {
  const text = Papa.unparse({ fields: [...fields], data: [...data] }, { newline: "\n" });
  return `${name} <- read.csv(na.strings = "", text = r"-----(\n${text}\n)-----")`;
}

function linesOf({ of, numbers }: Served): Line[] {
  return Object.entries(numbers).flatMap(([what, value]) =>
    value === null ? [] : [{ ...of, what, value }],
  );
}

function trialsOf({ of, studies }: ServedPool): Line[] {
  return studies.map(({ cohort, product, events, n, estimate, interval, label, citation }) => {
    const [lower, upper] = interval;
    const source = citation && [citation.text, citation.locator].filter(Boolean).join(", ");
    return { ...of, cohort, product, events, n, estimate, lower, upper, label, source };
  });
}

/** The pool of a group, that of the other kind of regimen, and that over all who were to be treated. */
function poolsOf({ outcome, pools }: OutcomeComparison<string>, group: string): ServedPool[] {
  const pool = pools[group];
  if (!pool) return [];
  const { beside, enrolled } = pool;
  const part = (
    name: string,
    of: Pool | BesidePool | NonNullable<Pool["enrolled"]>,
    more: Numbers,
  ) => ({
    of: { outcome, class: group, part: name },
    studies: of.studies,
    numbers: {
      n: of.n,
      ...rate("estimate", of),
      ...rate("observed", of.observed),
      ...more,
      ...ofTrials(of.studies),
    },
  });
  return [
    part("pool", pool, ofPool(pool)),
    ...(beside ? [part("beside", beside, {})] : []),
    ...(enrolled ? [part("enrolled", enrolled, { events: enrolled.events })] : []),
  ];
}

function ofPool({
  events,
  predictionInterval,
  marginal,
  crude,
  tau,
  i2,
  heterogeneity,
}: Pool): Numbers {
  return {
    ...{ events, average: marginal, crude, tau, I2: i2 },
    ...limits("prediction", predictionInterval),
    ...(heterogeneity && ofHeterogeneity(heterogeneity)),
  };
}

function ofHeterogeneity({
  tests,
  tau2,
  tau2Interval,
  i2,
  i2Interval,
  h2,
}: Heterogeneity): Numbers {
  const found = tests.flatMap(({ name, q, pValue }) => [
    [`Q ${name}`, q],
    [`p ${name}`, pValue],
  ]);
  return {
    ...Object.fromEntries(found),
    ...{ tau2, "I2 by tau2": i2, H2: h2 },
    ...limits("tau2", tau2Interval),
    ...limits("I2 by tau2", i2Interval),
  };
}

/** Survival of a trial is as printed. */
function ofTrials(studies: readonly StudyResult[]): Numbers {
  const numbers = studies.map(({ cohort, events, estimate, interval, weight }) => ({
    [`weight of ${cohort}`]: weight,
    ...(events !== null && rate(`rate of ${cohort}`, { estimate, interval })),
  }));
  return Object.assign({}, ...numbers);
}

function productsOf({ outcome, pools }: OutcomeComparison<string>, group: string): Served[] {
  return (pools[group]?.products ?? []).map(
    ({ product, n, estimate, interval, counted, observed }: ProductPool) => ({
      of: { outcome, class: group, part: product },
      numbers: {
        n,
        events: counted?.events ?? null,
        ...rate("estimate", { estimate, interval }),
        ...rate("counted", counted),
        ...rate("observed", observed),
      },
    }),
  );
}

function contrastsOf({ outcome, contrasts }: OutcomeComparison<string>): Served[] {
  return contrasts.flatMap((contrast) =>
    contrast.status === "ok"
      ? [
          {
            of: { outcome, class: contrast.group, part: `against ${contrast.against}` },
            numbers: ofContrast(contrast),
          },
        ]
      : [],
  );
}

function ofContrast(contrast: Contrast<string>): Numbers {
  const { oddsRatio, hazardRatio, observed, probabilityHigher, pValue } = contrast;
  return {
    ...difference("difference", contrast),
    "difference median": contrast.differenceMedian,
    ...(observed && difference("observed difference", observed)),
    ratio: oddsRatio ?? hazardRatio,
    ...limits("ratio", contrast.interval ?? contrast.hazardRatioInterval),
    ...{ "probability higher": probabilityHigher, p: pValue },
  };
}

function byNameOf({ outcome, byName = [] }: OutcomeComparison<string>): Served[] {
  return byName.map(({ product, against, ...found }) => ({
    of: { outcome, class: product, part: `against ${against}` },
    numbers: difference("difference", found),
  }));
}

type Difference = Pick<Contrast, "differencePer100" | "differenceInterval">;

function difference(name: string, { differencePer100, differenceInterval }: Difference): Numbers {
  return { [name]: differencePer100, ...limits(name, differenceInterval) };
}

type Rate = { readonly [Name in "estimate" | "interval"]: Observed[Name] | null };

function rate(name: string, of: Rate | null): Numbers {
  return of === null ? {} : { [name]: of.estimate, ...limits(name, of.interval) };
}

function limits(name: string, interval: Interval | null): Numbers {
  return { [`${name} lower`]: interval?.[0] ?? null, [`${name} upper`]: interval?.[1] ?? null };
}
