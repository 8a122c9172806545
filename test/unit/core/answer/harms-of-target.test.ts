/** Harms that follow from what a drug is directed at. */
import { expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { bispecific, cohort, datasetOf, figure, icans } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

const nails: Outcome = {
  ...icans,
  id: "nails",
  harmGroup: "mouth-skin",
  targets: ["gprc5d"],
};
const made = (...cohorts: ComputeCohort[]) => datasetOf(cohorts, { outcomes: [icans, nails] });
const widest = "lines=any&availability=any&labelled=any";
const answered = (question: string, ...cohorts: ComputeCohort[]) => {
  const evidence = made(...cohorts);
  return compareClasses(queryOf(`${widest}&${question}`, evidence), evidence, models).outcomes;
};
const ids = (question: string) => answered(question).map(({ outcome }) => outcome);

it("their group has them in no question of another target, unless one is asked for by name, which the group then does not cover", () => {
  expect(ids("outcome=toxicity&target=bcma")).toEqual(["icans-3"]);
  expect(ids("outcome=nails&target=bcma")).toEqual(["nails"]);
  expect(ids("outcome=toxicity,nails&target=bcma")).toEqual(["icans-3", "nails"]);
  const evidence = made();
  const canonical = formatQuery(queryOf("outcome=toxicity,icans-3,nails", evidence), evidence);
  expect(canonical).toBe("outcome=toxicity,nails");
});

it("their row counts only cohorts directed at the target, and calls no other missing", () => {
  const otherMab = bispecific("other", { product: "other-mab" });
  const counted = bispecific("trial", {
    ...{ product: "skin-mab", targets: ["gprc5d"], figures: [figure("nails", 40, 80)] },
  });
  const [row] = answered("outcome=nails&target=any", counted, otherMab, cohort("cells"));
  expect(row?.pools.bsab).toMatchObject({
    ...{ k: 1, events: 40, n: 80, missingProducts: [], notPooled: [] },
  });
});
