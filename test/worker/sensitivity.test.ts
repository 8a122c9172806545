import { describe, expect, it } from "vitest";
import { getJson, getProblem } from "../support/json.ts";

interface Analysis {
  kind: string;
  value: string;
  label: string;
  verdict: "kept" | "lost" | null;
  reason: string | null;
  pools: Record<string, { k: number }>;
  contrasts: { differencePer100: number | null; differenceInterval: number[] | null }[];
  query: string | null;
}

interface Answer {
  outcome: string;
  canonical: string;
  held: {
    finding: -1 | 0 | 1 | null;
    checks: number;
    kept: number;
    lost: { value: string; label: string }[];
    leaveOneOut: { lowest: { differencePer100: number }; cohorts: number } | null;
    text: string;
  };
  analyses: Analysis[];
}

describe("/v1/sensitivity", () => {
  it("answers for one outcome, the answer as it stands first", async () => {
    const answer = await getJson<Answer>("/v1/sensitivity?outcome=orr");
    expect(answer).toMatchObject({ outcome: "orr", canonical: "outcome=orr" });
    expect(answer.analyses[0]).toMatchObject({ kind: "base", label: "As asked" });
    expect(new Set(answer.analyses.map(({ kind }) => kind))).toEqual(
      new Set(["base", "leave-one-out", "leave-product-out", "prior", "model", "rule"]),
    );
  });

  it("names every check and its verdict", async () => {
    const { analyses, held } = await getJson<Answer>("/v1/sensitivity?outcome=cr");
    const names = analyses
      .filter(({ kind }) => !kind.startsWith("leave-"))
      .map(({ value }) => value);
    expect(names).toEqual([
      "base",
      "availability=us",
      "availability=eu",
      "doses=recommended",
      "denominator=collected",
      "cut=primary-only",
      "cut=latest",
      "denominator=enrolled",
      "sources=papers",
      "sources=any",
      "definition=broad",
      "overlap=keep",
      "without-phase-1",
      "tau-0.5",
      "tau-2",
      "mu-1.5",
      "glmm",
      "reml",
    ]);
    const judged = analyses.filter(({ verdict }) => verdict !== null);
    const others = judged.filter(({ kind }) => kind !== "leave-one-out");
    // Leaving one trial out is one check.
    expect(others.length).toBeLessThan(judged.length);
    expect(held.checks).toBe(others.length + 1);
    expect(held.lost.map(({ value }) => value)).toEqual(
      judged.filter(({ verdict }) => verdict === "lost").map(({ value }) => value),
    );
    expect(held.text).toContain(`in ${held.kept} of ${held.checks} checks`);
  });

  it("gives the numbers of the question that a line names", async () => {
    const { analyses } = await getJson<Answer>("/v1/sensitivity?outcome=orr");
    const line = analyses.find(({ value }) => value === "availability=us");
    const { outcomes } = await getJson<{ outcomes: Pick<Analysis, "contrasts">[] }>(
      `/v1/comparison?${line?.query}`,
    );
    const [contrast] = outcomes[0]?.contrasts ?? [];
    expect(line?.contrasts[0]?.differencePer100).toBe(contrast?.differencePer100);
    expect(line?.contrasts[0]?.differenceInterval).toEqual(contrast?.differenceInterval);
  });

  it.each(["", "?outcome=orr,cr", "?outcome=efficacy"])(
    "asks for exactly one outcome: %s",
    async (search) => {
      const { status, body } = await getProblem(`/v1/sensitivity${search}`);
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ parameter: "outcome" });
      expect(body.errors?.[0]?.allowed).toContain("orr");
    },
  );
});

describe("sources=papers", () => {
  it("is a value of the question, and a wrong one is refused with what is allowed", async () => {
    const { query } = await getJson<{ query: { sources: string } }>(
      "/v1/comparison?outcome=orr&sources=papers",
    );
    expect(query.sources).toBe("papers");
    const { status, body } = await getProblem("/v1/comparison?sources=paper");
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({
      parameter: "sources",
      allowed: ["reviewed", "papers", "any"],
    });
  });
});
