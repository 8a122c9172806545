/**
 * Counts that a reader adds, on the device that answers: it reads them, counts them from then on, and says where they
 * stand and what they change. Nothing of them leaves the page, and nothing is stored.
 */
import { addedCohorts, withAdded } from "#core/added/added-cohorts.ts";
import { addedFiguresOf, standingOf } from "#core/added/place.ts";
import { type ReadSheet, readSheet, sheetTemplate } from "#core/added/spreadsheet.ts";
import { addCounts, added, dataset, published } from "#core/dataset.ts";
import { nameOfAdded } from "#core/evidence/added.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { reasonAgainst } from "#core/evidence/filters.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { questionOf } from "#core/question/read-question.ts";
import type { Cohort } from "#data/schema.ts";
import { type ChangedRow, changedRows } from "#presentation/views/added.ts";
import { sayReason } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { fullAnswer, ofClasses } from "#server/answers/compute/full-answer.ts";

/** How an added cohort stands in a question. */
export interface AddedStanding {
  readonly name: string;
  readonly isPractice: boolean;
  /** Counted if added counts are. */
  readonly isCounted: boolean;
  /** Shown beside the rows. */
  readonly isBeside: boolean;
  /** Why it is not counted: "real-world study"; empty if it is. */
  readonly reason: string;
  /** Only the kind of evidence leaves it out. */
  readonly isOnlyPractice: boolean;
}

/** What the rules of a cohort's file read of the data. */
export type DataOfRules = Pick<Dataset, "products" | "outcomes" | "review">;

export interface AddedCounts {
  readonly known: () => DataOfRules;
  /** The version of every answer with these counts. */
  readonly version: () => string;
  readonly readSheet: (text: string) => ReadSheet;
  /** A table to fill in (CSV). */
  readonly template: () => string;
  /** @param isCounted They enter the numbers; else they stand beside them. */
  readonly use: (cohorts: readonly Cohort[], isCounted: boolean) => void;
  /** @param question As in an address. */
  readonly standings: (question: string) => readonly AddedStanding[];
  readonly changes: (question: string) => readonly ChangedRow[];
}

export const addedCounts: AddedCounts = {
  known: () => published,
  version: () => dataset.answerVersion,
  readSheet: (text) => readSheet(text, published),
  template: () => sheetTemplate(published),
  use: (cohorts, isCounted) => addCounts(addedCohorts(cohorts), isCounted),
  standings(question) {
    const query = queryOf(question);
    if (query === null) return [];
    return added.map((cohort) => {
      const { isCounted, isBeside, failed } = standingOf(cohort, query, published);
      const against = reasonAgainst(cohort, query, published);
      return {
        name: nameOfAdded(cohort),
        isPractice: cohort.evidence === "real-world",
        isCounted,
        isBeside,
        reason: against ? sayReason(against.reason, exclusions) : "",
        isOnlyPractice: failed.join() === "evidence",
      };
    });
  },
  changes(question) {
    const asked = queryOf(question);
    if (asked === null) return [];
    const query = { ...asked, compare: usualDimension };
    const counted = added.filter((cohort) => standingOf(cohort, query, published).isCounted);
    if (counted.length === 0) return [];
    const before = ofClasses(fullAnswer(query, undefined, published));
    const after = ofClasses(fullAnswer(query, undefined, withAdded(published, counted)));
    const outcomes = before.outcomes
      .filter((row) => addedFiguresOf(row, counted, query, published).length > 0)
      .map(({ outcome }) => outcome);
    return changedRows(before, after, new Set(outcomes));
  },
};

/** `null` of a question that is refused, which has no answer on screen. */
function queryOf(question: string) {
  return questionOf(new URLSearchParams(question), published).query;
}
