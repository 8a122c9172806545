import { describe, expect, it } from "vitest";
import { productNames } from "#data/generated/product-names.ts";
import { productNamesOf } from "#data/product-names.ts";
import { questions } from "../../../approved/questions.ts";
import { answerOf, to } from "../../../support/in-process.ts";

it("a short name is the slug of the field, or the name as it is written", () => {
  const products = [
    { slug: "betamab", name: "betamab" },
    { slug: "gammamab", name: "gammamab (GM-1)" },
    { slug: "xyz-1-with", name: "XYZ-1 with another drug" },
    { slug: "a-cel-or-betamab", name: "alpha or beta", contains: ["a-cel", "betamab"] },
  ];
  const names = productNamesOf(products.map((product) => ({ contains: [], ...product })));
  expect(names).toEqual({ "xyz-1-with": "XYZ-1 with another drug" });
});

const slugs = Object.keys(productNames).join("|");
const anySlug = new RegExp(`(?<![\\w-])(?:${slugs})(?![\\w-])`, "g");

describe.each([
  ...Object.values(questions),
  "compare=product&availability=any&evidence=all&lines=any&target=any",
])("no product stands by a slug in the place of its name: %s", (question) => {
  it.each(["/embed", "/report"])("%s", async (path) => {
    const html = await (await answerOf(to(path, question))).text();
    const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
    expect(text.match(anySlug)).toBeNull();
  });
});
