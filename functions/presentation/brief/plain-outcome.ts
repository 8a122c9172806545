/** One outcome in natural frequencies, for a reader who does not live with odds ratios. */

import type { Comparison, OutcomeComparison } from "#core/comparison/answer.ts";
import { groups } from "#core/evidence/classes.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { en } from "../words/english/screen.ts";
import { counted, differenceWords } from "../words/rates.ts";
import { plainCertainty } from "./certainty.ts";
import { differenceOf, includesZero, nearZero } from "./contrast.ts";
import { missingSentence } from "./missing.ts";
import { about, ends } from "./numbers.ts";
import { titleOf } from "./outcome.ts";
import { className, line, paragraph, type Section } from "./parts.ts";
import { patientsOf } from "./pool.ts";
import { numbersOnly, type References } from "./references.ts";

export function plainOutcomeSection(
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
): Section {
  return {
    heading: titleOf(row),
    blocks: [
      ...paragraph(
        ...groups.map((group) => rateLine(group, row, comparison, references)),
        ...differenceSentences(row),
      ),
      ...plainCertainty(row),
    ],
  };
}

function rateLine(
  group: TherapyClass,
  row: OutcomeComparison,
  comparison: Comparison,
  references: References,
) {
  const { estimate, interval, k, n, studies } = row.pools[group];
  if (estimate === null || interval === null) return line(missingSentence(group, row, comparison));
  const patients = n === null ? "" : `, ${counted(n, "patient")}`;
  const text = `With ${className[group]}, ${about(estimate)} of 100 ${patientsOf(row)} ${row.phrase} (range ${ends(interval)}; ${counted(k, "cohort")}${patients}).`;
  return line(text, numbersOnly(studies.flatMap(({ citation }) => references.cite(citation))));
}

/** Only the range: the two whole numbers above it need not subtract to a rounded difference. */
function differenceSentences(row: OutcomeComparison): string[] {
  const difference = differenceOf(row);
  if (difference === null) return [];
  const { interval } = difference;
  const { range } = differenceWords(difference.value, interval, 0, en);
  const what = `${patientsOf(row)} ${row.phrase}`;
  if (includesZero(interval)) {
    return [
      `The data do not tell with which class more ${what}: anything from ${range} of 100 with CAR-T fits them.`,
    ];
  }
  const more = className[interval[0] > 0 ? "car-t" : "bsab"];
  return [
    `More ${what} with ${more} in these cohorts: ${range} of 100 with CAR-T.`,
    ...nearZero(interval),
  ];
}
