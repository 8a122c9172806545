import { describe, expect, it } from "vitest";
import { displayedRate } from "#presentation/statement/figures.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("/v1/comparison?compare=…", () => {
  const path =
    "/v1/comparison?compare=product&therapy-class=car-t&outcome=orr&availability=us,eu,ch,cn,jp";

  it("answers with the groups it found, every figure with its source", async () => {
    const answer = await getJson<ApiComparison<string>>(path);
    expect(answer.groups).toEqual(expect.arrayContaining(["ide-cel", "cilta-cel"]));
    const studies = answer.outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap((pool) => pool.studies),
    );
    expect(studies.length).toBeGreaterThan(3);
    for (const { citation } of studies) expect(citation).not.toBeNull();
  });

  it("does not hold against a product that it is one", async () => {
    const { outcomes } = await getJson<ApiComparison<string>>(path);
    const statuses = outcomes.flatMap(({ contrasts }) => contrasts.map(({ status }) => status));
    expect(statuses.length).toBeGreaterThan(1);
    expect(new Set(statuses)).toEqual(new Set(["ok"]));
  });

  it("is a table, too", async () => {
    const { status, text } = await request(path.replace("comparison?", "comparison.csv?"));
    expect(status).toBe(200);
    expect(text).toMatch(/^pool,orr,cilta-cel,/m);
    expect(text).toMatch(/^contrast,orr,.* against /m);
  });

  it("has medians of its own cohorts under each group of a landmark", async () => {
    const answer = await getJson<ApiComparison<string>>(
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
  it.each(["/v1/forest.svg?outcome=orr", "/v1/meta-regression?outcome=orr&moderator=age"])(
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

  it("the page refuses them in words, but for products", async () => {
    const { status, text } = await request("/embed?compare=lines");
    expect(status).toBe(400);
    expect(text).toMatch(
      /<strong>compare<\/strong> = “lines”: .* Allowed: therapy-class, product\./,
    );
  });
});

describe("/embed?compare=product", () => {
  it("shows each product with its number before any script runs, and a way back", async () => {
    const question = "compare=product&availability=us";
    const { status, text } = await request(`/embed?${question}`);
    expect(status).toBe(200);
    const { outcomes } = await getJson<ApiComparison<string>>(`/v1/comparison?${question}`);
    for (const { outcome, pools } of outcomes) {
      const [, section = ""] = text.split(`data-outcome="${outcome}"`);
      for (const [product, pool] of Object.entries(pools)) {
        const shown = displayedRate(pool);
        if (!shown) continue;
        const [, line = ""] = section.split(`</svg> ${product}</span>`);
        expect(line.slice(0, 200)).toContain(
          `${rateOf100(shown.estimate)}</strong>`.replace("<1", "&lt;1"),
        );
      }
    }
    expect(text).toContain(english.productTable.lead);
    expect(text).toContain('href="/embed?availability=us"');
    expect(text).toMatch(/<myeloma-compare compare="product" availability="us">/);
  });
});

describe("/report?compare=…", () => {
  const question = "compare=product&outcome=efficacy";

  it("has the number of the API in the line of each group, and every cohort", async () => {
    const answer = await getJson<ApiComparison<string>>(`/v1/comparison?${question}`);
    const { status, text } = await request(`/report?${question}`);
    expect(status).toBe(200);
    for (const row of answer.outcomes) {
      const [, section = ""] = text.split(`<section id="${row.outcome}">`);
      const lines = (section.split("</section>")[0] ?? "").split("<tr>").slice(2);
      for (const group of answer.groups) {
        const pool = row.pools[group];
        const shown = pool && displayedRate(pool);
        const line = lines.map(textOf).find((one) => one.trim().startsWith(group));
        if (shown) {
          const said = `${rateOf100(shown.estimate)} ${rangeOf100(shown.interval)}`;
          expect(line, `${row.outcome}, ${group}`).toContain(said);
        } else if (pool?.status === "by-trial") {
          for (const product of pool.products) expect(line).toContain(product.shown);
        } else expect(line, `${row.outcome}, ${group}`).toBeUndefined();
      }
    }
    for (const { cohort } of answer.selection.included) {
      expect(text).toContain(`/v1/cohorts/${cohort}"`);
    }
    for (const group of answer.groups) expect(text).toContain(`/products/${group}"`);
  });

  it("says all that is to be borne in mind, and what was not pooled", async () => {
    const asked = "compare=product&set=vandenboom-2025&outcome=toxicity";
    const answer = await getJson<ApiComparison<string>>(`/v1/comparison?${asked}`);
    const read = textOf((await request(`/report?${asked}`)).text);
    const rows = answer.outcomes.flatMap(({ notes }) => notes);
    expect(rows.length).toBeGreaterThan(answer.outcomes.length);
    for (const { text } of [...answer.notes, ...rows]) expect(read).toContain(text);
    for (const { pools } of answer.outcomes) {
      for (const { notPooled } of Object.values(pools)) {
        for (const { code, reason } of notPooled) {
          if (code !== "not-reported") expect(read).toContain(reason);
        }
      }
    }
    expect(read).toContain(english.report.question.rules.broad);
  });

  it("names the cohorts that belong to no group, and outcomes without any number", async () => {
    const asked = "compare=age:62&denominator=enrolled&outcome=orr";
    const answer = await getJson<ApiComparison<string>>(`/v1/comparison?${asked}`);
    const alone = answer.selection.excluded.filter(({ parameter }) => parameter === "compare");
    expect(alone.length).toBeGreaterThan(0);
    const { text } = await request(`/report?${asked}`);
    for (const { cohort } of alone) expect(text).toContain(`/v1/cohorts/${cohort}"`);
    expect(text).toContain('<section id="orr">');
    expect(textOf(text)).toContain("No number: ");
  });

  it.each(["target", "age:62", "lines", "vector"])("also compares by %s", async (dimension) => {
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
    expect(textOf(text)).toContain("Nothing can be pooled for this question");
  });

  it("has one form only", async () => {
    const { status, text } = await request(`/report?${question}&part=short`);
    expect(status).toBe(400);
    expect(text).toContain("<strong>part</strong>");
  });
});
