/**
 * Pages and what leads to them: `/about`, snippets of `/build`, the report, the forest plot and `/explore`.
 * `test/approved/` holds their words.
 */

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { recall } from "#data/generated/changes.ts";
import { root } from "../../../../.dev/files.ts";
import { askBuilt, textAt } from "../../../support/built-app.ts";
import { tagsOf, textOf } from "../../../support/html.ts";

const ours = "http://localhost";
const question = encodeURIComponent("lines=2&age=65-");

async function about(vars: object, search = "") {
  const answer = await askBuilt(`/about${search}`, {}, vars);
  expect(answer.status).toBe(200);
  return answer.text();
}

it("with an operator and an address of mail it begins a letter with version and question, which it shows", async () => {
  const vars = { OPERATOR: "A & B <Hospital>", OPERATOR_CONTACT: "mailto:error@example.org" };
  const text = await about(vars, `?question=${question}`);
  expect(textOf(text)).toContain("A & B <Hospital>");
  expect(textOf(text)).toMatch(/The question: http\S+\/embed\?\S*lines=2/);
  const [, href = ""] = text.match(/href="(mailto:error@example\.org\?[^"]+)"/) ?? [];
  const letter = new URL(href.replaceAll("&amp;", "&"));
  expect(letter.searchParams.get("subject")).toMatch(/^Error in Myeloma Compare, data \d{4}-/);
  expect(letter.searchParams.get("body")).toContain("lines=2");
});

it("with a page of contact it leads there", async () => {
  const text = await about({ OPERATOR_CONTACT: "https://example.org/contact" });
  expect(text).toContain('href="https://example.org/contact"');
  expect(textOf(text)).toContain("does not name its operator");
});

const seenAt = async (search: string) =>
  textOf(await textAt(`/build${search}`)).replaceAll("&quot;", '"');

const chosenIn = (tags: readonly string[]) =>
  tags.flatMap(
    (tag) =>
      /^<option.* value="([^"]+)".* selected|^<option.* selected.* value="([^"]+)"/
        .exec(tag)
        ?.slice(1)
        .filter(Boolean) ?? [],
  );

describe("the page of snippets", () => {
  it.each([
    ["http://localhost", true],
    ["http://127.0.0.1:8787", true],
    ["http://[::1]:8787", true],
    ["https://compare.example.org", false],
    ["https://localhost.example.org", false],
    ["https://127.example.org", false],
  ])("says of %s whether others reach it", async (site, isWarned) => {
    const text = await textAt(`${site}/build`);
    expect(text.includes("reaches only this computer")).toBe(isWarned);
  });

  it("has the question and the look of its address in each, and in the preview", async () => {
    const search = "?lines=2&age=65-&theme=dark";
    const seen = await seenAt(search);
    const attributes = 'lines="2" age="65-" theme="dark"';
    expect(seen).toContain(`<myeloma-compare ${attributes}><a href="${ours}/embed`);
    expect(seen).toContain(`<myeloma-compare ${attributes} />`);
    const text = await textAt(`/build${search}`);
    const [preview = ""] = tagsOf(text).filter((tag) => tag.startsWith("<iframe"));
    expect(preview.replaceAll("&amp;", "&")).toContain(`src="/embed${search}"`);
    expect(seen.match(/\/embed\?lines=2&(amp;)?age=65-&(amp;)?theme=dark/g)).toHaveLength(5);
  });

  it("offers the tabs to begin with, and keeps other outcomes", async () => {
    for (const outcome of ["toxicity", "orr,cr"]) {
      const [chosen] = chosenIn(tagsOf(await textAt(`/build?outcome=${outcome}`)));
      expect(chosen).toBe(outcome);
    }
    expect(await seenAt("?outcome=toxicity")).toContain('<myeloma-compare outcome="toxicity">');
  });

  it("offers region, lines and colours, as the question has them, and keeps the rest of it", async () => {
    const text = await textAt("/build?availability=eu&lines=2&age=65-&theme=dark");
    const tags = tagsOf(text);
    expect(chosenIn(tags)).toEqual(["summary", "eu", "2", "dark"]);
    const unchanged = tags.filter((tag) => tag.startsWith("<input"));
    expect(unchanged).toEqual(['<input type="hidden" name="age" value="65-"/>']);
    // The address is the one that the form sends.
    const sent = "?age=65-&outcome=summary&availability=us,eu&lines=3%2B&theme=dark";
    expect(await seenAt(sent)).toContain('<myeloma-compare age="65-" theme="dark">');
  });
});

it("is what a browser gets of the address of the data", async () => {
  const question = "compare=product&outcome=efficacy";
  const page = await textAt(`/v1/comparison?${question}`, { headers: { accept: "text/html" } });
  expect(page).toBe(await textAt(`/report?${question}`));
});

const [withdrawn = ""] = recall.recalledDataVersions;

/** Releases of one day differ in the version alone, so a link names that. */
it.each([
  ["2020-02-29-0123abcd", "This link was made with other data. The numbers"],
  ["2999-01-01-0123abcd", "This link was made with other data. The numbers"],
  [withdrawn, `Those were withdrawn: ${recall.recallReason} The numbers`],
  [dataset.dataVersion, null],
])("a link of the data %s reads %s, and today's numbers", async (version, note) => {
  for (const path of ["/report", "/embed"]) {
    const page = textOf(await textAt(`${path}?outcome=orr&data=${version}`));
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
  const named = 'inline; filename="myeloma-compare-crs-3.svg"';
  expect(answer.headers.get("content-disposition")).toBe(named);
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
  const values = { outcome: "neurotoxicity", compare: "costimulation", moderator: "age" };
  const text = await textAt(`/explore?set=roex-2020&${new URLSearchParams(values)}`);
  expect(text).toContain('<input type="hidden" name="set" value="roex-2020"');
  expect(chosenIn(tagsOf(text))).toEqual(expect.arrayContaining(Object.values(values)));
  const [, ...ofOneClass] = text.split("<optgroup").map((list) => list.split("</optgroup>")[0]);
  expect(ofOneClass).toEqual([
    expect.stringMatching(/^ label="Reported by CAR-T trials only">.*value="iec-hs"/s),
    expect.stringMatching(
      /^ label="Reported by bispecific trials only">.*value="discontinuation"/s,
    ),
  ]);
});

/** A class name that every page has styles for means one thing. */
const sourceOf = (path: string) => readFileSync(join(root, path), "utf8");

/** Lists classes that any file may use: text that is heard but not seen, and the frame of a page. */
const general = new Set(["heard", "page"]);

it("a class name is written by one file only", () => {
  const styled = sourceOf("functions/server/pages/html/page.css").matchAll(/\.([a-z][a-z-]*)/g);
  const names = new Set(
    Array.from(styled, ([, name = ""]) => name).filter((name) => !general.has(name)),
  );
  const writing = globSync("functions/**/*.tsx", { cwd: root }).flatMap((path) =>
    Array.from(sourceOf(path).matchAll(/class="([^"]+)"/g)).flatMap(([, text = ""]) =>
      text.split(" ").map((name) => ({ name, path })),
    ),
  );
  expect(names.size).toBeGreaterThan(2);
  for (const name of names) {
    const files = new Set(writing.filter((entry) => entry.name === name).map(({ path }) => path));
    expect(files.size, `.${name}: ${[...files].join(", ")}`).toBeLessThan(2);
  }
});
