/** Tests what an answer says of labels and earlier therapy where no approved answer shows it. */
import { expect, it } from "vitest";
import { makeLabelSaleAndTherapyNotes } from "#core/evidence/label-notes.ts";
import { listLabelConditions } from "#core/evidence/regimen-labels.ts";
import { approvedIn, cohort, datasetOf, product } from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";

it("a class that was given and a drug that failed are a condition together", () => {
  const conditions = {
    requires: [{ class: "PI", state: "exposed" } as const],
    refractoryTo: ["lenalidomide"],
  };
  const products = [product("a-cel", "car-t", { approvals: [approvedIn("us", conditions)] })];
  const regimens = [{ product: "a-cel", partners: [] }];
  expect(listLabelConditions(regimens, ["us"], "3+", { products })).toMatchObject([
    { exposedTo: ["PI"], refractoryTo: ["lenalidomide"], regions: ["us"] },
  ]);
});

it("a kind of earlier therapy that no trial had is named, although no trial stands beside", () => {
  const kind = { kind: "adc", directed: true, n: 13, of: 20, responders: null } as const;
  const data = datasetOf([cohort("a", { priorBcma: "required", priorBcmaKinds: [kind] })]);
  const notes = makeLabelSaleAndTherapyNotes(queryOf("prior-bcma=car-t", data), [], data);
  expect(notes.find(({ code }) => code === "after-kinds")).toMatchObject({
    ...{ counted: [], notCounted: [], unknown: ["car-t"] },
  });
});
