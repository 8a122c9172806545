/**
 * States the reporting bias domain of GRADE: how many trials of a class report an outcome, which do not, and which
 * figures are not counted.
 */
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { classPlural } from "../words/class-names.ts";
import { withNoun } from "../words/counts.ts";
import { productNames } from "../words/product-name.ts";
import { withCommas } from "../words/sentences.ts";
import { studyWordOf } from "../words/study-word.ts";
import type { ClassTable } from "./class-tables.ts";
import { cohortsOfClass } from "./cohorts-of-class.ts";
import { isByTrial } from "./difference.ts";
import { trialsOf } from "./extent.ts";
import type { RowInAnswer } from "./grade-class-texts.ts";
import { factsOf, type GradeFact } from "./grade-domains.ts";
import { missingText } from "./missing.ts";
import { notPooledOf } from "./not-pooled.ts";
import { percentagesText } from "./products.ts";

export function reportingOf(
  group: TherapyClass,
  { row, answer, tables }: RowInAnswer,
): GradeFact[] {
  const pool = row.pools[group];
  if (!row.appliesTo.includes(group) || answer.selection.cohorts[group] === 0) return [];
  const noun = studyWordOf(answer.query);
  const { silent, refused } = withoutFigure(group, pool, tables);
  const withoutCount = percentagesText(pool);
  const isSilent = silent.trials > 0 && refused.length + cohortsOfClass(pool).length === 0;
  return [
    ...factsOf(group, [!isSilent && countedText(group, row, answer)]),
    ...(silent.trials === 0
      ? []
      : [
          {
            group,
            text: `not found in ${withNoun(silent.trials, noun)}`,
            explanation: `${silent.text}.`,
          },
        ]),
    ...(refused.length === 0
      ? []
      : [
          {
            group,
            text: `${withNoun(refused.length, "figure")} not counted`,
            explanation: `Not counted for ${classPlural[group]}: ${refused.map(({ label, text }) => `${label}: ${text}`).join("; ")}.`,
          },
        ]),
    ...factsOf(group, [withoutCount && `without a count: ${withoutCount}`]),
  ];
}

/** Returns text such as "counted in 3 of 5 trials, without elranatamab", or what replaces a missing number. */
function countedText(group: TherapyClass, row: Row, answer: Answer): string {
  const { k, selectedTrials, estimate, missingProducts } = row.pools[group];
  const noun = studyWordOf(answer.query);
  if (isByTrial(row, group)) {
    const trials = distinctTrials(cohortsOfClass(row.pools[group]));
    return `a figure, bound or median in ${trialsOf(noun, trials, selectedTrials)}`;
  }
  if (estimate === null) return missingText(group, row, answer) ?? "";
  const without = missingProducts.length > 0 && `without ${productNames(missingProducts)}`;
  return withCommas([`counted in ${trialsOf(noun, k, selectedTrials)}`, without]);
}

/** Returns the trials of a class that report no figure, and the figures that do not count, each with the reason. */
function withoutFigure(group: TherapyClass, pool: Pool, tables: readonly ClassTable[]) {
  const lines = tables
    .filter((table) => table.group === group)
    .flatMap(({ products }) => products.flatMap(({ trials }) => trials));
  const listedCohorts = new Set(lines.map(({ cohort }) => cohort));
  const trialsWithFigure = new Set(cohortsOfClass(pool).map(({ trial }) => trial));
  const trialOf = (id: string) => dataset.cohorts.find((cohort) => cohort.id === id)?.trial ?? id;
  // A trial with a figure in another of its cohorts is not listed as a trial without one.
  const notPooled = pool.notPooled.filter(
    ({ cohort, reason }) =>
      reason.code !== "not-reported" || !trialsWithFigure.has(trialOf(cohort)),
  );
  const silent = notPooled.filter(({ reason }) => reason.code === "not-reported");
  const texts = notPooledOf({ pools: { [group]: { ...pool, notPooled } } }, listedCohorts);
  return {
    silent: {
      trials: new Set(silent.map(({ cohort }) => trialOf(cohort))).size,
      text: texts.silent,
    },
    refused: texts.reasons,
  };
}
