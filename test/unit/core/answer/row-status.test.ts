/** Tests how sure a row is, as one code for every surface. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Check, Contrast, Row, RowStatus } from "#core/answer/answer.ts";
import { checkNames } from "#core/answer/check-names.ts";
import { statusOf } from "#core/answer/row-status.ts";
import {
  check,
  contrast,
  median,
  noContrast,
  noPool,
  notPooled,
  pool,
  row,
} from "../../../support/answers.ts";

type Group = "car-t" | "bsab";

const status = (over: Partial<Row>, groups: readonly Group[] = ["car-t", "bsab"]) =>
  statusOf(row(over), {
    query: { compare: "therapy-class" },
    selection: { included: groups.map((group) => ({ group })) },
  });

const checked = (statuses: readonly Check["status"][], over: Partial<Contrast> = {}) => [
  contrast({
    ...{ differencePer100: 20, differenceInterval: [5, 35], ...over },
    checks: statuses.map((status, at) => check(checkNames[at] ?? "dose", { status: status })),
  }),
];

const noChecks = { checksHold: null, checksComputed: null };

describe("the status of a difference", () => {
  const [holds, lost, same, no] = ["holds", "lost", "same", "cannot-be-asked"] as const;

  it.each<[string, readonly Check["status"][], RowStatus["code"], number, number]>([
    ["all of four hold", [holds, holds, holds, holds], "holds", 4, 4],
    ["three quarters hold", [holds, holds, holds, lost], "mostly", 3, 4],
    ["fewer hold", [holds, holds, lost, lost], "unclear-in", 2, 4],
    [
      "fewer than four could be computed, although all hold",
      [holds, holds, holds, no, same],
      "few",
      3,
      3,
    ],
    ["one could be computed", [lost, no, no], "few", 0, 1],
    ["none could be computed", [no, same], "few", 0, 0],
    [
      "the same figures and what cannot be computed are not counted",
      [holds, holds, same, no, holds, holds],
      "holds",
      4,
      4,
    ],
  ])("%s", (_, statuses, code, kept, checksComputed) => {
    expect(status({ contrasts: checked(statuses) })).toEqual({
      code,
      checksHold: kept,
      checksComputed: checksComputed,
      reason: null,
    });
  });

  it.each([
    [-5, 12],
    [0, 12],
  ] as const)("is unclear where 0 lies within, or ends it: %i to %i", (low, high) => {
    const contrasts = checked([], { differenceInterval: [low, high] });
    expect(status({ contrasts })).toEqual({ code: "unclear", ...noChecks, reason: null });
  });
});

describe("the status of a row without a difference", () => {
  const without = (reason: Contrast["status"]) => ({
    contrasts: [{ ...noContrast, status: reason }],
  });
  const pools = (carT: Partial<Row["pools"]["car-t"]>, bsab: Partial<Row["pools"]["bsab"]>) => ({
    pools: { "car-t": { ...noPool, ...carT }, bsab: { ...noPool, ...bsab } },
    contrasts: [noContrast],
  });
  const percentage = { notPooled: [notPooled({ percentPrinted: 17 })] };

  it.each<[string, Partial<Row>, RowStatus["code"], RowStatus["reason"]]>([
    ["one trial", without("one-trial"), "not-compared", "one-trial"],
    ["follow-ups apart", without("follow-ups-apart"), "not-compared", "follow-ups-apart"],
    ["a class without a number", pools(pool(), percentage), "not-compared", "no-number"],
    ["percentages only", pools(percentage, {}), "by-drug", null],
    ["medians only", pools({ medians: [median()] }, {}), "by-drug", null],
    [
      "nothing",
      pools({}, { notPooled: [notPooled({ percentPrinted: null, events: null })] }),
      "not-reported",
      null,
    ],
    [
      "another class cannot have it",
      { appliesTo: ["car-t"], contrasts: [noContrast] },
      "not-for",
      null,
    ],
  ])("%s", (_, over, code, why) => {
    expect(status(over)).toEqual({ code, ...noChecks, reason: why });
  });

  it("is that of one class where only one was asked for or has a trial", () => {
    const noContrastRow = { pools: { "car-t": pool(), bsab: noPool }, contrasts: [noContrast] };
    expect(status(noContrastRow, ["car-t"])?.code).toBe("one-class");
    expect(status({ ...noContrastRow, appliesTo: ["bsab"] }, ["car-t"])?.code).toBe("not-for");
    expect(status(pools({}, {}), ["car-t"])?.code).toBe("not-reported");
  });

  it("is none between other groups", () => {
    const of = { query: { compare: "product" as const }, selection: { included: [] } };
    expect(statusOf(row(), of)).toBeNull();
  });
});

it("a difference clear of 0 never loses its count of checks", () => {
  const statuses = fc.array(
    fc.constantFrom<Check["status"]>("holds", "lost", "same", "cannot-be-asked"),
    { maxLength: 7 },
  );
  fc.assert(
    fc.property(statuses, (drawn) => {
      const made = status({ contrasts: checked(drawn) });
      const checksComputed = drawn.filter((value) => value === "holds" || value === "lost").length;
      expect(made).toMatchObject({ checksComputed, reason: null });
      expect(made?.code === "few").toBe(checksComputed < 4);
    }),
  );
});
