/** How soon and how long over HTTP: the list, the record of a cohort, and its page. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import { timings } from "#data/generated/timing.ts";
import { textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

interface Answer {
  dataVersion: string;
  outcomes: Record<string, string>;
  timing: TimingLine[];
}

describe("/v1/timing", () => {
  it("has every printed time, CAR-T before bispecifics, each with source and place", async () => {
    const { timing, outcomes, dataVersion } = await getJson<Answer>("/v1/timing");
    expect(dataVersion).toBe(dataset.dataVersion);
    expect(timing.map(({ cohort }) => cohort).sort()).toEqual(Object.keys(timings).sort());
    const classes = timing.map(({ therapyClass }) => therapyClass);
    expect(classes).toEqual([...classes].sort().reverse());
    for (const { times } of timing) {
      for (const { outcome, source, locator } of times) {
        expect(source.citation).toMatch(/\w/);
        expect(locator).toMatch(/\w/);
        if (outcome !== null) expect(outcomes[outcome]).toMatch(/\w/);
      }
    }
  });

  it("has those of a row, each as its cohort printed it", async () => {
    const { timing } = await getJson<Answer>("/v1/timing?row=crs-3&therapy-class=bsab");
    expect(timing.length).toBeGreaterThan(1);
    for (const { cohort, therapyClass, times } of timing) {
      expect(therapyClass).toBe("bsab");
      expect(times).toEqual(timings[cohort]?.filter(({ outcome }) => outcome === "crs"));
    }
  });

  it("refuses another outcome, and says which there are", async () => {
    const { status, body } = await getProblem("/v1/timing?row=peak");
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain("crs");
  });
});

describe("the record of a cohort", () => {
  it("has its times with their sources, as data and as a page", async () => {
    for (const [id, own] of Object.entries(timings)) {
      const { timing, sources } = await getJson<{
        timing: { median: number; source: number }[];
        sources: { citation: string }[];
      }>(`/v1/cohorts/${id}`);
      const { text } = await request(`/v1/cohorts/${id}.html`);
      const section = textOf(text.slice(text.indexOf('id="timing"'), text.indexOf('id="shared"')));
      expect(timing.map(({ median }) => median)).toEqual(own.map(({ median }) => median));
      for (const [index, { median, source }] of timing.entries()) {
        expect(sources[source]?.citation).toBe(own[index]?.source.citation);
        expect(section, id).toContain(`a median of ${median} `);
      }
    }
  });

  it("says so where there is none", async () => {
    const silent = dataset.cohorts.find(({ id }) => timings[id] === undefined);
    const { text } = await request(`/v1/cohorts/${silent?.id}.html`);
    expect(textOf(text)).toContain("No such time in our sources.");
  });
});

describe("the report", () => {
  it("has the times of each row, the classes apart, and those of the treatment", async () => {
    const { text } = await request("/report?outcome=crs&lines=3%2B");
    const block = text.slice(text.indexOf('id="crs-timing"'));
    const [carT, bsab] = [block.indexOf("CARTITUDE-1"), block.indexOf("LINKER-MM1")];
    expect(carT).toBeGreaterThan(0);
    expect(bsab).toBeGreaterThan(carT);
    const read = textOf(block);
    expect(read).toContain("never averaged");
    expect(read).toContain("onset a median of 7 days (range 1 to 12; quartiles 5 to 8)");
    const early = textOf((await request("/report?outcome=crs&lines=2")).text);
    expect(early).toContain("apheresis to infusion a median of 49 days");
  });
});
