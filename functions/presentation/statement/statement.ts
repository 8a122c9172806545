/**
 * The statement of an answer: what its headline, its rows, sides and differences are and say. It is made
 * from a full answer, on the server and in the widget after every change of a filter, so both show the
 * same digits; screens, tables and pictures draw it and decide nothing. It is small enough to be
 * embedded in a page.
 */
import type { Comparison, Relaxation, Remark } from "#core/comparison/answer.ts";
import { familyOf } from "#data/landmarks.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { type Chip, chipValues } from "./chips.ts";
import {
  type Headline,
  headlineOf,
  type StatedCertainty,
  statedCertainty,
  toldIn,
} from "./headline.ts";
import { type RowStatement, rowStatement } from "./row.ts";
import { askedOf } from "./scope.ts";

export interface Statement {
  canonical: string;
  /** As in the data, `2026-11-20`: a text in the reader's words cannot be counted with. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
  headline: Headline;
  /** The products behind the numbers of the headline, by class, and the label of the outcome. */
  products: Record<TherapyClass | "label", string>;
  /** The certainty below the headline. Rows show their own only if it differs. */
  stated: StatedCertainty | null;
  chips: readonly Chip[];
  /** The evidence that was asked for, without the region, which can be changed beside it. */
  asked: string;
  region: string;
  /** Which pooled products only one region has approved; empty if the question names a region. */
  oneRegion: string;
  /** Canonical query with every filter at its default. */
  reset: string;
  rows: readonly RowStatement[];
  cohorts: Record<TherapyClass, number>;
  relax: readonly Relaxation[];
  /** Whether it is drawn with a part that is loaded later: ways out, a grid, rows without numbers. */
  later?: boolean;
  cautions: readonly string[];
  /** States what nobody has reviewed yet; empty after a clinician's review. */
  review: string;
}

export function statementOf(comparison: Comparison, strings: ScreenWords): Statement {
  const { outcomes, selection, query } = comparison;
  const stated = statedCertainty(outcomes);
  const rows = outcomes.map((row) =>
    rowStatement(row, { strings, query, selected: selection.cohorts, stated }),
  );
  const told = toldIn(outcomes);
  const { patient } = comparison;
  return {
    canonical: comparison.canonical,
    dataDate: comparison.dataDate,
    dataVersion: comparison.dataVersion,
    answerVersion: comparison.answerVersion,
    headline:
      patient?.held === null
        ? { efficacy: [patient.text], harm: null, doubt: "" }
        : headlineOf(comparison, strings),
    products: {
      label: told.label,
      "car-t": strings.products(told["car-t"]),
      bsab: strings.products(told.bsab),
    },
    stated,
    asked: patient?.held === null ? "" : `${askedOf(comparison, strings).join(" · ")}.`,
    region: strings.scope.where(query.availability),
    oneRegion: comparison.cautions
      .filter(isOfRegion)
      .map(({ text }) => text)
      .join(" "),
    reset: selection.reset,
    chips: chipValues(comparison, strings),
    rows,
    cohorts: selection.cohorts,
    relax: selection.relax,
    // Cheaper than `hasGrid`, which the first view does not need: some of these have no grid.
    later:
      selection.relax.length > 0 ||
      rows.some(({ numberless }) => numberless) ||
      outcomes.filter(({ outcome }) => familyOf(outcome)).length > 2,
    cautions: comparison.cautions.filter((one) => !isOfRegion(one)).map(({ text }) => text),
    review: comparison.review.status === "reviewed" ? "" : strings.footer.notReviewed,
  };
}

/** This caution stands beside the region that was asked for. */
function isOfRegion({ code }: Remark): boolean {
  return code === "one-region";
}
