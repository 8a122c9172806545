/** The list of trials: what it leaves out, and where the left ones stand. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { trialTables } from "#presentation/row/trials-view.ts";
import { asked } from "../../../support/queries.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (question: string) => screenAnswer(asked(question, dataset), dataset);
const all = answerTo("outcome=orr");
const without = answerTo("outcome=orr&exclude=karmma");
const rowOf = ({ outcomes: [row] }: typeof all) => {
  if (!row) throw new Error("no row");
  return row;
};
const tablesOf = (answer: typeof all) => trialTables(rowOf(answer), answer);
const linesOf = (answer: typeof all) => tablesOf(answer).flatMap(({ lines }) => lines);

describe("a trial that was left out", () => {
  it("keeps its place, its name and no number, so that it can be counted again", () => {
    const before = linesOf(all);
    const after = linesOf(without);
    expect(after.map(({ cohort }) => cohort)).toEqual(before.map(({ cohort }) => cohort));
    expect(after.filter(({ counted }) => counted === null)).toEqual([
      { cohort: "karmma", label: "KarMMa", publication: null, counted: null },
    ]);
  });

  it("moves the pool of its class and no other", () => {
    const [carT, bsab] = tablesOf(all);
    const [left, same] = tablesOf(without);
    expect(left?.together[0]?.number).not.toBe(carT?.together[0]?.number);
    expect(same).toEqual(bsab);
  });

  it("is there beside what comes in for it, if all of its class are left out", () => {
    const ids = rowOf(all).pools.bsab.studies.map(({ cohort }) => cohort);
    const tables = tablesOf(answerTo(`outcome=orr&exclude=${ids.join(",")}`));
    const bsab = tables.find(({ group }) => group === "bsab");
    const left = bsab?.lines.filter(({ counted }) => counted === null);
    expect(left?.map(({ cohort }) => cohort)).toEqual([...ids].sort());
  });
});
