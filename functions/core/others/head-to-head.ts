/**
 * Summarises published ratios of CAR-T against bispecifics in randomised or matched patients: their range, by design,
 * event and measure. Analyses are never pooled.
 */
import { otherOutcomes } from "#data/collection-vocabulary.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { ComparisonStudy, Outcome, Side } from "#data/schema.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import type { HeadToHead } from "../answer/answer.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";
import {
  type ComparisonRow,
  type ComparisonTable,
  selectComparisonTables,
} from "./adjusted-comparisons.ts";
import { doubts, flaws } from "./codes.ts";

type PracticeQuestion = Pick<
  Query,
  "lines" | "regimen" | "priorBcma" | "target" | "product" | "compare" | "therapyClass"
>;

type Product = Pick<Dataset["products"][number], "slug" | "therapyClass">;

type Effect = NonNullable<ComparisonRow["effect"]>;
type Ratio = Effect & { readonly measure: HeadToHead["measure"] };

const isRatioEffect = (effect: Effect): effect is Ratio => effect.measure !== "risk-difference";

/** Holds a published ratio of CAR-T against a bispecific antibody; above 1 there are more events with CAR-T. */
interface Analysis {
  readonly study: ComparisonTable["study"];
  readonly design: HeadToHead["design"];
  readonly outcome: string;
  readonly effect: Ratio;
  readonly isNews: boolean;
  /** `flaws` are the reasons not to rely on the analysis; empty if it counts. */
  readonly flaws: readonly Flaw[];
}

/**
 * Returns the summaries for a row, the randomised first; none for a question that such studies do not answer.
 *
 * @param row The id of an outcome.
 */
export function listHeadToHeadSummaries(
  row: string,
  query: PracticeQuestion,
  studies: readonly ComparisonStudy[],
  { outcomes, products }: Pick<Dataset, "outcomes" | "products">,
): HeadToHead[] {
  const selected = products.filter(({ slug }) => query.product.includes(slug));
  const comparesClasses = query.compare === "therapy-class" && query.therapyClass === "both";
  if (!comparesClasses || !isQuestionAboutLateBcmaMonotherapy(query)) return [];
  const analyses = selectTablesBetweenClasses(studies, row)
    .flatMap((table) => selectHeadToHeadAnalyses(table, selected))
    .filter(({ outcome }) => isRatioOutcomeShownInRow(outcome, row));
  const all = groupBy(analyses, ({ design, outcome, effect }) =>
    [design, findEventOfRatio(outcome), effect.measure].join(),
  ).flatMap((ratios) => summariseHeadToHeadOfOneKind(ratios, outcomes));
  // The tables come with randomised studies first. Within a design, a summary of more analyses comes first.
  return all.sort(
    (a, b) =>
      Number(b.design === "randomised") - Number(a.design === "randomised") ||
      b.studies.length - a.studies.length,
  );
}

const tablesByStudies = new WeakMap<
  readonly ComparisonStudy[],
  Map<string, readonly ComparisonTable[]>
>();

/** Returns the tables of a row; no question changes them, so they are selected once. */
function selectTablesBetweenClasses(
  studies: readonly ComparisonStudy[],
  row: string,
): readonly ComparisonTable[] {
  const tablesByRow = tablesByStudies.get(studies) ?? new Map<string, readonly ComparisonTable[]>();
  tablesByStudies.set(studies, tablesByRow);
  const tables =
    tablesByRow.get(row) ?? selectComparisonTables(studies, { contrast: "between", row });
  tablesByRow.set(row, tables);
  return tables;
}

/**
 * Returns whether a question is about patients such as those of these studies. The studies are of practice: both
 * classes were given late, alone, to patients without earlier BCMA-directed therapy as far as is printed, and
 * mostly against BCMA.
 */
function isQuestionAboutLateBcmaMonotherapy({
  lines,
  regimen,
  priorBcma,
  target,
}: PracticeQuestion): boolean {
  return (
    (lines === "3+" || lines === "any") &&
    regimen !== "combination" &&
    !isQuestionAfterTherapy({ priorBcma }) &&
    (target.length === 0 || target.includes("bcma") || target.includes("any"))
  );
}

