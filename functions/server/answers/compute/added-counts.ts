/**
 * Keeps the counts that a reader adds to the app on a device. Every later answer includes them; this file also tells
 * how they stand in a question and what they change. No added count leaves the page, and none is stored.
 */
import {
  addCohortsToDataset,
  convertAddedToComputeCohorts,
  type DataOfRules,
} from "#core/added/cohort.ts";
import { gatherAddedFigures, judgeCohortByFilters } from "#core/added/place.ts";
import { parseTableIntoGroups, type ReadTable } from "#core/added/table.ts";
import { countTrialsWithFigure } from "#core/answer/compare.ts";
import { cohortsOfReader, dataset, published, replaceAddedCohorts } from "#core/dataset.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { listExclusionReasonsIgnoringParts } from "#core/evidence/filters.ts";
import {
  isProductApprovedInRegion,
  listChosenElseAllRegions,
} from "#core/evidence/regimen-labels.ts";
import { defaultQuery, filterNames } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import { parseQueryWithCanonicalText } from "#core/question/parse-query.ts";
import type { FilterName, Query } from "#core/question/query.ts";
import { formatQuery, makeChangeThatWidensFilter } from "#core/question/query-text.ts";
import type { Cohort } from "#data/schema.ts";
import {
  type ChangedRow,
  compareRowsWithAndWithoutAddedCounts,
} from "#presentation/views/added.ts";
import { makeAddedCohortLabel, nameAddedCohort } from "#presentation/words/added.ts";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { joinRegionsByOr } from "#presentation/words/labels.ts";
import { chooseStudyWord } from "#presentation/words/names.ts";
import { formatCountWithNoun, joinByCommas, uncapitalise } from "#presentation/words/sentences.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import { answerInFull, requireClassAnswer } from "./full-answer.ts";

export interface AddedStanding {
  readonly name: string;
  readonly isPractice: boolean;
  /** True if the question selects the cohort, provided that added counts are counted at all. */
  readonly isEligible: boolean;
  /** True if the counts are listed below the rows, although they may not be counted. */
  readonly isListed: boolean;
  /** Lists why the question does not count the cohort, as in "real-world study, early setting"; empty if it does. */
  readonly reasons: string;
  /** Holds the wider question that counts the cohort; `null` if this question counts it, or no question can. */
  readonly wider: WiderQuestion | null;
}

export interface WiderQuestion {
  readonly question: string;
  /** Names what else is counted then, as in "also real-world studies, any number of prior lines". */
  readonly changes: string;
  /** States what the question on screen counts, as in "9 trials". */
  readonly trialsNow: string;
  /** States what the wider question counts, with the groups of the reader, as in "21 studies". */
  readonly trialsThen: string;
}

export interface LabelledDrugs {
  /** Names the regions of the question, as in "US or EU". */
  readonly regions: string;
  readonly slugs: readonly string[];
}

export interface AddedCounts {
  readonly data: () => DataOfRules;
  /** Returns the version of every answer with these counts. */
  readonly version: () => string;
  /** Returns `null` if the text is no table in the columns of the template. */
  readonly readTable: (text: string) => ReadTable | null;
  /**
   * Sets the added cohorts.
   *
   * @param isCounted True if the numbers include them; otherwise they are only listed.
   */
  readonly use: (cohorts: readonly Cohort[], isCounted: boolean) => void;
  /** @param question The text of the question in an address, such as "lines=3%2B". */
  readonly standings: (question: string) => readonly AddedStanding[];
  readonly changes: (question: string) => readonly ChangedRow[];
  readonly labelled: (question: string) => LabelledDrugs;
}

export const addedCounts: AddedCounts = {
  data: () => published,
  version: () => dataset.answerVersion,
  readTable: parseTableIntoGroups,
  use: (cohorts, isCounted) =>
    replaceAddedCohorts(convertAddedToComputeCohorts(cohorts, makeAddedCohortLabel), isCounted),
  standings(question) {
    const query = parseQuestionText(question);
    if (query === null) return [];
    return cohortsOfReader.map((cohort) => {
      const { isEligible, isListed, failedFilters } = judgeCohortByFilters(
        cohort,
        query,
        published,
      );
      const lifted = filterNames.filter((name) => failedFilters.includes(name));
      const widest: Query = Object.assign({ ...query }, ...lifted.map(makeChangeThatWidensFilter));
      // The question is written as an address and read again, because an address cannot state what only a published set
      // decides.
      const wider = parseQuestionText(formatQuery(widest, published));
      const isInWider = wider !== null && judgeCohortByFilters(cohort, wider, published).isEligible;
      return {
        name: nameAddedCohort(cohort),
        isPractice: cohort.evidence === "real-world",
        isEligible,
        isListed,
        reasons: listExclusionReasonsIgnoringParts(cohort, query, published)
          .map(({ reason }) => describeCodedReason(reason, exclusions))
          .join(", "),
        wider: isInWider && !isEligible ? makeWiderQuestionTexts(query, wider, lifted) : null,
      };
    });
  },
  changes(question) {
    const usualQuery = parseQuestionText(question);
    if (usualQuery === null) return [];
    const query = { ...usualQuery, compare: usualDimension };
    const counted = cohortsOfReader.filter(
      (cohort) => judgeCohortByFilters(cohort, query, published).isEligible,
    );
    if (counted.length === 0) return [];
    const before = requireClassAnswer(answerInFull(query, undefined, published));
    const after = requireClassAnswer(
      answerInFull(query, undefined, addCohortsToDataset(published, counted)),
    );
    const outcomes = before.outcomes
      .filter(
        (row) =>
          gatherAddedFigures(row, counted, query, published, ({ therapyClass }) => therapyClass)
            .length > 0,
      )
      .map(({ outcome }) => outcome);
    return compareRowsWithAndWithoutAddedCounts(before, after, new Set(outcomes));
  },
  labelled(question) {
    const regions = listChosenElseAllRegions(parseQuestionText(question) ?? defaultQuery);
    return {
      regions: joinRegionsByOr(regions),
      slugs: published.products
        .map(({ slug }) => slug)
        .filter((slug) =>
          regions.some((region) => isProductApprovedInRegion(slug, region, published)),
        ),
    };
  },
};

/**
 * Returns the wider question as text, what it changes, and how many trials both questions count, the wider one with
 * the cohorts of the reader.
 *
 * @param lifted The filters that the wider question lifts.
 */
function makeWiderQuestionTexts(
  query: Query,
  wider: Query,
  lifted: readonly FilterName[],
): WiderQuestion {
  const countTrials = (of: Query, evidence: Dataset) =>
    formatCountWithNoun(countTrialsWithFigure(of, evidence), chooseStudyWord(of));
  return {
    question: formatQuery(wider, published),
    changes: joinByCommas(lifted.map((name) => uncapitalise(widening.names[name] ?? ""))),
    trialsNow: countTrials(query, dataset),
    trialsThen: countTrials(wider, addCohortsToDataset(published, cohortsOfReader)),
  };
}

/** Returns the question; `null` if it is invalid, because then no answer is on screen. */
function parseQuestionText(question: string) {
  return parseQueryWithCanonicalText(new URLSearchParams(question), published).query;
}
