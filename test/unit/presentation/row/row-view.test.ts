/** A row among others: how sure it is, which sides it has, and under which heading it stands. */
import { expect, it } from "vitest";
import type { Check, Pool, Row } from "#core/answer/answer.ts";
import type { OnsetRange } from "#core/evidence/timing.ts";
import { isUnreported, rowViews } from "#presentation/row/row-view.ts";
import {
  check,
  comparison,
  contrast,
  noPool,
  notPooled,
  productPool,
  row,
  study,
} from "../../../support/answers.ts";
import { rowViewOf, sides } from "../../../support/viewed-rows.ts";

const { selection } = comparison();
const carTOnly = { answer: { selection: { ...selection, cohorts: { "car-t": 3, bsab: 0 } } } };
const carTReports = row(sides({}, null));
const compared = row({ contrasts: [contrast()] });
const viewsOf = (
  outcomes: readonly Row[],
  onsets: readonly OnsetRange[] = [],
  isInHeadline?: boolean,
) =>
  rowViews(
    comparison({ outcomes }),
    (outcome) => onsets.filter((range) => range.outcome === outcome),
    isInHeadline,
  );

it.each([
  [5, 0, "holds in all 5 checks", false],
  [5, 1, "holds in 5 of 6 checks", false],
  [1, 4, "unclear in 4 of 5 checks", true],
  [1, 1, "only 2 checks possible", true],
  [1, 0, "only 1 check possible", true],
  [0, 0, "no check possible", true],
])("with %d checks that hold and %d that are lost: %s", (holds, lost, text, isDoubt) => {
  const checks = Array.from(
    { length: holds + lost },
    (_, index): Check => check("dose", index < holds ? {} : { status: "lost" }),
  );
  const difference = { differencePer100: 21, differenceInterval: [1, 33] } as const;
  const clear = contrast({ ...difference, interval: [1.1, 9], oddsRatio: 3, checks });
  const { status } = rowViewOf(row({ contrasts: [clear] }));
  expect([status.text, status.isDoubt === true]).toEqual([text, isDoubt]);
});

it.each<[string, readonly Row[], boolean | undefined, string[]]>([
  ["only where another row is compared", [carTReports], undefined, [""]],
  [
    "beside a row that is",
    [carTReports, compared],
    undefined,
    ["not compared", "difference unclear"],
  ],
  ["where no headline says so", [carTReports], false, ["not compared"]],
  ["not where one does", [carTReports], true, [""]],
])("a row says that it is not compared, %s", (_, outcomes, isInHeadline, texts) => {
  expect(viewsOf(outcomes, [], isInHeadline).map(({ status }) => status.text)).toEqual(texts);
});

it("the status of one class are its patients; of single drugs there is none", () => {
  expect(rowViewOf(row(), carTOnly).status.text).toBe("of 300 patients");
  const firstOfTwo = { products: [productPool("a-cel")], missing: ["b-cel"] };
  expect(rowViewOf(row(sides(firstOfTwo, null)), carTOnly).status.text).toBe("");
});

it("sides are those of classes that the question has a trial of, and that can have the outcome", () => {
  const sidesOf = (...of: Parameters<typeof rowViewOf>) => Object.entries(rowViewOf(...of).sides);
  expect(sidesOf(row(), carTOnly).map(([group]) => group)).toEqual(["car-t"]);
  const infused = row({ appliesTo: ["car-t"], notFor: "no manufacturing step" });
  expect(sidesOf(infused).map(([group]) => group)).toEqual(["car-t"]);
  expect(rowViewOf(infused).notes).toContain("No manufacturing step.");
  expect(sidesOf(carTReports)).toContainEqual(["bsab", null]);
  expect(rowViewOf(carTReports)).not.toHaveProperty("difference");
});

it.each<[Partial<Pool>, string[]]>([
  [{ events: 2 }, ["Bispecific: 2 events: size depends on the model."]],
  [{ events: 5 }, []],
  [{ events: 2, k: 1 }, []],
])("few events of several trials are noted: %j", (pool, notes) => {
  expect(rowViewOf(row(sides({}, pool))).notes).toEqual(notes);
});

it("harms alone stand by the time at which they come, with how soon they begin, else under one heading", () => {
  const harm = (outcome: string, harmGroup: Row["harmGroup"]) =>
    row({ outcome, label: outcome, direction: "harm", harmGroup });
  const onset: OnsetRange = {
    ...{ outcome: "crs", therapyClass: "bsab", product: "teclistamab", regimen: "monotherapy" },
    ...{ evidence: "trial", from: "the first dose", medianDays: [2, 2], times: [] },
  };
  const harms = [harm("late", "late"), harm("infection", "infection"), harm("crs", "first-weeks")];
  const texts = (outcomes: Row[]) =>
    viewsOf(outcomes, [onset]).map(({ outcome, heading, notes }) => [outcome, heading, ...notes]);
  expect(texts(harms)).toEqual([
    ["crs", "First weeks", "Starts (median): teclistamab 2 days after the first dose."],
    ["infection", "Infection"],
    ["late", "Late, or as long as treated"],
  ]);
  const among = texts([row(), ...harms]);
  expect(among.map(([, heading]) => heading)).toEqual([undefined, "Harms", undefined, undefined]);
  // Among benefits there is no room for times.
  expect(among.flatMap(([, , ...notes]) => notes)).toEqual([]);
});

it("rows leave out what nobody reports, also where only one class can have it", () => {
  const silent = { ...noPool, notPooled: [notPooled()] };
  const nobody = row({ outcome: "a", ...sides(silent, silent) });
  const ofCarT = (pool: Partial<Pool>) =>
    row({
      ...{ appliesTo: ["car-t"], notFor: "after CAR-T only", ...sides(pool, null) },
      status: { code: "not-for", holds: null, asked: null, why: null },
    });
  const uncounted = { ...noPool, notPooled: [notPooled({ reason: { code: "no-count" } })] };
  const rows = [nobody, ofCarT(silent), ofCarT({ studies: [study()] }), ofCarT(uncounted)];
  expect(rows.map(isUnreported)).toEqual([true, true, false, false]);
  expect(viewsOf([nobody, row()]).map(({ outcome }) => outcome)).toEqual(["orr"]);
});
