/** Returns why a class has no number in a row, and why a row has no difference. */

import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { listPoolEvidence } from "#core/answer/evidence.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { formatQuery, widenEveryFilter } from "#core/question/query-text.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { chooseStudyWord, classAdjective, classPlural, nameGap } from "../words/names.ts";
import { formatCountWithNoun, joinWithConjunction } from "../words/sentences.ts";
import {
  byTrialOnly,
  describeFirstReasonNotCompared,
  findDifferenceNumbers,
  isClassShownByTrialOnly,
} from "./difference.ts";
import { hasNumber } from "./figures.ts";
import { nameOnlyProduct } from "./products.ts";

/** Returns in a few words why a class has no number; `null` for a class that has one, or one for each of two trials. */
export function describeWhyNoNumber(
  group: TherapyClass,
  row: Row,
  answer: Pick<Answer, "query" | "selection">,
): string | null {
  const { query, selection } = answer;
  const pool = row.pools[group];
  const noun = chooseStudyWord(query);
  const adjective = classAdjective[group];
  if (hasNumber(pool)) return null;
  if (!row.appliesTo.includes(group)) return row.notFor ?? "";
  if (query.therapyClass !== "both" && query.therapyClass !== group) {
    return `${adjective} not asked for`;
  }
  if (selection.cohorts[group] === 0) return `no ${adjective} ${noun} in this selection`;
  if (isClassShownByTrialOnly(row, group)) return byTrialOnly;
  // The number of the other kind of regimen stands below this text.
  if (pool.otherRegimen) return "other regimen only";
  const isSilentClass = isPoolSilent(pool);
  if (isSilentClass && pool.elsewhere) return `${adjective} ${nameGap(pool)}`;
  return isSilentClass
    ? `not reported for ${classPlural[group]} in ${formatCountWithNoun(pool.selectedTrials, noun)}`
    : `no ${adjective} count to pool`;
}

/** Tells whether nothing is reported of a class, not even of one drug or by a label. */
export function isPoolSilent(pool: Pool): boolean {
  return pool.k === 0 && pool.notPooled.length === 0 && listPoolEvidence(pool).length === 0;
}

/**
 * Returns why a row has no difference; empty if it has one. A class without cohorts adds no reason here, because a
 * notice next to the row gives it.
 */
export function describeWhyNoDifference(
  row: Row,
  answer: Pick<Answer, "query" | "selection">,
): string {
  if (findDifferenceNumbers(row)) return "";
  const reasonOf = (group: TherapyClass) =>
    answer.selection.cohorts[group] > 0 ? describeWhyNoNumber(group, row, answer) : null;
  return describeFirstReasonNotCompared(row, answer, {
    "car-t": reasonOf("car-t"),
    bsab: reasonOf("bsab"),
  });
}

/**
 * Returns text such as "teclistamab is the only bispecific counted", for a row without a difference because a side
 * rests on one of several drugs; empty for any other row.
 */
export function describeOnlyDrugsWithFigure({ contrasts: [contrast], pools }: Row): string {
  if (contrast?.status !== "one-product") return "";
  const alone = therapyClasses.flatMap((group) => {
    const name = pools[group].missingProducts.length > 0 ? nameOnlyProduct(pools[group]) : null;
    return name === null ? [] : `${name} is the only ${classAdjective[group]} counted`;
  });
  return joinWithConjunction(alone);
}

/** Holds a link to the question without filters, as in "CAR-T and bispecifics, without filters". */
export interface WayElsewhere {
  readonly text: string;
  readonly query: string;
}

/** Leads to what is reported of classes of which the question has nothing; `null` for any other row. */
export function makeWayElsewhere({ outcome, pools }: Row): WayElsewhere | null {
  const groups = therapyClasses.filter((group) => pools[group].elsewhere);
  if (groups.length === 0) return null;
  const names = joinWithConjunction(groups.map((group) => classPlural[group]));
  const query = widenEveryFilter({ ...defaultQuery, outcome: [outcome] });
  return { text: `${names}, without filters`, query: formatQuery(query, { sets: [] }) };
}
