/** Printed times: what a file may say of them, and what the code imports. */
import { describe, expect, it } from "vitest";
import { collectTimingsByCohort } from "#data/build/times.ts";
import { parseAndCheckData } from "#data/build/validate.ts";
import type { Cohort, Timing } from "#data/schema.ts";
import { eighthOf } from "../../support/sample.ts";
import { brokenBy, inTrial } from "./breaking.ts";
import { cohortIn, cohortPath, entryWith, evidence, textOf } from "./files.ts";
import { filesWithSamples, sampleTrial } from "./samples.ts";

const [median, belongs] = ["timing-holds-median", "timing-belongs"];
const stay = { what: "hospital-stay", outcome: null };

describe("a printed time", () => {
  it.each(
    eighthOf<[string, Partial<Record<keyof Timing, unknown>>, string[]]>([
      ["in weeks", { unit: "weeks" }, ["unit schema"]],
      ["of another kind", { what: "peak" }, ["what schema"]],
      ["without a place", { locator: "" }, ["locator schema"]],
      ["above its range", { median: 9.5 }, [`range ${median}`]],
      ["outside its quartiles", { range: null, quartiles: [3, 8] }, [`quartiles ${median}`]],
      ["at an end of its range", { median: 9 }, []],
      ["that begins before the infusion ends", { range: [-1.1, 9], unit: "hours" }, []],
      ["without a range", { range: null }, []],
      ["that does not say from when", { from: null }, []],
      ["of the treatment", stay, []],
      ["of the treatment and an outcome", { what: stay.what }, [`outcome ${belongs}`]],
      ["of an unknown outcome", { outcome: "peak" }, ["outcome outcome-exists"]],
      ["to a response that is none", { what: "time-to-response" }, [`outcome ${belongs}`]],
      ["from a source that is not there", { source: 9 }, ["source source-exists"]],
    ]),
  )("%s", (_, change, problems) => {
    const changed = ({ timing: [first] }: Cohort) => ({ ...first, ...change });
    const expected = problems.map((problem) => `timing[0].${problem}`);
    expect(brokenBy(inTrial("timing[0]", changed))).toEqual(expected);
  });

  it("names file, field and the allowed units", () => {
    const files = filesWithSamples();
    inTrial("timing[0].unit", "weeks")(files);
    const [message, rule] = ["must be one of hours, days, months", "schema"];
    expect(parseAndCheckData(files).problems).toEqual([
      { file: cohortPath(sampleTrial), field: "timing[0].unit", rule, message },
    ]);
  });

  it("may be absent from a file", () => {
    const files = filesWithSamples();
    Reflect.deleteProperty(cohortIn(files, sampleTrial), "timing");
    expect(parseAndCheckData(files).problems).toEqual([]);
  });
});

describe("the times that the code imports", () => {
  const all = evidence();
  const timings = collectTimingsByCohort(all, textOf);

  it("have every one of the files, each with its source", () => {
    for (const { id, timing, sources } of all.cohorts) {
      expect(timings[id]?.length ?? 0, id).toBe(timing.length);
      for (const [index, time] of (timings[id] ?? []).entries()) {
        const written = entryWith(timing[index], `${id} ${index}`);
        expect(time).toMatchObject({ median: written.median, locator: written.locator });
        expect(time.source.tier).toBe(entryWith(sources[written.source], id).tier);
        expect(time.source.citation).not.toBe("");
      }
    }
  });

  it("have no cohort without one", () => {
    const silent = entryWith(
      all.cohorts.find(({ timing }) => timing.length === 0),
      "a silent cohort",
    );
    expect(timings).not.toHaveProperty([silent.id]);
  });
});
