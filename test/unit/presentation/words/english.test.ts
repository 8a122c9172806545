/** The English catalogue word for word, so that a change of a sentence shows in all its forms. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groupingBy } from "#core/evidence/dimensions.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { holdingReasons } from "#core/question/for-patient.ts";
import { sayNote, sayReason } from "#presentation/words/codes.ts";
import { analyses as analysisWords } from "#words/analyses.ts";
import { codes as english } from "#words/codes.ts";
import { advice } from "../../../support/advice.ts";
import { exclusions, fits, madeChecks, notes, refusals, regressionRemarks } from "./samples.ts";

const nameOf = (group: string) => english.groupName(group, "therapy-class");
const given = { age: null, priorLines: 2, priorBcma: ["adc", "car-t"] } as const;
const said = Object.values(notes)
  .flat()
  .map((note) => sayNote(note, nameOf, "trial", english));
const reasons = [
  ...Object.values(exclusions)
    .flat()
    .map((one) => sayReason(one, english.exclusions)),
  ...Object.values(refusals)
    .flat()
    .map((one) => sayReason(one, english.refusals)),
  ...Object.values(fits)
    .flat()
    .map((one) => sayReason(one, english.patient.fits)),
  ...holdingReasons.map((reason) => english.patient.holding[reason](given)),
  ...Object.values(english.patient.offers).flatMap((offer) => [offer(false), offer(true)]),
];
const { checks } = analysisWords;
const analyses = [
  ...madeChecks.map((one) =>
    [checks.name(one), checks.status(one), checks.shown(one), checks.extent(one)].join(" | "),
  ),
  checks.leaveOneOut("20 to 29 more", 6, 6),
  checks.leaveOneOut("20 to 29 more", 5, 6),
  checks.tippingPoint("14 more", "26 more", "responded"),
  ...Object.values(regressionRemarks)
    .flat()
    .map((one) => sayReason(one, analysisWords.regressionRemarks)),
];

describe("the English words", () => {
  it("are these", async () => {
    const lines = said.map(({ code, label, text }) => `${code}: ${label}\n  ${text}`);
    const all = [...lines, "", ...reasons, "", ...analyses, ""].join("\n");
    await expect(all).toMatchFileSnapshot("english.txt");
  });

  it("label every note in at most eight words, and explain it in sentences", () => {
    for (const { label, text } of said) {
      expect(label.split(" ").length, label).toBeLessThanOrEqual(8);
      expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
    }
  });

  it("hold no value that was never turned into words", () => {
    for (const text of [...said.flatMap(({ label, text }) => [label, text]), ...reasons]) {
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}/);
    }
  });

  it("say of which group a note is, also where both hold the same products", () => {
    const byLines = (group: string) => english.groupName(group, "prior-lines:6");
    for (const note of Object.values(notes).flat()) {
      if (!("group" in note)) continue;
      const [under, from] = ["under-6", "from-6"].map((group) =>
        sayNote({ ...note, group }, byLines, "trial", english),
      );
      expect(under?.text).not.toBe(from?.text);
    }
  });

  it("advise nothing", () => {
    // Allowed: recommended doses of labels, and the cut that the asker chose.
    const own = (text: string) => text.replace(/[Rr]ecommended doses|choice of who asked/, "…");
    for (const text of [
      ...said.flatMap(({ label, text }) => [label, text]),
      ...reasons,
      ...analyses,
    ]) {
      expect(own(text)).not.toMatch(advice);
    }
  });
});

describe("the names of groups", () => {
  const names = (dimension: string) => {
    const { groups } = groupingBy(dimension, dataset)(dataset.cohorts);
    return groups.map(({ id }) => english.groupName(id, dimension).short);
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
