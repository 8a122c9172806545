/** Words of ours that are approved by themselves, and the names of groups. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { sayNote, sayReason } from "#presentation/words/codes.ts";
import { exclusions as exclusionWords } from "#presentation/words/exclusions.ts";
import { groupName } from "#presentation/words/groups.ts";
import { refusals as refusalWords } from "#presentation/words/refusals.ts";
import { regressionRemarks as remarkWords } from "#presentation/words/regression-remarks.ts";
import { advice } from "../../../support/advice.ts";
import { exclusions, notes, notesOfGroup, refusals, regressionRemarks } from "./samples.ts";

const nameOf = (group: string) => groupName(group, "therapy-class");
const said = notes.map((note) => sayNote(note, nameOf, "trial"));
const reasons = [
  ...exclusions.map((one) => sayReason(one, exclusionWords)),
  ...refusals.map((one) => sayReason(one, refusalWords)),
  ...regressionRemarks.map((one) => sayReason(one, remarkWords)),
];

describe("the English words that no approved answer has", () => {
  it("are these", async () => {
    const lines = said.map(({ code, label, text }) => `${code}: ${label}\n  ${text}`);
    await expect([...lines, "", ...reasons, ""].join("\n")).toMatchFileSnapshot("english.txt");
  });

  it("hold no value that was never turned into words", () => {
    for (const text of [...said.flatMap(({ label, text }) => [label, text]), ...reasons]) {
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}/);
    }
  });

  it.each(notesOfGroup)("say of which group $code is, also where both hold the same", (note) => {
    const byLines = (group: string) => groupName(group, "prior-lines:6");
    const [under, from] = ["under-6", "from-6"].map((group) =>
      sayNote({ ...note, group }, byLines, "trial"),
    );
    expect(under?.text).not.toBe(from?.text);
  });

  it("advise nothing", () => {
    // Allowed: recommended doses of labels, and the cut that the asker chose.
    const own = (text: string) => text.replace(/[Rr]ecommended doses|choice of who asked/, "…");
    for (const text of [...said.flatMap(({ label, text }) => [label, text]), ...reasons]) {
      expect(own(text)).not.toMatch(advice);
    }
  });
});

describe("the names of groups", () => {
  const names = (dimension: string) => {
    const { groups } = groupingBy(dimension, dataset)(dataset.cohorts);
    return groups.map(({ id }) => groupName(id, dimension).short);
  };

  it.each([
    ...dimensionNames,
    ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
  ])("by %s differ from each other, and those of a cut are words", (dimension) => {
    const all = names(dimension);
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(name).not.toMatch(/^(?:under|from)-/);
  });
});
