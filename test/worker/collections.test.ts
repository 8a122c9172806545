/**
 * Products, subgroups and adjusted comparisons: found by parameters with a fixed list of values.
 */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { collections } from "#data/generated/collections.ts";
import { getJson, getProblem } from "../support/json.ts";

describe("products", () => {
  it("are listed with their approvals and cohorts, each with an address that exists", async () => {
    const { products } = await getJson<{ products: { slug: string; href: string }[] }>(
      "/v1/products",
    );
    expect(products.map(({ slug }) => slug)).toEqual(dataset.products.map(({ slug }) => slug));
    for (const { slug, href } of products) {
      expect(await getJson<{ slug: string }>(href)).toMatchObject({ slug });
    }
  });

  it("say what the label says, with sources", async () => {
    const product = await getJson<Record<string, unknown>>("/v1/products/teclistamab");
    expect(product).toMatchObject({
      brandNames: ["Tecvayli"],
      approvals: expect.arrayContaining([expect.objectContaining({ region: "eu", inForce: true })]),
      cohorts: expect.arrayContaining([
        expect.objectContaining({
          cohort: dataset.cohorts.find(({ product: slug }) => slug === "teclistamab")?.id,
        }),
      ]),
    });
  });

  it.each(["nobody", "__proto__", "constructor"])("named %s do not exist", async (slug) => {
    const { status, body } = await getProblem(`/v1/products/${slug}`);
    expect(status).toBe(404);
    expect(body.detail).toContain("/v1/products");
  });
});

interface Tables {
  subgroups: { study: { therapyClass: string; products: string[] }; variable: string }[];
}

describe("subgroups", () => {
  it("are all there without parameters, levels of one study side by side", async () => {
    const { subgroups } = await getJson<Tables>("/v1/subgroups");
    const studies = new Set(subgroups.map(({ study }) => JSON.stringify(study)));
    expect(studies.size).toBe(collections.subgroups.length);
  });

  it("are found by variable and class", async () => {
    const { subgroups } = await getJson<Tables>("/v1/subgroups?variable=age&therapy-class=bsab");
    expect(subgroups.length).toBeGreaterThan(0);
    for (const { study, variable } of subgroups) {
      expect([study.therapyClass, variable]).toEqual(["bsab", "age"]);
    }
  });

  it("that were asked for in another order are the same answer", async () => {
    const one = await getJson("/v1/subgroups?variable=age&therapy-class=bsab");
    expect(await getJson("/v1/subgroups?therapy-class=bsab&variable=age")).toEqual(one);
  });
});

describe("adjusted comparisons", () => {
  it("are found by kind, with both sides named", async () => {
    const { comparisons } = await getJson<{
      comparisons: { study: { kind: string }; rows: { of: object; against: object | null }[] }[];
    }>("/v1/comparisons?kind=matching-adjusted");
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { study, rows } of comparisons) {
      expect(study.kind).toBe("matching-adjusted");
      expect(rows.every((row) => row.of && row.against)).toBe(true);
    }
  });
});

describe("studies that compared", () => {
  interface Answer {
    outcomes: Record<string, string>;
    comparisons: {
      contrast: string;
      design: string;
      rows: { outcome: string; source: { citation: string } }[];
    }[];
  }

  it("are found by the row they concern, those between the classes first, with names", async () => {
    const { outcomes, comparisons } = await getJson<Answer>("/v1/comparisons?row=pfs-12");
    expect(comparisons[0]?.contrast).toBe("between");
    const reported = new Set(comparisons.flatMap(({ rows }) => rows.map(({ outcome }) => outcome)));
    expect(Object.keys(outcomes).sort()).toEqual([...reported].sort());
    expect(outcomes.pfs).toBe("Progression-free survival");
  });

  it("between the classes are none of a randomised trial so far", async () => {
    const { comparisons } = await getJson<Answer>("/v1/comparisons?contrast=between");
    expect(comparisons.length).toBeGreaterThan(0);
    expect(comparisons.every(({ design }) => design !== "randomised")).toBe(true);
  });
});

describe("a word that is not in the list", () => {
  it("is named with those that are, and every other mistake with it", async () => {
    const { status, body } = await getProblem(
      "/v1/subgroups?variable=shoe-size&colour=<b>&outcome=orr&outcome=cr&product=",
    );
    expect(status).toBe(400);
    expect(body.errors?.map(({ parameter, message }) => [parameter, message])).toEqual([
      ["variable", "not one of the allowed values"],
      ["colour", "unknown parameter"],
      ["outcome", "given more than once"],
      ["product", "empty value"],
    ]);
    expect(body.errors?.[0]?.allowed).toContain("age");
    expect(body.errors?.[1]?.value).toBe("&lt;b&gt;");
  });
});
