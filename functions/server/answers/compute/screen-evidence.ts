/**
 * Collects the data of a screen that no pool holds: survival trial by trial and how soon harms began; for products side
 * by side also medians, times, labels and the drugs left out.
 */
import type { Answer } from "#core/answer/answer.ts";
import { summariseAbsentDrugs } from "#core/choices/absent-drugs.ts";
import { dataset } from "#core/dataset.ts";
import { isOfGroup } from "#core/evidence/grouping.ts";
import { listMediansPerPatientSet } from "#core/evidence/medians.ts";
import {
  listChosenElseAllRegions,
  listLabelConditions,
  listLabelsOfClasses,
} from "#core/evidence/regimen-labels.ts";
import { gatherSurvivalMonths } from "#core/evidence/survival-months.ts";
import {
  filterTimingLinesByCohorts,
  listOnsetRanges,
  selectTimingLines,
} from "#core/evidence/timing-lines.ts";
import { countTrialsIncludingPooled } from "#core/evidence/trials.ts";
import { selectComparisonTables } from "#core/others/adjusted-comparisons.ts";
import { listArmRatesOfRow } from "#core/others/randomised-arms.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { comparisons } from "#data/generated/collections.ts";
import { medians } from "#data/generated/medians.ts";
import { timings } from "#data/generated/timing.ts";
import { parseSurvivalFamily, type SurvivalFamily } from "#data/survival.ts";
import type { DrugEvidence } from "#presentation/views/by-drug.ts";
import { makeScreen, type Screen, type ScreenEvidence } from "#presentation/views/screen.ts";
import type { Gap } from "#presentation/words/names.ts";

export function gatherScreenEvidence({
  query,
  selection,
  outcomes,
  randomised,
}: Answer): ScreenEvidence {
  const { included, cohorts } = gatherIncludedCohortsAndIds(selection);
  return {
    monthsOf: (family) => ({
      ...gatherSurvivalMonths(cohorts, medians, family, query),
      gapOf: (product) =>
        findGap(product, (cohort) => hasMedian(cohort, family) || hasMonth(cohort, family)),
    }),
    onsetOf: (outcome) =>
      listOnsetRanges(
        filterTimingLinesByCohorts(selectTimingLines(dataset, timings, { row: outcome }), included),
      ).filter((range) => range.outcome === outcome),
    timesOfHarm: (outcome) =>
      filterTimingLinesByCohorts(
        selectTimingLines(dataset, timings, { row: outcome }),
        included,
      ).flatMap((line) => {
        const times = line.times.filter((time) => time.outcome === outcome);
        return times.length > 0 ? [{ ...line, times }] : [];
      }),
    trialsWithoutFigure: countTrialsWithoutAnyFigure(cohorts, outcomes),
    armsOf: (outcome) => listArmRatesOfRow(outcome, randomised, query, comparisons, dataset),
  };
}

/** Tells whether any cohort of a drug, whatever a question asks, reports something. */
function findGap(product: string, isReporting: (cohort: ComputeCohort) => boolean): Gap {
  return dataset.cohorts.some((cohort) => isOfGroup(cohort, product) && isReporting(cohort))
    ? { elsewhere: true }
    : {};
}

function hasMedian({ id }: ComputeCohort, family: SurvivalFamily): boolean {
  return medians[id]?.some((median) => median.family === family) ?? false;
}

function hasMonth({ landmarks }: ComputeCohort, family: SurvivalFamily): boolean {
  return landmarks.some(({ outcome }) => parseSurvivalFamily(outcome) === family);
}

/** Counts the trials of these cohorts that have no figure in any row, and share no patients with one that has. */
function countTrialsWithoutAnyFigure(
  cohorts: readonly ComputeCohort[],
  outcomes: Answer["outcomes"],
): number {
  const counted = new Set(
    outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap(({ studies }) => studies.map(({ cohort }) => cohort)),
    ),
  );
  const trials = new Set(
    dataset.cohorts.flatMap(({ id, trial }) => (counted.has(id) ? trial : [])),
  );
  const without = cohorts.filter(
    ({ id, trial, parts, overlaps }) =>
      !counted.has(id) &&
      !trials.has(trial) &&
      parts.every((part) => !counted.has(part)) &&
      overlaps.every((edge) => edge.kind === "possible" || !counted.has(edge.with)),
  );
  return countTrialsIncludingPooled(without);
}

/** Returns the screen of an answer about the two classes, which is one of survival if the answer has several months. */
export function makeClassComparisonScreen(answer: Answer): Screen {
  return makeScreen(answer, null, gatherScreenEvidence(answer));
}

/** Returns the ids of the cohorts that a question includes, and the cohorts themselves. */
function gatherIncludedCohortsAndIds(selection: Answer<string>["selection"]) {
  const included = new Set(selection.included.map(({ cohort }) => cohort));
  return { included, cohorts: dataset.cohorts.filter(({ id }) => included.has(id)) };
}

type TimesAndLabels = Omit<DrugEvidence, "harmsOfTarget">;

export function gatherProductEvidence({
  query,
  selection,
}: Pick<Answer<string>, "query" | "selection">): TimesAndLabels {
  const { cohorts } = gatherIncludedCohortsAndIds(selection);
  const labels = listLabelsOfClasses(query, cohorts, dataset).flatMap(({ regimens }) => regimens);
  return {
    mediansOf: (family) => listMediansPerPatientSet(cohorts, medians, family, query),
    medianGapOf: (family, product) => findGap(product, (cohort) => hasMedian(cohort, family)),
    timesOf: (row) => selectTimingLines(dataset, timings, { row }),
    compared: selectComparisonTables(comparisons, {}),
    absent: summariseAbsentDrugs(query, dataset),
    labels,
    conditions: listLabelConditions(labels, listChosenElseAllRegions(query), query.lines, dataset),
  };
}
