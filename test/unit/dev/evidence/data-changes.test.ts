import { describe, expect, it } from "vitest";
import { dataChanges } from "../../../../.dev/evidence/data-changes.ts";

const cohort = {
  id: "one",
  label: "One",
  setting: "late",
  baseline: { n: 100, medianAge: 61 },
  sources: [{ reference: "first" }, { reference: "second" }],
  figures: [
    { outcome: "orr", cut: "primary", events: 70, n: 100, source: 0 },
    { outcome: "cr", cut: "primary", events: 40, n: 100, source: 1 },
  ],
  landmarks: [{ family: "pfs", month: 12, cut: "primary", survival: 0.6, n: 100, source: 0 }],
  medians: [],
};

type Content = Record<string, unknown>;

const files = (...cohorts: Content[]) =>
  cohorts.map((content) => ({ path: `data/cohorts/${content.id}.json`, content }));

const changed = (over: Content): string[] =>
  dataChanges(files(cohort), files({ ...cohort, ...over }));

describe("what changed between two states of the data", () => {
  it("is nothing for the same files", () => {
    expect(dataChanges(files(cohort), files(structuredClone(cohort)))).toEqual([]);
  });

  it("names cohorts that came and went", () => {
    const other = { ...cohort, id: "two", label: "Two", figures: [] };
    expect(dataChanges(files(cohort), files(other))).toEqual([
      "removed cohort one",
      "added cohort two: Two, 0 figures, 1 landmarks, 0 medians",
    ]);
  });

  it.each<[string, Content]>([
    ["the same name", { figures: [] }],
    ["the same figures", { label: "Another" }],
  ])("knows a renamed cohort by %s", (_, over) => {
    const [first] = dataChanges(files(cohort), files({ ...cohort, id: "two", ...over }));
    expect(first).toBe("renamed cohort one → two");
  });

  it.each<[string, Content, string[]]>([
    ["a field", { setting: "early" }, ["setting late → early"]],
    ["a baseline", { baseline: { n: 100, medianAge: null } }, ["baseline medianAge 61 → null"]],
    [
      "a figure",
      { figures: [{ ...cohort.figures[0], events: 71 }, cohort.figures[1]] },
      ["figure orr primary: events 70 → 71"],
    ],
    ["a figure less", { figures: [cohort.figures[0]] }, ["figure cr primary: removed 40/100"]],
    [
      "a figure more",
      {
        figures: [
          ...cohort.figures,
          { outcome: "crs", cut: "fda", events: null, n: null, percentPrinted: 12, source: 0 },
        ],
      },
      ["figure crs fda: added 12 % of null"],
    ],
    [
      "a landmark",
      { landmarks: [{ ...cohort.landmarks[0], survival: 0.7 }] },
      ["landmark pfs 12 primary: survival 0.6 → 0.7"],
    ],
    [
      "a median",
      { medians: [{ family: "os", cut: "primary", months: 12.5 }] },
      ["median os primary: added 12.5 months"],
    ],
    [
      "the source of a figure",
      { figures: [cohort.figures[0], { ...cohort.figures[1], source: 0 }] },
      ["figure cr primary: source second → first"],
    ],
  ])("says %s, old and new", (_, over, lines) => {
    expect(changed(over)).toEqual(["one", ...lines.map((line) => `  ${line}`)]);
  });

  it("takes no field that was added without a value for a change", () => {
    expect(
      changed({ figures: cohort.figures.map((one) => ({ ...one, exposureMonths: null })) }),
    ).toEqual([]);
  });

  it("sees the same figures in another order", () => {
    expect(changed({ figures: cohort.figures.toReversed() })).toEqual([]);
  });

  it("sees the same sources in another order", () => {
    expect(
      changed({
        sources: cohort.sources.toReversed(),
        figures: cohort.figures.map((one) => ({ ...one, source: 1 - one.source })),
        landmarks: cohort.landmarks.map((one) => ({ ...one, source: 1 })),
      }),
    ).toEqual(["one", '  sources ["first","second"] → ["second","first"]']);
  });

  it("names files of other kinds, but not the history", () => {
    const path = (name: string, content: unknown) => ({ path: `data/${name}`, content });
    expect(
      dataChanges(
        [path("products/a.json", 1), path("products/b.json", 1), path("changes.json", 1)],
        [path("products/b.json", 2), path("products/c.json", 2), path("changes.json", 2)],
      ),
    ).toEqual([
      "removed data/products/a.json",
      "changed data/products/b.json",
      "added data/products/c.json",
    ]);
  });

  it("does not fail for files that are no cohorts at all", () => {
    const odd = [null, 1, "x", [], {}, { figures: [null, 7], sources: 3, baseline: "x" }];
    for (const content of odd) {
      const file = { path: "data/cohorts/one.json", content };
      expect(() => dataChanges([file], files(cohort))).not.toThrow();
      expect(() => dataChanges(files(cohort), [file])).not.toThrow();
    }
  });
});
