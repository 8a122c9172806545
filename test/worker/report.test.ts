/** The report over HTTP: everything behind an answer on one page, without a script. */
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { assets } from "#generated/assets.ts";
import { displayedRate } from "#presentation/statement/figures.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import type { ApiComparison } from "#server/answers/api-answer.ts";
import { executableScriptsOf, styleHashesOf, textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const html = "text/html; charset=utf-8";
const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
const sections = Object.keys(english.report.headings);

/** All links of a page to this site, unescaped. */
const linksOf = (page: string) =>
  [...page.matchAll(/ (?:href|src|srcset)="(\/[^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );

const whole = await request("/report");
const answer = await getJson<ApiComparison>("/v1/comparison.json");

describe("the report of the default question", () => {
  it("needs no script, has none but its own, and is small enough to be sent at once", () => {
    expect([whole.status, whole.headers["content-type"]]).toEqual([200, html]);
    const scripts = executableScriptsOf(whole.text);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.attributes).toContain(`integrity="${assets.report.integrity}"`);
    expect(scripts[0]?.content).toBe("");
    expect(whole.text).not.toMatch(/ style="/);
    // With its nine pictures.
    expect(gzipSync(whole.text).length).toBeLessThan(50_000);
    for (const hash of styleHashesOf(whole.text)) {
      expect(whole.headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("has every section, and a drawing for each outcome with a number", () => {
    // In the whole report the checks stand with their outcomes.
    const own = sections.filter((section) => section !== "holds");
    const found = sections.filter((section) => whole.text.includes(`<section id="${section}"`));
    expect(found).toEqual(own);
    const numbered = answer.outcomes.filter(({ pools }) =>
      Object.values(pools).some(({ estimate }) => estimate !== null),
    );
    expect(whole.text.match(/<svg class="forest" role="img"/g)).toHaveLength(numbered.length);
    // All but survival at a month, which stands by trial.
    expect(answer.outcomes.filter((one) => !numbered.includes(one))).toMatchObject([
      { outcome: "pfs-12" },
    ]);
  });

  it("leads nowhere that does not exist", async () => {
    // One link stands for those that leave another cohort out.
    const [without, ...others] = linksOf(whole.text).filter((path) => path.includes("exclude="));
    const paths = [...new Set(linksOf(whole.text))].filter(
      (path) => !path.includes("/v1/cohorts/") && !others.includes(path),
    );
    expect(paths).toContain(without);
    expect(paths.length).toBeGreaterThan(20);
    const found = await Promise.all(
      paths.map(async (path) => [path, (await request(path)).status]),
    );
    expect(found.filter(([, status]) => status !== 200)).toEqual([]);
  });
});

describe("a link of the report", () => {
  it("leaves one cohort out, and the API then has the same digits without it", async () => {
    const [first] = answer.selection.included;
    const without = linksOf(whole.text).find((path) =>
      path.startsWith(`/report?exclude=${first?.cohort}`),
    );
    const question = without?.split("?")[1] ?? "";
    const changed = await getJson<ApiComparison>(`/v1/comparison.json?${question}`);
    expect(changed.selection.included.some(({ cohort }) => cohort === first?.cohort)).toBe(false);
    const pool = changed.outcomes[0]?.pools["car-t"];
    const read = textOf((await request(without ?? "")).text);
    const { estimate, interval } = (pool && displayedRate(pool)) ?? {};
    expect(read).toContain(
      `CAR-T, typical study: ${rateOf100(estimate ?? Number.NaN)} of 100 ${rangeOf100(interval ?? [0, 0])}`,
    );
  });

  it("drops the filter that left a cohort out", async () => {
    const page = (await request("/report?evidence=real-world&lines=any")).text;
    expect(linksOf(page)).toContain("/report?lines=any&evidence=all");
  });

  it("puts back what was left out by hand", async () => {
    const [first] = answer.selection.included;
    const page = (await request(`/report?exclude=${first?.cohort}`)).text;
    expect(linksOf(page)).toContain("/report");
    expect(textOf(page)).toContain("left out by hand");
  });
});

it("in short it has the answer, its checks and its sources", async () => {
  const { text } = await request("/report?part=short");
  const found = sections.filter((section) => text.includes(`<section id="${section}"`));
  expect(found).toEqual(["holds", "method", "references", "take"]);
  expect(textOf(text)).toContain(`${inject("serverUrl")}/report?part=short`);
  expect(gzipSync(text).length).toBeLessThan(10_500);
});

it.each([
  ["/report?lines=never", "lines"],
  ["/report?part=half", "part"],
  ["/report?colour=red", "colour"],
  ["/report?patient-age=70", "patient-…"],
  ["/report?compare=sponsor", "compare"],
])("%s is refused on a readable page that names the parameter", async (path, parameter) => {
  const { status, headers, text } = await request(path);
  expect([status, headers["content-type"], headers["cache-control"]]).toEqual([
    400,
    html,
    "no-store",
  ]);
  expect(textOf(text)).toContain(`${parameter} = “`);
});

it.each([
  [chromium, html],
  ["text/html", html],
  ["*/*", "application/json; charset=utf-8"],
  ["application/json, text/html", "application/json; charset=utf-8"],
])("/v1/comparison for Accept %s is %s", async (accept, type) => {
  const { headers, text } = await request("/v1/comparison?age=60-", { headers: { accept } });
  expect(headers["content-type"]).toBe(type);
  expect(headers.vary).toMatch(/\baccept\b(?!-)/i);
  if (type === html) expect(text).toBe((await request("/report?age=60-")).text);
});

it("the citation names the address and the version of the data", async () => {
  const { headers, text } = await request("/report.ris?age=60-");
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  expect(text.split("\r\n")).toEqual(
    expect.arrayContaining([
      "TY  - ELEC",
      `UR  - ${inject("serverUrl")}/report?age=60-&data=${dataset.dataVersion.slice(0, 10)}`,
      expect.stringContaining(dataset.dataVersion),
      "ER  - ",
    ]),
  );
  expect((await getProblem("/report.ris?age=x")).status).toBe(400);
});
