import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("/v1/comparison?compare=…", () => {
  const path = "/v1/comparison?compare=product&therapy-class=car-t&outcome=orr";

  it("answers with the groups it found, every figure with its source", async () => {
    const answer = await getJson<Comparison<string>>(path);
    expect(answer.groups).toEqual(expect.arrayContaining(["ide-cel", "cilta-cel"]));
    const studies = answer.outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap((pool) => pool.studies),
    );
    expect(studies.length).toBeGreaterThan(3);
    for (const { citation } of studies) expect(citation).not.toBeNull();
  });

  it("is a table, too", async () => {
    const { status, text } = await request(path.replace("comparison?", "comparison.csv?"));
    expect(status).toBe(200);
    expect(text).toMatch(/^pool,orr,cilta-cel,/m);
    expect(text).toMatch(/^contrast,orr,.* against /m);
  });

  it("has medians of its own cohorts under each group of a landmark", async () => {
    const answer = await getJson<Comparison<string>>(
      "/v1/comparison?compare=product&outcome=pfs-12",
    );
    const [row] = answer.outcomes;
    const medians = answer.groups.flatMap((group) => row?.pools[group]?.medians ?? []);
    expect(medians.length).toBeGreaterThan(1);
    expect(new Set(medians.map(({ cohort }) => cohort)).size).toBe(medians.length);
  });

  it.each(["prior-lines", "prior-lines:", "prior-lines:-1", "vector:3", "sponsor", "__proto__"])(
    "refuses %s and says what can be compared",
    async (value) => {
      const { status, body } = await getProblem(`/v1/comparison?compare=${value}`);
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({ parameter: "compare" });
      expect(body.errors?.[0]?.allowed).toEqual(
        expect.arrayContaining(["therapy-class", "product", "prior-lines:6"]),
      );
    },
  );
});

describe("what compares the two classes only", () => {
  it.each(["/v1/sensitivity?outcome=orr", "/v1/meta-regression?outcome=orr&moderator=age"])(
    "refuses other groups: %s",
    async (path) => {
      const { status, body } = await getProblem(`${path}&compare=product`);
      expect(status).toBe(400);
      expect(body.errors?.[0]).toMatchObject({
        parameter: "compare",
        allowed: ["therapy-class"],
      });
    },
  );

  it("the page refuses them in words", async () => {
    const { status, text } = await request("/embed?compare=product");
    expect(status).toBe(400);
    expect(text).toContain("compare");
    expect(text).toContain("therapy-class");
  });
});
