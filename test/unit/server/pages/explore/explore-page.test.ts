/** `/explore` as it is sent: its numbers are those of its files, and its form offers what the question has. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { countDistinctTrials } from "#core/evidence/trials.ts";
import { textAt } from "../../../../support/built-app.ts";
import { textOf } from "../../../../support/html.ts";

it("the cut points of a paper are offered where its set is asked", async () => {
  const [paper, usual] = [
    await textAt("/explore?set=roex-2020&outcome=cr"),
    await textAt("/explore?outcome=cr"),
  ];
  for (const cut of ["prior-lines:5", "age:60", "high-risk:50"]) {
    expect(paper).toContain(`value="${cut}"`);
    expect(usual).not.toContain(`value="${cut}"`);
  }
});

it("trials that cannot be grouped are counted as trials, several cohorts of one once", async () => {
  const question = "outcome=crs&compare=age:62&availability=any&target=any";
  const { selection } = JSON.parse(
    await textAt(`/v1/comparison?${question}&therapy-class=car-t`),
  ) as {
    selection: Record<"included" | "excluded", { cohort: string; parameter?: string }[]>;
  };
  const ungrouped = selection.excluded.filter(({ parameter }) => parameter === "compare");
  const trialsOf = (parts: readonly { cohort: string }[]) =>
    countDistinctTrials(
      dataset.cohorts.filter(({ id }) => parts.some(({ cohort }) => cohort === id)),
    );
  const [left, all] = [trialsOf(ungrouped), trialsOf([...ungrouped, ...selection.included])];
  expect(all).toBeLessThan(ungrouped.length + selection.included.length);
  expect(textOf(await textAt(`/explore?${question}`))).toContain(
    `was not found in ${left} of ${all} trials`,
  );
});
