/** The rules of what a label says, each by a made-up product. */
import { describe, expect, it } from "vitest";
import {
  findWeakestLabel,
  type LabelQuestion,
  readLabelFromApprovals,
  readLabelRequirements,
} from "#core/evidence/labels.ts";
import type { ComputeApproval } from "#data/compute-set.ts";
import { drugClasses } from "#data/vocabulary.ts";
import { approvedIn } from "../../../support/cohorts.ts";

/** Approved alone after three lines, in the region that is asked for. */
const entry = (over: Partial<ComputeApproval> = {}): ComputeApproval =>
  approvedIn("eu", {
    ...{ date: "2024", kind: null, inForce: (over.status ?? "approved") === "approved" },
    ...over,
  });

const lines = (min: number | null, max: number | null = null) => ({ priorLines: { min, max } });
const classes = (
  state: ComputeApproval["requires"][number]["state"],
  names: readonly ComputeApproval["requires"][number]["class"][] = drugClasses,
) => ({ requires: names.map((name) => ({ class: name, state })) });

function labelFor(entries: readonly ComputeApproval[], over: Partial<LabelQuestion> = {}) {
  return readLabelFromApprovals(entries, { partners: [], region: "eu", lines: 3, ...over });
}

/** The entries of a product, what is asked after three lines, and what the label says. */
type Situation = [
  situation: string,
  entries: readonly ComputeApproval[],
  question: Partial<LabelQuestion>,
  label: Partial<ReturnType<typeof readLabelFromApprovals>>,
];

function describeLabels(title: string, situations: readonly Situation[]): void {
  describe(title, () => {
    it.each(situations)("%s", (_, entries, question, label) => {
      for (const approvals of [entries, entries.toReversed()]) {
        expect(labelFor(approvals, question)).toMatchObject(label);
      }
    });
  });
}

const labelled = (minPriorLines: number) => ({ status: "labelled" as const, minPriorLines });
const fromLine = (minPriorLines: number) => ({
  ...{ status: "labelled-from-line" as const, minPriorLines },
});
const without = (status: "not-known" | "not-labelled" | "no-label-found") => ({
  ...{ status, minPriorLines: null },
});
const noneFound = without("no-label-found");

const two = entry({ ...lines(2), date: "2025" });
const four = entry({ ...lines(4), date: "2022" });
const combination = entry({ ...lines(1), partners: ["some drug", "other drug"] });
const partners = ["other drug", "some drug"];

describeLabels("an approval in force", [
  ["from two lines on, asked for 1", [two], { lines: 1 }, fromLine(2)],
  ["asked for 2", [two], { lines: 2 }, labelled(2)],
  ["asked for 3", [two], { lines: 3 }, labelled(2)],
  ["asked for any", [two], { lines: null }, labelled(2)],
  ["from a later line, in the late setting", [four], {}, labelled(4)],
  ["the least line of two decides", [four, two], { lines: 1 }, fromLine(2)],
  ["the least line of two is enough", [four, two], { lines: 2 }, labelled(2)],
  ["up to two lines", [entry(lines(1, 2))], { lines: 2 }, labelled(1)],
  ["up to two lines, asked for 3", [entry(lines(1, 2))], {}, without("not-labelled")],
  [
    "after drugs that failed, which decides nothing",
    [entry({ ...lines(1), ...classes("refractory") })],
    { lines: 1 },
    labelled(1),
  ],
  ["its regimen in any order", [combination], { partners, lines: 1 }, labelled(1)],
  ["a part of its regimen", [combination], { partners: ["some drug"], lines: 1 }, noneFound],
  ["the product alone", [combination], { lines: 1 }, noneFound],
  ["another region", [combination], { partners, region: "us", lines: 1 }, noneFound],
]);

const numberless = (over: Partial<ComputeApproval> = {}) => entry({ ...lines(null), ...over });
const unsure = entry({ ...lines(1), confidence: "low" });

const notKnown = without("not-known");
const onlyTwo = numberless(classes("exposed", ["PI", "IMiD"]));
const anyLines = [1, 2, 3, null] as const;

describeLabels("an approval without a number of lines", [
  ...(["exposed", "refractory"] as const).flatMap((state): Situation[] => [
    [`three classes ${state}, 2`, [numberless(classes(state))], { lines: 2 }, fromLine(3)],
    [`three classes ${state}, 3`, [numberless(classes(state))], {}, labelled(3)],
  ]),
  ...anyLines.flatMap((line): Situation[] => [
    [`no class, ${line}`, [numberless()], { lines: line }, notKnown],
    [`two classes, ${line}`, [onlyTwo], { lines: line }, notKnown],
    [`not tolerated, ${line}`, [numberless(classes("intolerant"))], { lines: line }, notKnown],
  ]),
  ["beside one with a number", [numberless(), entry(lines(3))], {}, labelled(3)],
  ["beside one with a later number", [numberless(), entry(lines(3))], { lines: 1 }, notKnown],
]);

describeLabels("what is not sure", [
  ...anyLines.map(
    (line): Situation => [`never says labelled, ${line}`, [unsure], { lines: line }, notKnown],
  ),
  ["changes no line that is sure", [unsure, entry(lines(3))], { lines: 1 }, fromLine(3)],
  ["of medium confidence is enough", [entry({ confidence: "medium" })], {}, labelled(3)],
]);

describeLabels("a combination that is not named", [
  ["of a product with a label", [entry()], { partners: null }, notKnown],
  ["of one without any in the region", [entry()], { partners: null, region: "us" }, noneFound],
]);

it("a pending approval whose day of decision is not known has none", () => {
  const pending = entry({ status: "pending", ...lines(1) });
  expect(labelFor([pending], { lines: 1 })).toEqual({ status: "pending", minPriorLines: 1 });
});

describe("beyond lines a label asks for", () => {
  const asksFor = (...entries: readonly ComputeApproval[]) =>
    readLabelRequirements(entries, { partners: [], region: "eu", lines: 2 });
  const nothing = { exposedTo: [], refractoryTo: [], progressionOnLast: false };
  const afterTwo = entry({ ...lines(1), ...classes("exposed", ["PI", "IMiD"]) });

  it("nothing where it is not labelled", () => {
    expect(asksFor()).toEqual(nothing);
    expect(asksFor({ ...afterTwo, inForce: false, status: "pending" })).toEqual(nothing);
    expect(asksFor({ ...afterTwo, confidence: "low" })).toEqual(nothing);
    expect(asksFor({ ...afterTwo, partners: ["daratumumab"] })).toEqual(nothing);
  });

  it("what two entries share, in one of which a class must have failed", () => {
    const refractory = entry({ ...lines(1), ...classes("refractory", ["PI"]) });
    expect(asksFor(afterTwo, refractory)).toEqual({ ...nothing, exposedTo: ["PI"] });
  });
});

it("a series of several products is labelled as the weakest of them", () => {
  const label = (over: Partial<ComputeApproval>) => labelFor([entry(over)], { lines: 2 });
  const [second, fourth] = [label(lines(2)), label(lines(4))];
  const refused = label({ status: "not-approved" });
  expect(findWeakestLabel([second, fourth])).toBe(fourth);
  expect(findWeakestLabel([fourth, refused, labelFor([])])).toBe(refused);
  expect(findWeakestLabel([second, labelFor([])])?.status).toBe("no-label-found");
  expect(findWeakestLabel([])).toBeUndefined();
});
