/** Every outcome in a line, before each is told at length: what is copied into a note. */
import type { TherapyClass } from "../../data/vocabulary.ts";
import { en } from "../../widget/strings/en.ts";
import { onlyProduct } from "../../widget/views/headline.ts";
import { counted, differenceWords, rangeOf100, rateOf100 } from "../../widget/views/words.ts";
import type { Comparison, OutcomeComparison } from "../comparison/answer.ts";
import { groups } from "../evidence/class-names.ts";
import { differenceOf } from "./contrast.ts";
import { hasNumber, titleOf } from "./outcome.ts";
import { className, type Depth, list, type Section } from "./parts.ts";

/** None for a single outcome, which is short enough, and where there is no number to tell. */
export function summarySection({ outcomes }: Comparison, depth: Depth): Section[] {
  const anyNumber = outcomes.some(hasNumber);
  if (outcomes.length < 2 || !anyNumber) return [];
  const lead =
    "Patients of 100 in a typical cohort of each class, separate cohorts of different patients, with 95 % intervals; more or fewer is CAR-T against bispecific antibodies";
  return [
    {
      heading: "In short",
      blocks: list(
        lead,
        outcomes.map((row) => lineOf(row, depth)),
      ),
    },
  ];
}

function lineOf(row: OutcomeComparison, depth: Depth): string {
  if (!hasNumber(row)) return `${titleOf(row)}: no number can be pooled.`;
  const difference = differenceOf(row);
  const digits = depth === "specialist" ? (difference?.digits ?? 0) : 0;
  const rates = groups
    .filter((group) => row.appliesTo.includes(group))
    .map((group) => {
      const { estimate, interval, k } = row.pools[group];
      return estimate === null || interval === null
        ? `${className[group]} no number`
        : `${nameOf(group, row)} ${rateOf100(estimate, digits)} ${rangeOf100(interval)} in ${counted(k, "cohort")}`;
    });
  return `${titleOf(row)}: ${[rates.join(", "), ...differenceText(row, depth)].join("; ")}.`;
}

/** A class that rests on one product is not that class. */
function nameOf(group: TherapyClass, { pools }: OutcomeComparison): string {
  const only = onlyProduct(pools[group]);
  return only === null ? className[group] : `${className[group]} (${only} only)`;
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
