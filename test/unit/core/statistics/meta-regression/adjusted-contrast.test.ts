import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FittedAdjustedContrast,
  fitAdjustedContrast,
  LEAST_EVENTS,
  type ModeratedStudy,
} from "#core/statistics/meta-regression/adjusted-contrast.ts";
import { forAny } from "../../../../support/for-any.ts";
import { notFinite } from "../../not-finite.ts";
import { anyStudy, between } from "../arbitraries.ts";

type Moderated = ModeratedStudy<"car-t" | "bsab">;

const study = (group: Moderated["group"], moderator: number | null, events: number, n: number) => ({
  group,
  moderator,
  events,
  n,
});

const ordinary: readonly Moderated[] = [
  study("car-t", 61, 43, 48),
  study("car-t", 60, 28, 33),
  study("car-t", 58, 97, 101),
  study("car-t", 66, 94, 128),
  study("car-t", 54, 13, 14),
  study("bsab", 70, 83, 117),
  study("bsab", 64, 35, 55),
  study("bsab", 68, 75, 123),
  study("bsab", 62, 104, 165),
];

function fitted(
  studies: readonly Moderated[],
  [group, reference]: readonly [Moderated["group"], Moderated["group"]] = ["car-t", "bsab"],
  level = 0.95,
): FittedAdjustedContrast {
  const contrast = fitAdjustedContrast(studies, group, reference, { level });
  if (!("oddsRatio" in contrast)) throw new Error(contrast.status);
  return contrast;
}

const status = (studies: readonly Moderated[]) =>
  fitAdjustedContrast(studies, "car-t", "bsab").status;

/** Four studies or more a group, whose moderators overlap from 60 to 66, with events and non-events. */
const moderated: fc.Arbitrary<Moderated[]> = fc
  .tuple(
    ...(["car-t", "bsab"] as const).map((group) =>
      membersOf(group, fc.integer({ min: 57, max: 68 })),
    ),
  )
  .map(([a = [], b = []]) => [...a, ...b]);

function membersOf(group: Moderated["group"], moderators: fc.Arbitrary<number>) {
  const some = fc
    .tuple(fc.integer({ min: 12, max: 200 }), between(0.1, 0.9), moderators)
    .map(([n, share, moderator]) => study(group, moderator, Math.round(n * share), n));
  return fc
    .tuple(some, some, fc.array(some, { minLength: 2, maxLength: 8 }))
    .map(([first, second, [third = first, ...further]]) => [
      { ...first, moderator: 60 },
      { ...second, moderator: 66 },
      { ...third, moderator: 63 },
      ...further,
    ]);
}

const runs = { numRuns: 40 };

test("the other class as the reference inverts the odds ratio and turns the difference round", () =>
  forAny([moderated], runs, (data) => {
    const [contrast, inverted] = [fitted(data), fitted(data, ["bsab", "car-t"])];
    const [limits, inverse] = [contrast.oddsRatio.interval, inverted.oddsRatio.interval];
    if (limits === null || inverse === null) throw new Error("no limits");
    const logRatio = (of: FittedAdjustedContrast) => Math.log(of.oddsRatio.estimate);
    expect(logRatio(contrast)).toBeCloseTo(-logRatio(inverted), 5);
    expect(Math.log(limits[0])).toBeCloseTo(-Math.log(inverse[1]), 4);
    expect(Math.log(limits[1])).toBeCloseTo(-Math.log(inverse[0]), 4);
    const pValue = ({ regression }: FittedAdjustedContrast) => regression.coefficients[1]?.pValue;
    expect(pValue(contrast)).toBeCloseTo(pValue(inverted) ?? Number.NaN, 5);
    expect(contrast.at).toBe(inverted.at);
    expect(contrast.difference).toBeCloseTo(-inverted.difference, 6);
    expect(contrast.differenceInterval[0]).toBeCloseTo(-inverted.differenceInterval[1], 5);
    expect(contrast.differenceInterval[1]).toBeCloseTo(-inverted.differenceInterval[0], 5);
  }));

