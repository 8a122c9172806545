/** What is listed beside the comparison: found by parameters, with the digits of the data. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import type { TimingLine } from "#core/evidence/timing.ts";
import { recall, releases } from "#data/generated/changes.ts";
import { collections, published } from "#data/generated/collections.ts";
import { timings } from "#data/generated/timing.ts";
import { askBuilt } from "../support/built-app.ts";
import { textOf } from "../support/html.ts";

const { dataVersion, answerVersion } = dataset;

const dataAt = async <T>(address: string): Promise<T> => (await askBuilt(address)).json();

it.each([
  ["/v1/changes", { dataVersion, ...recall, releases }],
  // For a copy without a server.
  ["/recall.json", { dataVersion, ...recall }],
  ["/healthz", { status: "ok", answerVersion, dataVersion, ...recall }],
  [
    "/v1/outcomes",
    {
      dataVersion,
      outcomes: dataset.outcomes.map((outcome) => ({
        ...outcome,
        // Death of any cause stands in records only.
        partOf: outcome.partOf === "death" ? null : outcome.partOf,
        reportedBy: reportedBy(outcome.id, dataset),
      })),
    },
  ],
])("%s is what the data hold", async (address, expected) => {
  expect(await dataAt(address)).toEqual(expected);
});

it("each list has everything, in the order of the data", async () => {
  type Lists = Record<string, { id: string; slug: string; study: object }[]>;
  const of = async (name: string) => (await dataAt<Lists>(`/v1/${name}`))[name] ?? [];
  expect((await of("cohorts")).map(({ id }) => id)).toEqual(dataset.cohorts.map(({ id }) => id));
  const slugs = dataset.products.map(({ slug }) => slug);
  expect((await of("products")).map(({ slug }) => slug)).toEqual(slugs);
  expect((await of("published")).map(({ id }) => id)).toEqual(published.map(({ id }) => id));
  // Levels of one study stand side by side.
  const studies = new Set((await of("subgroups")).map(({ study }) => JSON.stringify(study)));
  expect(studies.size).toBe(collections.subgroups.length);
});

it("subgroups are found by variable and class, in whichever order these are said", async () => {
  type Tables = { subgroups: { study: { therapyClass: string }; variable: string }[] };
  const found = await dataAt<Tables>("/v1/subgroups?variable=age&therapy-class=bsab");
  expect(found.subgroups.length).toBeGreaterThan(0);
  for (const { study, variable } of found.subgroups) {
    expect([study.therapyClass, variable]).toEqual(["bsab", "age"]);
  }
  expect(await dataAt("/v1/subgroups?therapy-class=bsab&variable=age")).toEqual(found);
});

interface Comparisons {
  outcomes: Record<string, string>;
  comparisons: {
    contrast: string;
    design: string;
    study: { kind: string };
    rows: { outcome: string; of: object | null; against: object | null }[];
  }[];
}

it("studies that compared are found by kind, contrast and row, those between the classes first", async () => {
  const of = (search: string) => dataAt<Comparisons>(`/v1/comparisons?${search}`);
  const adjusted = (await of("kind=matching-adjusted")).comparisons;
  expect(adjusted.length).toBeGreaterThan(0);
  for (const { study, rows } of adjusted) {
    expect(study.kind).toBe("matching-adjusted");
    expect(rows.every((row) => row.of && row.against)).toBe(true);
  }
  const between = (await of("contrast=between")).comparisons;
  expect(between.length).toBeGreaterThan(0);
  // None of a randomised trial so far.
  expect(between.every(({ design }) => design !== "randomised")).toBe(true);
  const { comparisons, outcomes } = await of("row=pfs-12");
  expect(comparisons[0]?.contrast).toBe("between");
  const reported = new Set(comparisons.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
  expect(Object.keys(outcomes).sort()).toEqual([...reported].sort());
});

it("times are those that their cohorts printed, of all or of a row, CAR-T before bispecifics", async () => {
  type Times = { timing: TimingLine[] };
  const { timing } = await dataAt<Times>("/v1/timing");
  expect(timing.map(({ cohort }) => cohort).sort()).toEqual(Object.keys(timings).sort());
  const classes = timing.map(({ therapyClass }) => therapyClass);
  expect(classes).toEqual([...classes].sort().reverse());
  const ofRow = (await dataAt<Times>("/v1/timing?row=crs-3&therapy-class=bsab")).timing;
  expect(ofRow.length).toBeGreaterThan(1);
  for (const { cohort, therapyClass, times } of ofRow) {
    expect(therapyClass).toBe("bsab");
    expect(times).toEqual(timings[cohort]?.filter(({ outcome }) => outcome === "crs"));
  }
});

it.each(Object.entries(timings))(
  "the record of %s has its times with their sources",
  async (id, own) => {
    const { timing, sources } = await dataAt<{
      timing: { median: number; source: number }[];
      sources: { citation: string }[];
    }>(`/v1/cohorts/${id}`);
    expect(timing.map(({ median, source }) => [median, sources[source]?.citation])).toEqual(
      own.map(({ median, source }) => [median, source.citation]),
    );
    const page = await (await askBuilt(`/v1/cohorts/${id}.html`)).text();
    const section = textOf(page.slice(page.indexOf('id="timing"'), page.indexOf('id="shared"')));
    for (const { median } of timing) expect(section).toContain(`a median of ${median} `);
  },
);
