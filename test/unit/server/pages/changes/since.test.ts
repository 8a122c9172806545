/** What changed for a question since an earlier release, from made-up histories. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { asked } from "#core/question/read-question.ts";
import type { DataRelease, Effect, Shown } from "#data/schema.ts";
import { recordedNumbers } from "#presentation/screen/recorded-numbers.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "#server/answers/make-comparison.ts";
import { sinceVersion } from "#server/pages/changes/since.ts";

const answer = (question = "") => compareInWords(asked(question, dataset), english);
const usual = answer();

const rowOf = (outcome: string, comparison = usual) => {
  const row = comparison.outcomes.find((one) => one.outcome === outcome);
  if (!row) throw new Error(`no row of ${outcome}`);
  return row;
};

/** The present numbers, but for the rate of one class. */
const withRate = (outcome: string, rate: number, k?: number): Shown => {
  const shown = recordedNumbers(rowOf(outcome));
  const pool = shown["car-t"];
  return { ...shown, "car-t": pool && { ...pool, rate, k: k ?? pool.k } };
};
const effect = (outcome: string, before: Shown | null, after: Shown | null = null): Effect => ({
  preset: "default",
  outcome,
  before,
  after,
});
const history = (...effects: Effect[][]): DataRelease[] =>
  effects.map((one, index) => ({
    date: `2026-11-${String(20 - index)}`,
    version: index === 0 ? dataset.dataVersion : `version-${index}`,
    what: ["Something."],
    effect: one,
  }));
const since = (version: string, releases: DataRelease[], comparison = usual) =>
  sinceVersion(comparison, version, releases, english);

describe("a ready-made question", () => {
  it("has its numbers of that release, from the oldest change after it, and those on the page", () => {
    const releases = history(
      [effect("orr", withRate("orr", 40))],
      [effect("orr", withRate("orr", 30)), effect("cr", withRate("cr", 10))],
      [effect("orr", withRate("orr", 20))],
    );
    const { changed, released, recorded, unrecorded } = since("version-2", releases);
    expect([released, recorded, unrecorded]).toEqual(["2026-11-18", true, []]);
    expect(changed.map(({ label }) => label)).toEqual([rowOf("orr").label, rowOf("cr").label]);
    const [line] = changed[0]?.lines ?? [];
    expect(line?.name).toBe(english.screen.className["car-t"]);
    expect(line?.before).toMatch(/^30\.0 \(/);
    const { rate } = recordedNumbers(rowOf("orr"))["car-t"] ?? {};
    expect(line?.after).toMatch(new RegExp(`^${rate?.toFixed(1)} \\(`));
    expect(since("version-1", releases).changed[0]?.lines[0]?.before).toMatch(/^40\.0 \(/);
  });

  it("has nothing that was changed and changed back", () => {
    const releases = history(
      [effect("orr", withRate("orr", 40))],
      [effect("orr", recordedNumbers(rowOf("orr")))],
      [],
    );
    expect(since("version-2", releases)).toMatchObject({ changed: [], recorded: true });
  });

  it("knows nothing of a row that was not there, nor of the rows of another question", () => {
    const releases = history(
      [effect("orr", null), { ...effect("cr", withRate("cr", 5)), preset: "real-world" }],
      [],
    );
    const { changed, unrecorded } = since("version-1", releases);
    expect(changed).toEqual([]);
    expect(unrecorded).toEqual([rowOf("orr").label]);
  });

  it("does not print the estimate of a model for a single cohort, whose count is on the page", () => {
    const releases = history([effect("orr", withRate("orr", 33, 1))], []);
    const [line] = since("version-1", releases).changed[0]?.lines ?? [];
    expect(line?.before).toMatch(/^1.study, \d+.patients$/);
  });

  it("has the rows of the history also where other outcomes are asked for", () => {
    const releases = history([effect("orr", withRate("orr", 40))], []);
    const efficacy = answer("outcome=orr,scr");
    const { changed, unrecorded } = since("version-1", releases, efficacy);
    expect(changed.map(({ label }) => label)).toEqual([rowOf("orr").label]);
    expect(unrecorded).toEqual([rowOf("scr", efficacy).label]);
  });
});

describe("a release that corrects a wrong number", () => {
  const [newest, second, third, first] = history([], [], [], []);
  const releases = [newest, { ...second, corrects: "B." }, { ...third, corrects: "A." }, first];
  const withdrawn = (version: string) => since(version, releases as DataRelease[]).withdrawn;

  it("withdraws all before it, with every correction since, and no later one nor itself", () => {
    expect(withdrawn("version-3")).toEqual(["B.", "A."]);
    expect(withdrawn("version-2")).toEqual(["B."]);
    expect(withdrawn("version-1")).toEqual([]);
  });
});

describe("nothing is claimed", () => {
  const releases = history([effect("orr", withRate("orr", 40))], []);

  it("of a question that the history does not hold", () => {
    expect(since("version-1", releases, answer("age=60-"))).toMatchObject({
      changed: [],
      recorded: false,
    });
  });

  it("where the present data are not released yet", () => {
    const later = { ...usual, dataVersion: "not-released" };
    expect(since("version-1", releases, later)).toMatchObject({ changed: [], recorded: false });
  });
});
