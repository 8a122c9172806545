import { describe, expect, it } from "vitest";
import { getJson, getProblem } from "../support/json.ts";

interface Answer {
  outcome: string;
  canonical: string;
  analyses: { kind: string; label: string; pools: Record<string, { k: number }> }[];
}

describe("/v1/sensitivity", () => {
  it("answers for one outcome, the answer as it stands first", async () => {
    const answer = await getJson<Answer>("/v1/sensitivity?outcome=orr");
    expect(answer).toMatchObject({ outcome: "orr", canonical: "outcome=orr" });
    expect(answer.analyses[0]).toMatchObject({ kind: "base", label: "As asked" });
    expect(new Set(answer.analyses.map(({ kind }) => kind))).toEqual(
      new Set(["base", "leave-one-out", "prior", "model", "rule"]),
    );
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
