/** Equal age: the difference between the classes at one median age of the trials of a row. */
import type { TherapyClass } from "#data/vocabulary.ts";
import type { CountedFigure } from "../evidence/choose.ts";
import { reference } from "../evidence/classes.ts";
import { agreeingInterval } from "../statistics/contrast/independent.ts";
import { adjustedContrast } from "../statistics/meta-regression/adjusted-contrast.ts";
import type { Check } from "./answer.ts";
import { findingOfCounts, per100 } from "./contrast.ts";
import type { GatheredGroup } from "./gather-row.ts";

const obstacles: Readonly<Record<string, Check["because"]>> = {
  "too-few-studies": "few-trials",
  "too-few-events": "few-events",
  "no-overlap": "ages-apart",
};

/**
 * By a binomial–normal model with class and median age; the difference is that in the middle of the
 * ages that both classes have (`adjustedContrast` states when it cannot be asked).
 *
 * @param finding The side of 0 on which the difference of the row lies.
 */
export function equalAgeCheck(
  classes: readonly GatheredGroup<TherapyClass, CountedFigure>[],
  finding: -1 | 1,
): Check {
  const studies = classes.flatMap(({ id: group, own }) =>
    own.gathered.entries.map(({ cohort, figure: { events, n } }) => ({
      events,
      n,
      group,
      moderator: cohort.medianAge,
    })),
  );
  const result = adjustedContrast(studies, "car-t", reference);
  const own = {
    check: "equal-age",
    asked: result.k,
    total: studies.length,
    assumedPer100: null,
  } as const;
  if (!("oddsRatio" in result)) {
    const none = { differencePer100: null, differenceInterval: null, oddsRatio: null };
    const because = obstacles[result.status] ?? "no-fit";
    return { ...own, ...none, of: null, status: "cannot-be-asked", because };
  }
  const { oddsRatio } = result;
  const differenceInterval = agreeingInterval(result.differenceInterval, oddsRatio);
  const figures = { differenceInterval, ratioInterval: oddsRatio.interval };
  return {
    ...own,
    of: `${result.at}`,
    status: findingOfCounts(figures) === finding ? "holds" : "lost",
    differencePer100: 100 * result.difference,
    differenceInterval: per100(differenceInterval),
    oddsRatio: oddsRatio.estimate,
    because: null,
  };
}
