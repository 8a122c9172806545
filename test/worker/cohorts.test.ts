import { describe, expect, it } from "vitest";
import { dataset } from "../../functions/dataset.ts";
import { getJson, getProblem } from "../support/json.ts";

interface Listed {
  id: string;
  label: string;
  therapyClass: string;
  outcomes: string[];
  href: string;
}

interface Detailed {
  id: string;
  sources: { citation: string; href: string | null; tier: number }[];
  figures: {
    outcome: string;
    cut: string;
    events: number | null;
    n: number | null;
    source: number;
    locator: string;
  }[];
  landmarks: { family: string; month: number; source: number; survival: number }[];
  registry: string[];
  notes: string | null;
}

describe("the list of cohorts", () => {
  it("has every cohort of the data once, with an address that exists", async () => {
    const { cohorts, dataVersion } = await getJson<{ cohorts: Listed[]; dataVersion: string }>(
      "/v1/cohorts",
    );
    expect(dataVersion).toBe(dataset.dataVersion);
    expect(cohorts.map(({ id }) => id)).toEqual(dataset.cohorts.map(({ id }) => id));
    for (const { href, id } of cohorts) expect((await getJson<Detailed>(href)).id).toBe(id);
  });

  it("names the outcomes each cohort reports", async () => {
    const { cohorts } = await getJson<{ cohorts: Listed[] }>("/v1/cohorts");
    expect(cohorts.find(({ id }) => id === "cartitude-1")?.outcomes).toEqual(
      expect.arrayContaining(["orr", "cr", "crs-3", "pfs-12"]),
    );
    for (const { outcomes } of cohorts) expect(new Set(outcomes).size).toBe(outcomes.length);
  });
});

describe("one cohort", () => {
  it("has its sources, and its figures with source and locator", async () => {
    const cohort = await getJson<Detailed>("/v1/cohorts/cartitude-1");
    expect(cohort.figures.length).toBeGreaterThan(5);
    for (const { source, locator } of cohort.figures) {
      expect(cohort.sources[source]?.citation).toMatch(/\w/);
      expect(locator).toMatch(/\w/);
    }
    for (const { source } of cohort.landmarks) expect(cohort.sources[source]).toBeDefined();
  });

  it("has the figures of the data: 94 of 97 responded in CARTITUDE-1 (data/cohorts/cartitude-1.json)", async () => {
    const { figures } = await getJson<Detailed>("/v1/cohorts/cartitude-1");
    expect(
      figures.find(({ outcome, cut }) => outcome === "orr" && cut === "primary"),
    ).toMatchObject({
      events: 94,
      n: 97,
    });
  });

  it("links to publishers and PubMed only", async () => {
    for (const { id } of dataset.cohorts) {
      const { sources } = await getJson<Detailed>(`/v1/cohorts/${id}`);
      for (const { href } of sources) {
        expect(href ?? "https://doi.org/10.").toMatch(
          /^https:\/\/(?:doi\.org\/10\.|pubmed\.ncbi\.nlm\.nih\.gov\/\d+\/$)/,
        );
      }
    }
  });

  it.each([
    "nobody",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "CARTITUDE-1",
    "cartitude-1.json",
    "%00",
    "%E0%A4%A",
    "..%2f..%2fversion",
    "%3Cscript%3E",
    "x".repeat(300),
  ])("%s is a 404 that leads to the list", async (id) => {
    const { status, contentType, body } = await getProblem(`/v1/cohorts/${id}`);
    expect(status).toBe(404);
    expect(contentType).toMatch(/^application\/problem\+json/);
    expect(body.detail).toContain("/v1/cohorts");
    expect(body.detail).not.toMatch(/[<>]|x{65}/);
  });

  it("is found by an escaped spelling of the same id", async () => {
    expect((await getJson<Detailed>("/v1/cohorts/cartitude%2D1")).id).toBe("cartitude-1");
  });
});
