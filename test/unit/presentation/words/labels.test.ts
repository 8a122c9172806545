/** No text says of a regimen that it is labelled or approved where the labels do not. */

import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { findExclusionReason } from "#core/evidence/filters.ts";
import { makeLabelSaleAndTherapyNotes } from "#core/evidence/label-notes.ts";
import { makeRegimen, readRegimenLabel } from "#core/evidence/regimen-labels.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { describeCodedReason, makeNoteInWords } from "#presentation/words/codes.ts";
import { exclusions } from "#presentation/words/exclusions.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import { widestBut } from "../../../support/cohorts.ts";
import { sampled } from "../../../support/sample.ts";

const nameOf = (group: string) => makeShortAndLongGroupName(group, "therapy-class");
const allLines = ["1", "2", "3+"] as const;
const claim = /\b(?:labelled|approved)\b/i;
/** Matches a denial, which only an entry of the data may make. */
const denial = /\bnot (?:labelled|approved)\b/gi;

/** Lists a cohort of each regimen, on which alone its labels depend. */
const cohortOfRegimen = [
  ...new Map(
    dataset.cohorts.map((cohort) => [JSON.stringify(makeRegimen(cohort)), cohort]),
  ).values(),
];
const cohorts = sampled(cohortOfRegimen, 8);

const questions = labelRegions.flatMap((region) =>
  allLines.map((lines) => ({
    region,
    lines,
    query: widestBut({ availability: [region], lines, labelled: "line" }),
  })),
);

describe.each(questions)("in $region for $lines lines", ({ region, lines, query }) => {
  it("no reason of any cohort claims a label, and a denial rests on an entry", () => {
    for (const cohort of dataset.cohorts) {
      const { status } = readRegimenLabel(makeRegimen(cohort), region, lines, dataset);
      const exclusion = findExclusionReason(cohort, query, dataset);
      if (exclusion === null || !["not-on-label", "not-sold"].includes(exclusion.reason.code))
        continue;
      const text = describeCodedReason(exclusion.reason, exclusions);
      expect(text.replace(denial, ""), cohort.id).not.toMatch(claim);
      expect(denial.test(text), cohort.id).toBe(
        exclusion.reason.code === "not-on-label" && status === "not-labelled",
      );
      denial.lastIndex = 0;
    }
  });

  it("no note claims a label, for each regimen as if it alone counted", () => {
    for (const cohort of cohorts) {
      const { status } = readRegimenLabel(makeRegimen(cohort), region, lines, dataset);
      for (const note of makeLabelSaleAndTherapyNotes(query, [cohort], dataset)) {
        if (note.code !== "no-label" && note.code !== "counted-without-label") continue;
        const { text } = makeNoteInWords(note, nameOf, "trial");
        if (status !== "labelled") expect(text.replace(denial, ""), cohort.id).not.toMatch(claim);
      }
    }
  });
});
