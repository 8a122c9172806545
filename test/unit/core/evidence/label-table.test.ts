/**
 * Tests which regimens count, are left out and are offered, by region and lines. `unit/data/sentinel-labels.test.ts` checks
 * every label against indications that were copied a second time.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { makeLabelNotes } from "#core/evidence/label-notes.ts";
import { listLabelsOfClasses, type RegimenLabels } from "#core/evidence/regimen-labels.ts";
import { selectCohorts } from "#core/evidence/select.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { queryOf } from "../../../support/queries.ts";

const questions = ["us,eu", ...labelRegions].flatMap((place) =>
  ["1", "2", "3%2B"].map((line) => `availability=${place}&lines=${line}`),
);

const includedIn = (text: string) => selectCohorts(queryOf(text, dataset), dataset).included;

describe.each(questions)("%s", (text) => {
  const query = queryOf(text, dataset);
  const included = includedIn(text);
  const counted = listLabelsOfClasses(query, included, dataset).flatMap((side) => side.regimens);
  const offered = makeLabelNotes(query, included, dataset).find(
    (note) => note.code === "left-out-for-label",
  );
  const leftOut = offered?.regimens ?? [];

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
