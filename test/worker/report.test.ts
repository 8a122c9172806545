/** The report: its parts, its weight and its citation. What it says: `test/approved/`. */
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogue.ts";
import { askBuilt } from "../support/built-app.ts";

const sections = Object.keys(english.report.headings);

it.each([
  // In the whole report the checks stand with their outcomes.
  ["", sections.filter((section) => section !== "holds"), 50_000],
  ["?part=short", ["holds", "method", "references", "take"], 10_500],
])(
  "/report%s has its sections, and is small enough to be sent at once",
  async (search, own, most) => {
    const text = await (await askBuilt(`/report${search}`)).text();
    expect(sections.filter((section) => text.includes(`<section id="${section}"`))).toEqual(own);
    expect(gzipSync(text).length).toBeLessThan(most);
  },
);

it("is what a browser gets of the address of the data", async () => {
  const accept = { headers: { accept: "text/html" } };
  for (const question of ["age=60-", "compare=product&outcome=efficacy"]) {
    const page = await (await askBuilt(`/v1/comparison?${question}`, accept)).text();
    expect(page).toBe(await (await askBuilt(`/report?${question}`)).text());
  }
});

it("has a citation that names the address and the version of the data", async () => {
  const answer = await askBuilt("/report.ris?age=60-");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  expect((await answer.text()).split("\r\n")).toEqual(
    expect.arrayContaining([
      "TY  - ELEC",
      `UR  - http://localhost/report?age=60-&data=${dataset.dataVersion.slice(0, 10)}`,
      expect.stringContaining(dataset.dataVersion),
      "ER  - ",
    ]),
  );
});
