/**
 * Counts that a reader adds, on the device that answers: it reads them, counts them from then on, and says where they
 * stand and what they change. Nothing of them leaves the page, and nothing is stored.
 */
import { addedCohorts } from "#core/added/added-cohorts.ts";
import { type FieldProblem, readCohort } from "#core/added/cohort.ts";
import { addedFiguresOf, standingOf } from "#core/added/place.ts";
import { type ReadText, readText } from "#core/added/read-text.ts";
import { sheetTemplate } from "#core/added/spreadsheet.ts";
import { addCounts, added, published } from "#core/dataset.ts";
import { nameOfAdded } from "#core/evidence/added.ts";
import { reasonAgainst } from "#core/evidence/filters.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { queryFromText } from "#core/question/read-question.ts";
import type { Cohort } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type ChangedRow, changedRows } from "#presentation/views/added.ts";
import { sayReason } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { productName } from "#presentation/words/product-name.ts";
import { fullAnswer, ofClasses } from "#server/answers/compute/full-answer.ts";

/** The content of a cohort's file, as it is typed, opened and kept. */
export type AddedContent = Readonly<Record<string, unknown>>;

export interface AddedChoices {
  readonly products: readonly {
    readonly slug: string;
    readonly name: string;
    readonly group: TherapyClass;
  }[];
  readonly outcomes: readonly {
    readonly id: string;
    readonly label: string;
    readonly detail: string | null;
    readonly classes: readonly TherapyClass[];
    /** Its grading must be said. */
    readonly isGraded: boolean;
    /** It counts grade 3 and higher. */
    readonly isSevere: boolean;
  }[];
}

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

export interface AddedCounts {
  readonly choices: () => AddedChoices;
  readonly read: (text: string) => ReadText;
  readonly check: (content: AddedContent) => readonly FieldProblem[];
  /** @param contents Without problems; those with problems are left out. */
  readonly use: (contents: readonly AddedContent[], isCounted: boolean) => void;
  /** @param question As in an address. */
  readonly standings: (question: string) => readonly AddedStanding[];
  readonly changes: (question: string) => readonly ChangedRow[];
  readonly template: () => string;
}

export const addedCounts: AddedCounts = {
  choices: () => ({
    products: published.products
      .map(({ slug, therapyClass }) => ({ slug, name: productName(slug), group: therapyClass }))
      .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
    outcomes: published.outcomes.flatMap(
      ({ id, label, detail, kind, appliesTo, scale, broader, severe }) =>
        kind === "count"
          ? {
              ...{ id, label, detail, classes: appliesTo },
              isGraded: scale === "astct" && broader !== undefined,
              isSevere: severe !== undefined,
            }
          : [],
    ),
  }),
  read: (text) => readText(text, published),
  check: (content) => readCohort(content, published).problems,
  use(contents, isCounted) {
    const cohorts = contents.flatMap((content): Cohort[] => {
      const { cohort } = readCohort(content, published);
      return cohort ? [cohort] : [];
    });
    addCounts(addedCohorts(cohorts), isCounted);
  },
  standings(question) {
    const query = queryFromText(question, published);
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
    const query = { ...queryFromText(question, published), compare: usualDimension };
    const counted = added.filter((cohort) => standingOf(cohort, query, published).isCounted);
    if (counted.length === 0) return [];
    const evidence = { ...published, cohorts: [...published.cohorts, ...counted] };
    const before = ofClasses(fullAnswer(query, undefined, published));
    const after = ofClasses(fullAnswer(query, undefined, evidence));
    const outcomes = before.outcomes
      .filter((row) => addedFiguresOf(row, counted, query, published).length > 0)
      .map(({ outcome }) => outcome);
    return changedRows(before, after, new Set(outcomes));
  },
  template: () => sheetTemplate(published),
};
