/**
 * Tests which regimens count, are labelled, are left out and are offered, by region and lines. Every label is checked
 * against indications that were copied a second time.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { labelNotes } from "#core/evidence/label-notes.ts";
import { labelsBySide, type RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { select } from "#core/evidence/select.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { queryOf } from "../../../support/queries.ts";
import { labelCells } from "../../data/label-cells.ts";

const questions = ["us,eu", ...labelRegions].flatMap((place) =>
  ["1", "2", "3%2B"].map((line, at) => ({ text: `availability=${place}&lines=${line}`, at })),
);

const includedIn = (text: string) => select(queryOf(text, dataset), dataset).included;

/** Returns the copied label of a regimen in a region; `undefined` if the regimen is not in the table. */
function copied({ product, partners }: RegimenLabels, region: string, at: number) {
  const cell = labelCells.find(
    (line) =>
      line.product === product &&
      line.region === region &&
      line.partners.join() === partners?.join(),
  );
  return cell && { status: cell.statuses[at], minPriorLines: cell.least };
}

describe.each(questions)("$text", ({ text, at }) => {
  const query = queryOf(text, dataset);
  const included = includedIn(text);
  const counted = labelsBySide(query, included, dataset).flatMap((side) => side.regimens);
  const offered = labelNotes(query, included, dataset).find(
    (note) => note.code === "left-out-for-label",
  );
  const leftOut = offered?.regimens ?? [];

  it("every label is the one copied a second time", () => {
    for (const line of [...counted, ...leftOut]) {
      for (const { region, status, minPriorLines } of line.labels) {
        const name = [line.product, line.partners, region].join();
        expect({ status, minPriorLines }, name).toEqual(copied(line, region, at));
      }
    }
  });

  it("what counts is labelled in a region asked for, no other is", () => {
    const isLabelled = ({ labels }: RegimenLabels) =>
      labels.some(({ status }) => status === "labelled");
    expect(counted.filter((line) => !isLabelled(line))).toEqual([]);
    expect(leftOut.filter(isLabelled)).toEqual([]);
  });

  it("what is offered counts all that was left out", () => {
    const ids = offered ? includedIn(offered.query).map(({ id }) => id) : [];
    const left = leftOut.flatMap(({ trials }) => trials.map(({ cohort }) => cohort));
    expect(ids).toEqual(expect.arrayContaining(left));
  });
});