test("limits of the difference hold it, lie between −1 and 1 and widen with the level", () =>
  forAny([moderated], runs, (data) => {
    const [wide, narrow] = [fitted(data), fitted(data, ["car-t", "bsab"], 0.8)];
    const [lower, upper] = wide.differenceInterval;
    expect(lower).toBeGreaterThanOrEqual(-1);
    expect(lower).toBeLessThanOrEqual(narrow.differenceInterval[0]);
    expect(narrow.differenceInterval[0]).toBeLessThanOrEqual(wide.difference);
    expect(narrow.differenceInterval[1]).toBeGreaterThanOrEqual(wide.difference);
    expect(upper).toBeGreaterThanOrEqual(narrow.differenceInterval[1]);
    expect(upper).toBeLessThanOrEqual(1);
    expect(narrow.difference).toBeCloseTo(wide.difference, 12);
    expect(Math.sign(wide.difference)).toBe(Math.sign(Math.log(wide.oddsRatio.estimate)));
  }));

test("studies without the moderator and of other groups are left out", () => {
  const more: readonly ModeratedStudy<"car-t" | "bsab" | "other">[] = [
    ...ordinary,
    { group: "other", moderator: 65, events: 4, n: 60 },
    study("bsab", null, 10, 90),
  ];
  const contrast = fitAdjustedContrast(more, "car-t", "bsab");
  expect("oddsRatio" in contrast && contrast.oddsRatio).toEqual(fitted(ordinary).oddsRatio);
  expect("oddsRatio" in contrast && contrast.regression.columns.design.k).toBe(ordinary.length);
});

describe("a contrast that cannot be estimated says why", () => {
  const changed = (change: (study: Moderated, index: number) => Partial<Moderated>) =>
    ordinary.map((study, index) => ({ ...study, ...change(study, index) }));
  const changedIn = (of: Moderated["group"], change: Parameters<typeof changed>[0]) =>
    changed((study, index) => (study.group === of ? change(study, index) : {}));
  /** Returns the studies with `count` events among all bispecifics. */
  const some = (count: number) =>
    changedIn("bsab", (_, i) => ({ events: i === 6 ? count - 2 : i > 6 ? 1 : 0 }));
  const later = (study: Moderated) => ({ moderator: (study.moderator ?? 0) + 10 });

  test.each<[string, readonly Moderated[], string | RegExp]>([
    ["no studies", [], "too-few-studies"],
    ["three of a class", changed((_, i) => (i > 7 ? { moderator: null } : {})), "too-few-studies"],
    ["no events of a class", changedIn("car-t", () => ({ events: 0 })), "too-few-events"],
    ["four events of a class", some(LEAST_EVENTS - 1), "too-few-events"],
    ["five events, which are enough", some(LEAST_EVENTS), /^(ok|boundary)$/],
    ["ranges apart", changedIn("bsab", later), "no-overlap"],
    ["a moderator that is the same", changed(() => ({ moderator: 64 })), "no-spread"],
    ["two values", changedIn("bsab", (_, i) => ({ moderator: 64 + (i % 2) })), "no-spread"],
    [
      "none between",
      changedIn("car-t", (_, i) => ({ moderator: [50, 51, 52][i] ?? 80 })),
      "none-within",
    ],
    ["events of everyone in a class", changedIn("car-t", ({ n }) => ({ events: n })), "separation"],
    ["events of everyone", changed(({ n }) => ({ events: n })), "all-events"],
  ])("%s", (_, studies, expected) => {
    const contrast = fitAdjustedContrast(studies, "car-t", "bsab");
    expect(contrast.status).toMatch(expected);
    expect("oddsRatio" in contrast).toBe(expected instanceof RegExp);
  });
});

test("any valid counts give finite figures, or a reason without any", () => {
  const moderated = fc.record({
    group: fc.constantFrom("car-t" as const, "bsab" as const),
    moderator: fc.oneof(fc.constant(null), fc.integer({ min: 60, max: 63 }), between(-1e6, 1e6)),
  });
  const any = fc.tuple(anyStudy(300), moderated).map(([counts, of]) => ({ ...counts, ...of }));
  forAny([fc.array(any, { minLength: 0, maxLength: 30 })], 300, (data) => {
    const contrast = fitAdjustedContrast<"car-t" | "bsab">(data, "car-t", "bsab");
    expect(notFinite(contrast)).toEqual([]);
    if (!("oddsRatio" in contrast)) return;
    const { difference, differenceInterval: limits } = contrast;
    expect(limits[0]).toBeLessThanOrEqual(difference);
    expect(difference).toBeLessThanOrEqual(limits[1]);
  });
});

test.each([
  [{ events: 4, n: 3 }, "studies[0].events"],
  [{ moderator: Number.NaN }, "studies[0].moderator"],
])("%o is refused by name", (change, named) => {
  expect(() =>
    status(ordinary.map((study, i) => (i === 0 ? { ...study, ...change } : study))),
  ).toThrow(named);
});
