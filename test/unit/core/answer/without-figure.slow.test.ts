/** Trials without a figure decide nothing: whether they are selected changes no number of the outcome. */
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { compareClasses } from "#core/answer/compare.ts";
import { cachedModels } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { readRegimenLabel } from "#core/evidence/regimen-labels.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { bispecific, cohort } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

type Row = Answer["outcomes"][number];

const answerTo = (text: string, of = dataset) =>
  compareClasses(queryOf(text, of), of, cachedModels);

/** Returns the number of each class, what the number is made of, and the difference. */
const numbersOf = ({ pools, contrasts }: Row) => ({
  pools: therapyClasses.map((group) => {
    const {
      selectedTrials,
      missingProducts,
      notPooled,
      notReported,
      // A label pool stands beside the number of a selected drug.
      labelPools,
      broader,
      medians,
      intentionToTreat,
      ...own
    } = pools[group];
    return own;
  }),
  // The analyses of a difference may assume another share of infused patients, and know other trials.
  contrasts: contrasts.map(({ analyses, ...difference }) => difference),
});

/** Expects the same numbers in the rows that the change concerns, and returns how many rows there are. */
function expectSame(rowsBefore: readonly Row[], answerAfter: Answer, who: string): number {
  for (const row of rowsBefore) {
    const rowAfter = answerAfter.outcomes.find(({ outcome }) => outcome === row.outcome);
    const numbers = rowAfter && numbersOf(rowAfter);
    expect(numbers, `${row.outcome} without ${who}`).toEqual(numbersOf(row));
  }
  return rowsBefore.length;
}

/** Returns whether a selected cohort has no figure in a row. */
const isSilent = ({ pools }: Row, id: string) =>
  therapyClasses.every((group) => {
    const { studies, otherRegimen, notPooled } = pools[group];
    const reported = notPooled.filter(({ reason }) => reason.code === "shares-patients");
    const all = [...studies, ...(otherRegimen?.studies ?? []), ...reported];
    return all.every((candidate) => candidate.cohort !== id);
  });

describe.each(["", "availability=us", "evidence=all"])("of the question %j", (text) => {
  const before = answerTo(text);

  it("no cohort without a figure changes a number when it is left out", () => {
    let compared = 0;
    for (const { cohort: id } of before.selection.included) {
      const silent = before.outcomes.filter((row) => isSilent(row, id));
      if (silent.length === 0) continue;
      compared += expectSame(silent, answerTo(`${text}${text && "&"}exclude=${id}`), id);
    }
    expect(compared).toBeGreaterThan(0);
  });

  it("no cohort without any figure changes a number when it is added", () => {
    const added = therapyClasses.map((group) => {
      const product = dataset.products.find(
        ({ slug, therapyClass, targets, contains }) =>
          therapyClass === group &&
          readRegimenLabel({ product: slug, partners: [] }, "us", "3+", dataset).status ===
            "labelled" &&
          targets.includes("bcma") &&
          contains.length === 0,
      );
      const make = group === "bsab" ? bispecific : cohort;
      return make(`added-${group}`, { product: product?.slug ?? "", n: 5000, medianAge: null });
    });
    const after = answerTo(text, { ...dataset, cohorts: [...dataset.cohorts, ...added] });
    const more = after.selection.included.length - before.selection.included.length;
    expect(more).toBe(added.length);
    expect(expectSame(before.outcomes, after, "the added ones")).toBeGreaterThan(0);
  });
});
