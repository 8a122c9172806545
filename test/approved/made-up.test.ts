/**
 * Tests texts that no approved answer shows, because no data lead to them: other values of a code, and made-up rows,
 * headlines and drugs. Each sample is approved, beside the answers, under the name of what it decides.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeCodedReason, makeNoteInWords } from "#presentation/words/codes.ts";
import {
  exclusions as exclusionWords,
  refusals as refusalWords,
} from "#presentation/words/exclusions.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import { regressionRemarks as remarkWords } from "#presentation/words/regression-remarks.ts";
import { advice } from "../support/advice.ts";
import { samplesAsText } from "./json-as-text.ts";
import { added } from "./made-up/added.ts";
import { exclusions, notes, notesOfGroup, refusals, regressionRemarks } from "./made-up/codes.ts";
import { drugs } from "./made-up/drugs.ts";
import { patientGroups } from "./made-up/patient-groups.ts";
import { classes, openedRows, rows } from "./made-up/rows.ts";
import { headlines, texts } from "./made-up/texts.ts";

const folder = join(import.meta.dirname, "answers/made-up");
const nameOf = (group: string) => makeShortAndLongGroupName(group, "therapy-class");
const noteTexts = notes.map((note) => makeNoteInWords(note, nameOf, "trial"));
const reasons = [
  ...exclusions.map((reason) => describeCodedReason(reason, exclusionWords)),
  ...refusals.map((reason) => describeCodedReason(reason, refusalWords)),
  ...regressionRemarks.map((reason) => describeCodedReason(reason, remarkWords)),
];

const files = {
  codes: [
    ...noteTexts.map(({ code, label, text }) => `${code}: ${label}\n  ${text}`),
    "",
    ...reasons,
    "",
  ].join("\n"),
  ...Object.fromEntries(
    Object.entries({
      classes,
      rows,
      "opened-rows": openedRows,
      headlines,
      drugs,
      texts,
      added,
      "patient-groups": patientGroups,
    }).map(([name, groups]) => [name, samplesAsText(groups)]),
  ),
};

describe.each(Object.entries(files))("made-up %s", (name, text) => {
  it("are approved", async () => {
    await expect(text).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  it("hold no value that was never turned into words, and advise nothing", () => {
    // Three phrases are allowed: recommended doses of labels, the cut that the asker chose, and that trials choose
    // their patients.
    const ours = text.replace(/[Rr]ecommended doses|choice of who asked|trials choose/g, "…");
    for (const line of ours.split("\n")) {
      expect(line.replace(/^##? .*/, "")).not.toMatch(/undefined|NaN|Infinity|\[object/);
      expect(line.replace(/^##? .*/, "")).not.toMatch(advice);
    }
  });
});

it.each([...noteTexts.flatMap(({ label, text }) => [label, text]), ...reasons])(
  "every value is in words: %s",
  (text) => {
    expect(text).not.toMatch(/null| {2}/);
  },
);

it.each(notesOfGroup)(
  "of which group $code is stands in it, also where both hold the same",
  (note) => {
    const byLines = (group: string) => makeShortAndLongGroupName(group, "prior-lines:6");
    const [under, from] = ["under-6", "from-6"].map((group) =>
      makeNoteInWords({ ...note, group }, byLines, "trial"),
    );
    expect(under?.text).not.toBe(from?.text);
  },
);
