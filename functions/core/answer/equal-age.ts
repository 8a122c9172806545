/** Equal age: the difference between the classes at one median age of the trials of a row. */

import type { Entry } from "../evidence/gather.ts";
import { referenceClass } from "../evidence/grouping.ts";
import { countSeparateTrials } from "../evidence/trials.ts";
import type { Query } from "../question/query.ts";
import { keepAgreeingInterval } from "../statistics/contrast/independent.ts";
import {
  fitAdjustedContrast,
  LEAST_STUDIES,
} from "../statistics/meta-regression/adjusted-contrast.ts";
import type { Analysis } from "./answer.ts";
import { type Classes, judgeChangedDifference } from "./changed-question.ts";
import { noResult } from "./difference-codes.ts";
import type { ContrastFigures } from "./fit.ts";
import { listTrialsWithValue } from "./trials-with-value.ts";

const obstacles: Readonly<Record<string, Analysis["obstacle"]>> = {
  "too-few-events": "few-events",
  "no-overlap": "ages-apart",
  "no-spread": "few-ages",
  "little-spread": "close-ages",
  "none-within": "none-within",
};

/** Returns the numbers of trials by class: of all trials, or of those that print a median age. */
function listTrialCountsByClass(classes: Classes, isCounted: (entry: Entry) => boolean): number[] {
  return classes.map(({ mainRegimen }) =>
    countSeparateTrials(mainRegimen.gathered.entries.filter(isCounted)),
  );
}

const hasMedianAge = ({ cohort }: Entry) => cohort.medianAge !== null;

function sumNumbers(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function listStudiesWithAge(classes: Classes, query: Pick<Query, "set">) {
  return classes.flatMap(({ id: group, mainRegimen }) =>
    listTrialsWithValue(mainRegimen.gathered.entries, ({ medianAge }) => medianAge, query).map(
      ({ events, n, value }) => ({ events, n, group, moderator: value }),
    ),
  );
}

/**
 * Fits a binomial–normal model with class and median age, and takes the difference in the middle of the ages
 * that both classes have (`fitAdjustedContrast` states when it cannot be computed).
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
export function judgeDifferenceAtEqualAge(
  classes: Classes,
  finding: -1 | 1,
  query: Pick<Query, "set">,
): Analysis {
  const studies = listStudiesWithAge(classes, query);
  const withAge = listTrialCountsByClass(classes, hasMedianAge);
  const base = {
    analysis: "equal-age",
    made: sumNumbers(withAge),
    total: sumNumbers(listTrialCountsByClass(classes, () => true)),
    lost: null,
    omissions: null,
    assumedPer100: null,
    trials: sumNumbers(withAge),
    lossReason: null,
  } as const;
  const notAskable = (obstacle: Analysis["obstacle"]): Analysis => ({
    ...noResult,
    ...base,
    status: "cannot-be-made",
    obstacle,
  });
  if (withAge.some((trials) => trials < LEAST_STUDIES)) return notAskable("few-trials");
  const result = fitAdjustedContrast(studies, "car-t", referenceClass);
  if (!("oddsRatio" in result)) return notAskable(obstacles[result.status] ?? "no-fit");
  const { oddsRatio, difference } = result;
  const figures: ContrastFigures = {
    ratio: oddsRatio.estimate,
    ratioInterval: oddsRatio.interval,
    difference,
    differenceInterval: keepAgreeingInterval(result.differenceInterval, oddsRatio),
    probabilityHigher: null,
    pValue: null,
  };
  return {
    ...base,
    variant: `${result.at}`,
    ...judgeChangedDifference(figures, finding),
    obstacle: null,
  };
}