/** Returns one ratio for each event of a study: the first, if the study defines the event in several ways. */
function selectHeadToHeadAnalyses(
  { study, design, rows }: ComparisonTable,
  selectedProducts: readonly Product[],
): Analysis[] {
  if (design !== "randomised" && design !== "matched") return [];
  // A study that includes patients with other diseases does not answer a question about myeloma.
  if (study.disease === "mixed") return [];
  const ratios = rows.flatMap(({ of, against, outcome, effect, source, oddity }): Analysis[] => {
    const isComparable =
      source !== undefined &&
      source.tier !== 4 &&
      of.therapyClass === "car-t" &&
      against?.therapyClass === "bsab" &&
      of.after === null &&
      against.after === null &&
      [of, against].every((side) => hasOnlyAskedProducts(side, selectedProducts));
    // Only ratios are used for which a value above 1 means more events with CAR-T.
    if (!isComparable || effect?.moreEventsAbove !== "of" || !isRatioEffect(effect)) return [];
    return [
      {
        study,
        design,
        outcome,
        effect,
        isNews: source.kind === "news",
        flaws: listResultFlaws({ source, oddity }),
      },
    ];
  });
  return groupBy(ratios, ({ outcome }) => findEventOfRatio(outcome)).map(([first]) => first);
}

type Flaw = (typeof flaws)[number];

type PrintedRow = Pick<ComparisonRow, "oddity" | "source">;

const flawTests: Readonly<Record<Flaw, (row: PrintedRow) => boolean>> = {
  "no-address": ({ source }) => source?.href == null && source?.seenAt == null,
  "contradicts-itself": ({ oddity }) => oddity?.kind === "contradiction",
};

/** Returns the reasons not to rely on a result; empty if it can be checked. */
export function listResultFlaws(row: PrintedRow): Flaw[] {
  return flaws.filter((flaw) => flawTests[flaw](row));
}

/**
 * Returns whether a side fits the products of the question: if it names products of the side's class, the side must
 * name its products, and all of them must be among these.
 */
function hasOnlyAskedProducts(
  { therapyClass, products }: Side,
  selectedProducts: readonly Product[],
): boolean {
  const slugs = selectedProducts
    .filter((product) => product.therapyClass === therapyClass)
    .map(({ slug }) => slug);
  return (
    slugs.length === 0 ||
    (products.length > 0 && products.every((product) => slugs.includes(product)))
  );
}

/**
 * Returns whether a row shows an outcome: the outcome of the row itself, its survival at any time, and deaths from
 * any cause under survival. Deaths from any cause do not stand under deaths of one kind, as which they would be read.
 */
function isRatioOutcomeShownInRow(outcome: string, row: string): boolean {
  const family = parseSurvivalFamily(row);
  const isDeath = findEventOfRatio(outcome) === "death" && (family === "pfs" || family === "os");
  return outcome === row || family === outcome || isDeath;
}

/** Returns the event of which a ratio above 1 means more. */
export function findEventOfRatio(outcome: string): string {
  const outcomes: Readonly<Record<string, { event: string }>> = otherOutcomes;
  return outcomes[outcome]?.event ?? outcome;
}

/** Summarises analyses of one design, outcome and measure; returns nothing if no analysis counts. */
function summariseHeadToHeadOfOneKind(
  analyses: readonly Analysis[],
  outcomes: readonly Pick<Outcome, "id" | "label" | "group" | "timeDependent">[],
): HeadToHead[] {
  const counted = analyses.filter((analysis) => analysis.flaws.length === 0);
  const [first, another] = counted;
  if (!first) return [];
  const { design, effect, outcome } = first;
  const values = counted.map((analysis) => analysis.effect.value);
  const event = findEventOfRatio(outcome);
  const ours = outcomes.find(({ id }) => id === event);
  const networks = counted.flatMap(({ study }) => study.network ?? []);
  const ofNetwork = networks.map((network) => networks.filter((name) => name === network).length);
  const ofOneNetwork = Math.max(0, ...ofNetwork);
  // An early harm is counted in treated patients on both sides. That those with CAR-T had lived to their
  // infusion does not make its ratio doubtful.
  const isEarlyHarm = ours?.group === "toxicity" && !ours.timeDependent;
  const isDoubtful: Readonly<Record<(typeof doubts)[number], boolean>> = {
    "lived-to-infusion": design === "matched" && !isEarlyHarm,
    overlapping: ofOneNetwork > 1,
    "news-only": counted.every(({ isNews }) => isNews),
  };
  return [
    {
      design,
      event,
      label: ours?.label ?? event,
      measure: effect.measure,
      lowest: Math.min(...values),
      highest: Math.max(...values),
      interval: another ? null : effect.interval,
      studies: counted.map(({ study }) => study.id),
      excludingOne: counted.filter(
        ({ effect: { interval } }) => interval && isIntervalClearOfOne(interval),
      ).length,
      ofOneNetwork: ofOneNetwork > 1 ? ofOneNetwork : 0,
      doubts: doubts.filter((doubt) => isDoubtful[doubt]),
      uncounted: analyses
        .filter((analysis) => analysis.flaws.length > 0)
        .map(({ study, flaws }) => ({ study: study.id, flaws })),
    },
  ];
}

const isIntervalClearOfOne = ([lower, upper]: readonly [number, number]) => lower > 1 || upper < 1;
