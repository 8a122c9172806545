import { expect, it } from "vitest";
import { models } from "#core/comparison/models.ts";
import { sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import { dataset } from "#core/dataset.ts";
import { sensitivityWithWords } from "#presentation/words/analyses-with-words.ts";
import { english } from "#presentation/words/catalogue.ts";
import { bispecific, cohort, datasetOf, figure, orr, widestBut } from "../../../support/cohorts.ts";
import { asked } from "../../../support/queries.ts";

const outcome = dataset.outcomes.find(({ id }) => id === "orr") ?? orr;
const told = sensitivityWithWords(
  sensitivity(asked("", dataset), outcome, dataset, models),
  outcome,
  english,
);

it("labels every analysis of sensitivity, each once", () => {
  const labels = told.analyses.map(({ label }) => label);
  expect(labels[0]).toBe("As asked");
  expect(labels).toContain("Without phase 1");
  expect(new Set(labels).size).toBe(labels.length);
});

it("says in a sentence what the fields say", () => {
  const { checks, kept, lost, text } = told.held;
  expect(text).toContain(
    lost.length > 0
      ? `Kept in ${kept} of ${checks} checks.`
      : `Holds in ${kept} of ${checks} checks.`,
  );
  for (const { label } of lost.slice(0, 3)) {
    expect(text.toLowerCase()).toContain(label.toLowerCase());
  }
  expect(text).toMatch(
    /With any one study left out: \d+ (more |fewer )?to \d+ (more|fewer)\. The interval would reach 0/,
  );
  expect(text).toMatch(
    /if, in comparable patients, \d+ more of 100 given bispecifics responded\.$/,
  );
});

it("names the first checks that lose a finding, and says that there are others", () => {
  const { checks } = english.analyses.held;
  const lost = (count: number) => Array.from({ length: count }, (_, index) => `Check ${index}`);
  expect(checks(false, 4, 6, lost(2))).toBe(
    "Depends on: check 0; also: check 1. Kept in 4 of 6 checks.",
  );
  expect(checks(false, 4, 9, lost(5))).toContain("also: check 1; check 2; and others.");
  expect(checks(true, 4, 8, lost(4))).toContain("not: check 0; check 1; check 2; check 3.");
});

it("has no range where no trial can be left out", () => {
  const made = datasetOf([
    cohort("a", { figures: [figure("orr", 60, 100)] }),
    bispecific("b", { figures: [figure("orr", 40, 100)] }),
  ]);
  const { held } = sensitivityWithWords(
    sensitivity(widestBut({}), orr, made, models),
    orr,
    english,
  );
  // Without either of the two cohorts there is no contrast.
  expect(held.leaveOneOut).toBeNull();
  expect(held.text).not.toContain("left out");
});
