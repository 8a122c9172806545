/**
 * Tests the report, the forest plot and `/explore`: parts, citation, and settings that stay. `test/approved/` holds
 * their words and how much the report weighs.
 */
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { recall } from "#data/generated/changes.ts";
import { askBuilt, textAt } from "../../../../support/built-app.ts";
import { textOf } from "../../../../support/html.ts";

it("is what a browser gets of the address of the data", async () => {
  const question = "compare=product&outcome=efficacy";
  const page = await textAt(`/v1/comparison?${question}`, { headers: { accept: "text/html" } });
  expect(page).toBe(await textAt(`/report?${question}`));
});

/** Releases of one day differ in the version alone, so a link names that. */
it.each([
  ["2020-02-29-0123abcd", "This link was made with other data. The numbers"],
  ["2999-01-01-0123abcd", "This link was made with other data. The numbers"],
  [
    recall.recalledDataVersions[0] ?? "",
    `Those were withdrawn: ${recall.recallReason} The numbers`,
  ],
  [dataset.dataVersion, null],
])("a link of the data %s reads %s, and today's numbers", async (version, note) => {
  for (const path of ["/report", "/embed"]) {
    const page = textOf(await textAt(`${path}?outcome=orr&data=${version}`)).replaceAll(
      "\u2060",
      "",
    );
    if (note === null) expect(page).not.toContain("This link was made");
    else expect(page).toContain(note);
  }
  const data = ["", `&data=${version}`].map((more) => textAt(`/v1/comparison?outcome=orr${more}`));
  expect(await data[1]).toBe(await data[0]);
});

it("has a citation that names the address and the version of the data", async () => {
  const answer = await askBuilt("/report.ris?age=60-");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
  expect((await answer.text()).split("\r\n")).toEqual(
    expect.arrayContaining([
      "TY  - ELEC",
      `UR  - http://localhost/report?age=60-&data=${dataset.dataVersion}`,
      expect.stringContaining(dataset.dataVersion),
      "ER  - ",
    ]),
  );
});

it("the forest plot of an outcome is a file named after it, to be looked at", async () => {
  const answer = await askBuilt("/v1/forest.svg?outcome=crs-3");
  expect(answer.headers.get("content-disposition")).toBe(
    'inline; filename="myeloma-compare-crs-3.svg"',
  );
  expect(await answer.text()).toMatch(/^<svg /);
});

it("the forest plot is light unless it is asked for dark", async () => {
  const [none, same, changed] = await Promise.all(
    ["", "&theme=light", "&theme=dark"].map(async (more) => {
      const answer = await askBuilt(`/v1/forest.svg?outcome=orr${more}`);
      return { text: await answer.text(), tag: answer.headers.get("etag") };
    }),
  );
  expect(same).toEqual(none);
  expect(changed?.text).not.toBe(none?.text);
  expect(changed?.tag).not.toBe(none?.tag);
});

it("what is explored keeps every setting, and lists the outcomes of one class under its name", async () => {
  const text = await textAt(
    "/explore?set=roex-2020&outcome=neurotoxicity&compare=costimulation&moderator=age",
  );
  expect(text).toContain('<input type="hidden" name="set" value="roex-2020"');
  for (const value of ["neurotoxicity", "costimulation", "age"]) {
    expect(text).toMatch(
      new RegExp(`<option selected value="${value}"|value="${value}" selected>`),
    );
  }
  const [, ...ofOneClass] = text.split("<optgroup").map((list) => list.split("</optgroup>")[0]);
  expect(ofOneClass).toEqual([
    expect.stringMatching(/^ label="Reported by CAR-T trials only">.*value="iec-hs"/s),
    expect.stringMatching(
      /^ label="Reported by bispecific trials only">.*value="discontinuation"/s,
    ),
  ]);
});
