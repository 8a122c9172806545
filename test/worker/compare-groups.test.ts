import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { textOf } from "../support/html.ts";
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

  it("does not hold against a product that it is one", async () => {
    const { outcomes } = await getJson<Comparison<string>>(path);
    const codes = outcomes.flatMap(({ certainty }) => certainty.reasons.map(({ code }) => code));
    expect(codes).toContain("few-cohorts");
    expect(codes).not.toContain("one-product");
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

describe("/report?compare=…", () => {
  const question = "compare=product&outcome=efficacy";

  it("has the numbers of the API for every group, and every cohort", async () => {
    const answer = await getJson<Comparison<string>>(`/v1/comparison?${question}`);
    const { status, text } = await request(`/report?${question}`);
    expect(status).toBe(200);
    const read = textOf(text);
    for (const row of answer.outcomes) {
      for (const group of answer.groups) {
        const { estimate, observed } = row.pools[group] ?? {};
        const shown = observed?.estimate ?? estimate;
        if (shown != null) expect(read, `${row.outcome}, ${group}`).toContain(rateOf100(shown));
      }
    }
    for (const { cohort } of answer.selection.included) {
      expect(text).toContain(`/v1/cohorts/${cohort}"`);
    }
    for (const group of answer.groups) expect(text).toContain(`/products/${group}"`);
    for (const { text: caution } of answer.cautions) expect(read).toContain(caution);
  });

  it.each(["target", "age:62", "setting", "vector"])("also compares by %s", async (dimension) => {
    const { status, text } = await request(`/report?compare=${dimension}`);
    expect(status).toBe(200);
    expect(text).toContain("<table");
  });

  it("is what a browser gets of /v1/comparison", async () => {
    const accept = { accept: "text/html" };
    const { text } = await request(`/v1/comparison?${question}`, { headers: accept });
    expect(text).toBe((await request(`/report?${question}`)).text);
  });

  it("says so if nothing can be pooled", async () => {
    const { text } = await request("/report?compare=product&prior-lines=90-");
    expect(textOf(text)).toContain("Nothing can be pooled for this question.");
  });

  it("has one form only", async () => {
    const { status, text } = await request(`/report?${question}&part=short`);
    expect(status).toBe(400);
    expect(text).toContain("<strong>part</strong>");
  });
});
