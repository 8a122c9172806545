/** Tests which facts the page of a product states, for which region and patients. */
import { expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { makeProductFactsView } from "#server/pages/products/facts.tsx";
import { listLabelLines } from "#server/pages/products/label.tsx";

const all = Object.values(products);

it("marks a fact with its region, but for boxed warnings and programmes, which are of the United States only", () => {
  for (const product of all) {
    const { boxed, rems, monitoring } = makeProductFactsView(product);
    for (const { marks } of [...boxed, ...rems]) expect(marks).not.toContain("US");
    const current = product.monitoring.filter(({ status }) => status !== "superseded");
    expect(monitoring.map(({ marks }) => marks.includes("US"))).toEqual(
      current.map(({ region }) => region === "us"),
    );
  }
});

it("says of each first full dose for whom its day is", () => {
  const days = (slug: string) =>
    Object.values(products)
      .filter((product) => product.slug === slug)
      .flatMap((product) =>
        makeProductFactsView(product).fullDose.map(({ text, marks }) => [text, marks[0]]),
      );
  expect(days("teclistamab")).toEqual([
    ["full dose day 7", "given alone"],
    ["full dose day 7", "with daratumumab"],
  ]);
  expect(days("talquetamab")).toEqual([
    ["full dose day 7", "weekly"],
    ["full dose day 10", "every 2 weeks"],
  ]);
});

it("leaves out what is superseded, and the remarks of who collected", () => {
  for (const product of all) {
    const text = JSON.stringify([
      makeProductFactsView(product),
      listLabelLines(product.approvals).map(({ lines, asks }) => [lines, asks]),
    ]);
    expect(text).not.toMatch(/superseded/);
    for (const { note } of [...product.approvals, ...product.monitoring, ...product.codes]) {
      if (note !== null) expect(text).not.toContain(JSON.stringify(note).slice(1, -1));
    }
  }
});
