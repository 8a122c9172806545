/** The keys that the isolate keeps from a request: never anything except a question. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { release } from "#server/pages/html/release.ts";
import { app } from "../../../../functions/app.ts";
import { answered } from "../../../support/answered.ts";

/** All keys that were stored while a path was requested, as often as needed for it to be stored. */
async function keysKept(path: string): Promise<string[]> {
  const kept = vi.spyOn(Map.prototype, "set");
  for (let time = 0; time < 4; time += 1) {
    const headers = { "accept-encoding": "gzip" };
    await answered(app, `https://compare.example${path}`, { headers });
  }
  const keys = kept.mock.calls.map(([key]) => key);
  return keys.filter((key) => typeof key === "string");
}

afterEach(() => vi.restoreAllMocks());

describe("what is kept of an address", () => {
  it("is the question", async () => {
    const keys = await keysKept("/v1/comparison?outcome=orr&age=61-65");
    expect(keys.some((key) => key.includes("comparison?") && key.includes("age=61-65"))).toBe(true);
  });

  it.each([
    "/",
    "/embed",
    "/report",
    "/v1/comparison?outcome=orr",
    "/v1/meta-regression?outcome=orr&moderator=age",
  ])(
    "is of %s also the version of its answer, so that a later one finds nothing of it",
    async (path) => {
      const keys = await keysKept(path);
      expect(keys.filter((key) => key.includes(dataset.answerVersion))).not.toEqual([]);
    },
  );

  it.each([
    ["/", true],
    ["/embed", true],
    ["/report?outcome=orr", true],
    ["/build", true],
    ["/oembed?url=https%3A%2F%2Fcompare.example%2Fembed", true],
    ["/v1/comparison?outcome=orr", false],
  ])("is of %s also the release, whose code determines it: %s", async (path, kept) => {
    const keys = await keysKept(path);
    expect(keys.some((key) => key.includes(release))).toBe(kept);
  });

  it.each([
    ["/embed", false],
    ["/report", true],
    ["/v1/comparison", false],
  ])("is of %s also the older date that a link names: %s", async (path, kept) => {
    const keys = await keysKept(`${path}?data=2020-01-01`);
    expect(keys.some((key) => key.includes("2020-01-01"))).toBe(kept);
  });

  it.each([
    "/v1/comparison?outcome=orr&patient-age=97.31",
    "/v1/comparison?mrn=97.31",
    "/v1/cohorts?mrn=97.31",
    "/v1/widget.js?mrn=97.31",
    "/embed?mrn=97.31",
    "/embed?=97.31",
    "/embed?%00=97.31",
    "/embed?lang=en-97.31",
    "/embed?data=97.31",
    "/build?mrn=97.31",
    "/manifest.webmanifest?mrn=97.31",
    "/oembed?mrn=97.31&url=https%3A%2F%2Fcompare.example%2Fembed",
    "/oembed?url=https%3A%2F%2Fcompare.example%2Fembed%3Fmrn%3D97.31",
    "/?mrn=97.31",
    "/97.31",
  ])("is nothing that nobody here knows (%s)", async (path) => {
    const keys = await keysKept(path);
    expect(keys.filter((key) => key.includes("97.31"))).toEqual([]);
  });
});
