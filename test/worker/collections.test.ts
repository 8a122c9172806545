/** What is listed beside the comparison: found by parameters, with the digits of the data. */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { reportedBy } from "#core/evidence/reported-by.ts";
import { recall, releases } from "#data/generated/changes.ts";
import { collections, published } from "#data/generated/collections.ts";
import { askBuilt } from "../support/built-app.ts";

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
