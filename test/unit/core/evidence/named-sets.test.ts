/** Cohorts that each named set selects: no label and no number of lines decides about them. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { queryOf } from "../../../support/queries.ts";

it.each(dataset.sets.map(({ id }) => id))("%s selects the cohorts it always had", async (id) => {
  const { included } = splitIncludedAndExcludedCohorts(queryOf(`set=${id}`, dataset), dataset);
  const ids = included.map((cohort) => cohort.id).toSorted();
  await expect(`${ids.join("\n")}\n`).toMatchFileSnapshot(`sets/${id}.txt`);
});
