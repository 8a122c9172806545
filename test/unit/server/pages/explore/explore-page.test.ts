/** `/explore` as it is sent: its numbers are those of its files, and its form offers what the question has. */
import { expect, it } from "vitest";
import { textAt } from "../../../../support/built-app.ts";

it("the groups of each class that is explored lead to their numbers, which are those of the page", async () => {
  const text = await textAt("/explore?outcome=orr&compare=lines");
  const links = [...text.matchAll(/href="(\/v1\/comparison\.csv\?[^"]*)"/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );
  expect(links.map((link) => new URLSearchParams(link).get("therapy-class"))).toEqual([
    "car-t",
    "bsab",
  ]);
  for (const link of links) {
    const [head = "", ...lines] = (await textAt(link)).trim().split("\r\n");
    const at = head.split(",").indexOf("estimate");
    const pools = lines.filter((line) => line.startsWith("pool,"));
    const rates = pools.map((line) => line.split(",")[at]).filter(Boolean);
    expect(rates.length).toBeGreaterThan(0);
    const shown = rates.filter((rate) =>
      text.includes(`<strong>${Math.round(100 * Number(rate))}</strong>`),
    );
    expect(shown).toEqual(rates);
  }
});

it("the cut points of a paper are offered where its set is asked", async () => {
  const [paper, usual] = [
    await textAt("/explore?set=roex-2020&outcome=cr"),
    await textAt("/explore?outcome=cr"),
  ];
  for (const cut of ["prior-lines:5", "age:60", "high-risk:50"]) {
    expect(paper).toContain(`value="${cut}"`);
    expect(usual).not.toContain(`value="${cut}"`);
  }
});
