import { describe, expect, it } from "vitest";
import { productNames } from "#data/generated/product-names.ts";
import { productNamesOf } from "#data/product-names.ts";
import { questions } from "../../../approved/questions.ts";
import { answerOf, to } from "../../../support/in-process.ts";

it("a short name is the slug of the field, or the name as it is written", () => {
  const named = (slug: string, name: string, contains: string[] = []) => ({ slug, name, contains });
  expect(
    productNamesOf([
      named("a-cel", "alphacabtagene autoleucel"),
      named("betamab", "betamab"),
      named("gammamab", "gammamab (GM-1)"),
      named("xyz-1", "XYZ-1"),
      named("xyz-1-with", "XYZ-1 with another drug"),
      named("a-cel-or-betamab", "alpha or beta", ["a-cel", "betamab"]),
    ]),
  ).toEqual({ "xyz-1": "XYZ-1", "xyz-1-with": "XYZ-1 with another drug" });
});

/** What a reader reads of a page: no addresses, styles or data. */
async function textAt(address: string): Promise<string> {
  const answer = await answerOf(address);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return html.replace(/<(script|style)\b.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ");
}

describe.each([
  ...Object.values(questions),
  "set=vandenboom-2025",
  "set=roex-2020",
  "compare=product&availability=any&evidence=all&lines=any&target=any",
])("no product stands by a slug in the place of its name: %s", (question) => {
  it.each(["/embed", "/report"])("%s", async (path) => {
    const text = await textAt(to(path, question));
    const slugs = Object.keys(productNames).filter((slug) =>
      new RegExp(`(?<![\\w-])${slug}(?![\\w-])`).test(text),
    );
    expect(slugs).toEqual([]);
  });
});
