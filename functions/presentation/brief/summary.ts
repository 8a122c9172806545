/** Every outcome in a line, before each is told at length: what is copied into a note. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { hasNumber } from "#core/comparison/reported.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { onlyProduct, regimenOf } from "../view/headline.ts";
import { en } from "../words/english/screen.ts";
import { counted, differenceWords, rangeOf100, rateOf100 } from "../words/rates.ts";
import { differenceOf } from "./contrast.ts";
import { titleOf } from "./outcome.ts";
import { className, type Depth, list, type Section } from "./parts.ts";

/** None for a single outcome, which is short enough, and where there is no number to tell. */
export function summarySection({ outcomes, query }: Comparison, depth: Depth): Section[] {
  const anyNumber = outcomes.some(hasNumber);
  if (outcomes.length < 2 || !anyNumber) return [];
  const asked = groups.filter(
    (group) => query.therapyClass === "both" || query.therapyClass === group,
  );
  const lead =
    "Patients of 100, pooled for a typical cohort or estimated from the only one, with 95 % intervals; separate cohorts of different patients; more or fewer is CAR-T against bispecific antibodies";
  return [
    {
      heading: "In short",
      blocks: list(
        lead,
        outcomes.map((row) => lineOf(row, asked, depth)),
      ),
    },
  ];
}

function lineOf(row: OutcomeComparison, asked: readonly TherapyClass[], depth: Depth): string {
  if (!hasNumber(row)) return `${titleOf(row)}: no number can be pooled.`;
  const difference = differenceOf(row);
  const digits = depth === "specialist" ? (difference?.digits ?? 0) : 0;
  const rates = asked
    .filter((group) => row.appliesTo.includes(group))
    .map((group) => {
      const { estimate, interval, k } = row.pools[group];
      return estimate === null || interval === null
        ? `${className[group]} no number`
        : `${nameOf(group, row)} ${rateOf100(estimate, digits)} ${rangeOf100(interval)} from ${counted(k, "cohort")}`;
    });
  return `${titleOf(row)}: ${[rates.join(", "), ...differenceText(row, depth)].join("; ")}.`;
}

/** A class that rests on one product is not that class, nor what was given with other drugs that alone. */
function nameOf(group: TherapyClass, { pools }: OutcomeComparison): string {
  const only = onlyProduct(pools[group]);
  const product = only === null ? "" : ` (${only} only)`;
  return `${className[group]}${product}${en.headline.combination[regimenOf(pools[group])]}`;
}

/** For a generalist only the range: the two whole numbers before it need not subtract to the difference. */
function differenceText(row: OutcomeComparison, depth: Depth): string[] {
  const difference = differenceOf(row);
  if (difference === null) return [];
  const { amount, range } = differenceWords(
    difference.value,
    difference.interval,
    difference.digits,
    en,
  );
  const { level } = row.certainty;
  return [
    depth === "specialist" ? `${amount} (${range})` : range,
    ...(level === "not-rated" ? [] : [`certainty ${en.certainty[level]}`]),
  ];
}
