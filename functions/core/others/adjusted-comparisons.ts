/**
 * Selects published comparisons of treatments. They are shown next to our difference, and never pooled with it or
 * with each other.
 */
import { hasFigureBetweenClasses } from "#data/between-classes.ts";
import {
  alsoUnder,
  type ComparisonKind,
  type ContrastKind,
  contrastKinds,
  designOf,
  designs,
  otherOutcomes,
  randomisedOutcomes,
} from "#data/collection-vocabulary.ts";
import type { ComparisonFigure, ComparisonStudy, ReportSource, Side } from "#data/schema.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { isQuestionAfterTherapy } from "../question/earlier-kinds.ts";
import type { Query } from "../question/query.ts";

export interface ComparisonQuery {
  kind?: ComparisonKind;
  /**
   * `row` is one of our outcomes. It matches all results that concern the row of this outcome, even if reported in
   * other terms.
   */
  row?: string;
  contrast?: ContrastKind;
}

/** Describes the results of a study that concern the question. */
export interface ComparisonTable {
  study: Pick<
    ComparisonStudy,
    "id" | "label" | "kind" | "method" | "disease" | "network" | "notes"
  >;
  /** `design` tells how patients came to their side. */
  design: (typeof designs)[number];
  contrast: ContrastKind;
  /** `betweenClasses` is true if some row sets CAR-T against a bispecific. */
  betweenClasses: boolean;
  rows: ComparisonRow[];
  /**
   * Lists, for a randomised trial, how many control patients were given the product after all. It does not depend on
   * the rows that are asked for, because the ratio of deaths is read with them.
   */
  crossover: ComparisonRow[];
  /** Lists outcomes that are looked for in every randomised trial and that this one does not report. */
  notReported: string[];
}

/** Holds a figure with its sides and its source in full, where the data hold only their ids. */
export interface ComparisonRow extends Omit<ComparisonFigure, "of" | "against" | "source"> {
  of: Side;
  against: Side | null;
  source: ReportSource;
}

/**
 * Returns the comparisons: those between the classes first, then each class against standard therapy, then
 * within a class.
 */
export function selectComparisonTables(
  studies: readonly ComparisonStudy[],
  { kind, row: concerned, contrast }: ComparisonQuery,
): ComparisonTable[] {
  const concernsOutcome = (id: string) =>
    concerned === undefined || isOutcomeUnderRow(id, concerned);
  return studies
    .filter(
      (study) =>
        (kind === undefined || study.kind === kind) &&
        (contrast === undefined || judgeContrastKindBySides(study) === contrast),
    )
    .flatMap((whole): ComparisonTable[] => {
      const { sides, figures, sources, enrolled, ...study } = whole;
      const rows = listComparisonRows(whole).filter((row) => concernsOutcome(row.outcome));
      // A study without a matching row is left out.
      if (rows.length === 0) return [];
      return [
        {
          study,
          design: designOf[study.kind],
          contrast: judgeContrastKindBySides(whole),
          betweenClasses: rows.some(
            ({ of, against }) =>
              of.therapyClass !== null &&
              against !== null &&
              against.therapyClass !== null &&
              of.therapyClass !== against.therapyClass,
          ),
          rows,
          crossover: listRowsReportingCrossover(whole),
          notReported: listOutcomesMissingInRandomisedStudy(whole).filter(concernsOutcome),
        },
      ];
    })
    .sort(
      (a, b) =>
        contrastKinds.indexOf(a.contrast) - contrastKinds.indexOf(b.contrast) ||
        designs.indexOf(a.design) - designs.indexOf(b.design),
    );
}

function listRowsReportingCrossover(study: ComparisonStudy): ComparisonRow[] {
  if (designOf[study.kind] !== "randomised") return [];
  return listComparisonRows(study).filter(({ outcome }) => outcome === "crossover");
}

function listOutcomesMissingInRandomisedStudy({ kind, figures }: ComparisonStudy): string[] {
  if (designOf[kind] !== "randomised") return [];
  return randomisedOutcomes.filter((id) => figures.every(({ outcome }) => outcome !== id));
}

/**
 * Returns whether a result stands under a row: the same outcome, with or without its grade, or one that the
 * vocabulary lists under the row.
 */
export function isOutcomeUnderRow(outcome: string, row: string): boolean {
  if (outcome === row || outcome === `${row}-3` || row === `${outcome}-3`) return true;
  const outcomes: Readonly<Record<string, { rows: readonly string[] }>> = otherOutcomes;
  const listedRows = Object.hasOwn(outcomes, outcome)
    ? outcomes[outcome]?.rows
    : alsoUnder.get(outcome);
  return (
    listedRows?.some((listedRow) => listedRow === row || parseSurvivalFamily(row) === listedRow) ??
    false
  );
}

/**
 * Returns what a study compares: the classes (`between`), one class with standard therapy (`standard`) or with itself
 * (`within`), and else orders or groups of treatment (`strategies`).
 */
function judgeContrastKindBySides(study: ComparisonStudy): ContrastKind {
  if (hasFigureBetweenClasses(study)) return "between";
  const classes = new Set(study.sides.map(({ therapyClass }) => therapyClass));
  const ofClass = [...classes].filter((therapyClass) => therapyClass !== null);
  if (ofClass.length !== 1) return "strategies";
  return classes.has(null) ? "standard" : "within";
}

/**
 * Returns effects between two products in which no third product takes part; studies without adjustment are left
 * out.
 */
export function selectTablesBetweenProducts(
  tables: readonly ComparisonTable[],
  [a, b]: readonly [string, string],
): ComparisonTable[] {
  const isOf = (side: Side | null, product: string) => side?.products.join() === product;
  return tables
    .filter(({ design }) => design !== "unadjusted" && design !== "sequence")
    .map((table) => ({
      ...table,
      notReported: [],
      rows: table.rows.filter(
        ({ of, against, effect }) =>
          effect !== null &&
          ((isOf(of, a) && isOf(against, b)) || (isOf(of, b) && isOf(against, a))),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * Returns the tables about the chosen products, else about the class. For a question after BCMA-directed therapy,
 * orders of treatment come first.
 */
export function selectTablesOfAskedProductsElseClass(
  tables: readonly ComparisonTable[],
  query: Pick<Query, "product" | "therapyClass" | "priorBcma">,
): ComparisonTable[] {
  const { product: products, therapyClass } = query;
  const fits = (side: Side | null): boolean =>
    side !== null &&
    (products.length > 0
      ? side.products.some((product) => products.includes(product))
      : therapyClass === "both" ||
        side.therapyClass === null ||
        side.therapyClass === therapyClass);
  const relevant = tables
    .map((table) => ({
      ...table,
      rows: table.rows.filter(({ of, against }) => fits(of) || fits(against)),
    }))
    .filter(({ rows }) => rows.length > 0);
  const isFirst = ({ design }: ComparisonTable) =>
    isQuestionAfterTherapy(query) && design === "sequence";
  return [...relevant.filter(isFirst), ...relevant.filter((table) => !isFirst(table))];
}

function listComparisonRows({ sides, figures, sources }: ComparisonStudy): ComparisonRow[] {
  return figures.flatMap(({ of, against, source, ...figure }) => {
    const side = sides.find(({ id }) => id === of);
    const cited = sources[source];
    // The type checker alone needs this test: the rules of `data/` ensure that every named side and source
    // exists.
    if (!side || !cited) return [];
    return [
      {
        ...figure,
        of: side,
        against: sides.find(({ id }) => id === against) ?? null,
        source: cited,
      },
    ];
  });
}
