/** `/explore` as it is sent: its numbers are those of its files, and its form offers what the question has. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { distinctTrials } from "#core/evidence/trials.ts";
import { textAt } from "../../../../support/built-app.ts";
import { textOf } from "../../../../support/html.ts";

it("the groups of each class that is explored lead to their numbers, which are those of the page", async () => {
  const text = await textAt("/explore?outcome=orr&compare=lines");
  const links = [...text.matchAll(/href="(\/v1\/comparison\.csv\?[^"]*)"/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );
  expect(links.map((link) => new URLSearchParams(link).get("therapy-class"))).toEqual([
    "car-t",
    "bsab",
  ]);
  for (const link of links) {
    const [head = "", ...lines] = (await textAt(link)).trim().split("\r\n");
    const at = head.split(",").indexOf("estimate");
    const pools = lines.filter((line) => line.startsWith("pool,"));
    const rates = pools.map((line) => line.split(",")[at]).filter(Boolean);
    expect(rates.length).toBeGreaterThan(0);
    const ratesShown = rates.filter((rate) =>
      text.includes(`<strong>${Math.round(100 * Number(rate))}</strong>`),
    );
    expect(ratesShown).toEqual(rates);
  }
});

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
    distinctTrials(dataset.cohorts.filter(({ id }) => parts.some(({ cohort }) => cohort === id)));
  const [left, all] = [trialsOf(ungrouped), trialsOf([...ungrouped, ...selection.included])];
  expect(all).toBeLessThan(ungrouped.length + selection.included.length);
  expect(textOf(await textAt(`/explore?${question}`))).toContain(
    `was not found in ${left} of ${all} trials`,
  );
});

it("what a set pooled by construct is what its paper counts, and a rate outside its own interval says so", async () => {
  const text = textOf(await textAt("/explore?outcome=orr"));
  // Roex, J Hematol Oncol 2020, Results: 489, 101 and 23 of 640; 4-1BB 520.
  expect(text).toMatch(
    /Roex 2020\s?: 27 studies.* lentiviral 489, retroviral 101, transposon 23, .* 4-1BB 520,/,
  );
  // Yang, Int J Med Sci 2021: 23 studies, 15 of BCMA alone and 4 of two targets.
  expect(text).toMatch(
    /Yang 2021\s?: 23 studies.* 15 with BCMA alone, 4 with two targets; 350 patients/,
  );
  expect(text).toMatch(/74 % \(65 to 73\)\s*Does not fit: /);
});
