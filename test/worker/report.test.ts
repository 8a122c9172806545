/** The report over HTTP: everything behind an answer on one page, without a script. */
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { hasNumber, isSilent } from "#core/comparison/reported.ts";
import { dataset } from "#core/dataset.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import { assets } from "#generated/assets.ts";
import { english } from "#presentation/words/catalogue.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { executableScriptsOf, styleHashesOf, textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const html = "text/html; charset=utf-8";
const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

/** All links of a page to this site, unescaped. */
const linksOf = (page: string) =>
  [...page.matchAll(/ (?:href|src|srcset)="(\/[^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );

const whole = await request("/report");
const answer = await getJson<Comparison>("/v1/comparison.json");

const reportSections = Object.keys(english.report.headings);

describe("the report of the default question", () => {
  it("needs no script, has none but its own, and is small enough to be sent at once", () => {
    expect([whole.status, whole.headers["content-type"]]).toEqual([200, html]);
    const scripts = executableScriptsOf(whole.text);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]?.attributes).toContain(`integrity="${assets.report.integrity}"`);
    expect(scripts[0]?.content).toBe("");
    expect(whole.text).not.toMatch(/ style="/);
    expect(gzipSync(whole.text).length).toBeLessThan(40_000);
    for (const hash of styleHashesOf(whole.text)) {
      expect(whole.headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("has every section but the checks, which are of one outcome", () => {
    const found = reportSections.filter((section) => whole.text.includes(`id="${section}"`));
    expect(found).toEqual(reportSections.filter((section) => section !== "holds"));
  });

  it("has both rates of every outcome with a number, and its picture", () => {
    const read = textOf(whole.text);
    for (const row of answer.outcomes.filter(hasNumber)) {
      expect(whole.text).toContain(`<article id="${row.outcome}"`);
      expect(whole.text).toContain(`src="/v1/forest.svg?outcome=${row.outcome}"`);
      for (const group of answer.groups) {
        const { estimate, observed } = row.pools[group];
        const shown = observed?.estimate ?? estimate;
        if (shown !== null) expect(read, row.outcome).toContain(rateOf100(shown));
      }
    }
  });

  it("says in the table, and in words below, where a row rests on other trials than its whole", () => {
    const marked = answer.outcomes.flatMap((row) =>
      answer.groups.flatMap((group) => row.pools[group].chain ?? []),
    );
    expect(marked.length).toBeGreaterThan(0);
    const short = textOf(whole.text.slice(0, whole.text.indexOf('<section id="outcomes"')));
    for (const { text } of marked) expect(short).toContain(text);
    const said = answer.outcomes.flatMap(({ cautions }) =>
      cautions.flatMap(({ code, text }) => (code === "other-trials" ? [text] : [])),
    );
    expect(said).toHaveLength(marked.length);
    for (const text of said) expect(textOf(whole.text)).toContain(text);
  });

  it("has every study that prints a property of patients, with its design and source", async () => {
    const { subgroups } = await getJson<{ subgroups: SubgroupTable[] }>(
      "/v1/subgroups?outcome=orr",
    );
    const { text } = await request("/report?outcome=orr");
    const section = text.slice(text.indexOf('<section id="subgroups"'));
    const read = textOf(section.slice(0, section.indexOf("</section>")));
    expect(read).toContain("never pooled");
    expect(subgroups.length).toBeGreaterThan(15);
    for (const { variable, study, levels } of subgroups) {
      expect(section).toContain(`id="by-${variable}"`);
      expect(read).toContain(study.label);
      for (const { events, n, source } of levels) {
        if (events !== null && n !== null) expect(read).toContain(`${events} of ${n}`);
        if (source) expect(read).toContain(textOf(source.citation));
      }
    }
    const kinds = english.patient.reported.evidence;
    for (const { study } of subgroups) {
      const name = english.screen.className[study.therapyClass];
      expect(read).toContain(`${study.label} ${name} · ${kinds[study.evidence ?? "unknown"]}`);
    }
  });

  it("spells out abbreviations", () => {
    expect(whole.text).toContain(`<abbr title="${english.detail.abbreviations.BCMA}">BCMA</abbr>`);
  });

  it("names every cohort of the data, in the answer or left out with the reason", () => {
    for (const { id } of dataset.cohorts) expect(whole.text).toContain(`/v1/cohorts/${id}"`);
    const read = textOf(whole.text);
    for (const { reason } of answer.selection.excluded) expect(read).toContain(reason);
  });

  it("leads nowhere that does not exist", async () => {
    const paths = [...new Set(linksOf(whole.text))].filter(
      (path) => !path.includes("/v1/cohorts/"),
    );
    expect(paths.length).toBeGreaterThan(50);
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
    const changed = await getJson<Comparison>(`/v1/comparison.json?${question}`);
    expect(changed.selection.included.some(({ cohort }) => cohort === first?.cohort)).toBe(false);
    const { estimate } = changed.outcomes[0]?.pools["car-t"] ?? {};
    const read = textOf((await request(without ?? "")).text);
    expect(read).toContain(`In a typical CAR-T cohort ${rateOf100(estimate ?? Number.NaN)} of 100`);
  });

  it("drops the filter that left a cohort out", async () => {
    const page = (await request("/report?evidence=real-world&setting=any")).text;
    expect(linksOf(page)).toContain("/report?setting=any&evidence=all");
  });

  it("puts back what was left out by hand", async () => {
    const [first] = answer.selection.included;
    const page = (await request(`/report?exclude=${first?.cohort}`)).text;
    expect(linksOf(page)).toContain("/report");
    expect(textOf(page)).toContain("left out by hand");
  });

  it("sorts the cohorts", async () => {
    const rows = async (path: string) => {
      const [, table = ""] = (await request(path)).text.split('id="studies"');
      return [...(table.split("</table>")[0]?.matchAll(/cohorts\/([\w.-]+)"/g) ?? [])].map(
        ([, id]) => id,
      );
    };
    const [usual, byPatients] = [await rows("/report"), await rows("/report?sort=patients")];
    expect(byPatients.length).toBe(usual.length);
    const sizes = [...new Set(byPatients)].map(
      (id) => dataset.cohorts.find((one) => one.id === id)?.n ?? 0,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

it("the report of one outcome has all checks, each with its question", async () => {
  const { text } = await request("/report?outcome=orr");
  const { held, analyses } = await getJson<{
    held: { text: string };
    analyses: { label: string; query: string | null }[];
  }>("/v1/sensitivity?outcome=orr");
  const read = textOf(text);
  expect(read).toContain(held.text);
  for (const { label, query } of analyses) {
    expect(read).toContain(label);
    if (query) expect(linksOf(text)).toContain(`/report?${query}`);
  }
});

it("in short it has the table and the sources of nothing else", async () => {
  const { text } = await request("/report?part=short");
  const found = reportSections.filter((section) => text.includes(`<section id="${section}"`));
  expect(found).toEqual(["short", "take"]);
  expect(textOf(text)).toContain(`${inject("serverUrl")}/report?part=short`);
  expect(gzipSync(text).length).toBeLessThan(10_000);
});

it("names what nobody reports, and apart from it what cannot be pooled", async () => {
  const question = "outcome=toxicity";
  const { outcomes } = await getJson<Comparison>(`/v1/comparison.json?${question}`);
  const read = textOf((await request(`/report?${question}`)).text);
  const named = (lead: string) =>
    read
      .split(lead)[1]
      ?.split(/\.(?: |$)/)[0]
      ?.split("; ") ?? [];
  const { silent, unpooled } = english.unreported;
  const isSilentIn = (name: string) => {
    const row = outcomes.find(
      ({ label, detail }) => [label, detail].filter(Boolean).join(", ") === name.trim(),
    );
    return row && Object.values(row.pools).every(isSilent);
  };
  expect(named(silent).length).toBeGreaterThan(0);
  expect(named(unpooled).length).toBeGreaterThan(0);
  expect(named(silent).map(isSilentIn)).not.toContain(false);
  expect(named(unpooled).map(isSilentIn)).not.toContain(true);
});

it("a question without an answer says so", async () => {
  const { status, text } = await request("/report?prior-lines=90-");
  expect(status).toBe(200);
  expect(textOf(text)).toContain("Nothing can be pooled for this question.");
});

it.each([
  ["/report?setting=never", "setting"],
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

it("/v1/comparison about a patient has no page, and is data for a browser, too", async () => {
  const { headers } = await request("/v1/comparison?patient-age=70", {
    headers: { accept: chromium },
  });
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
});

it("the citation names the address and the version of the data", async () => {
  const { headers, text } = await request("/report.ris?age=60-");
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  expect(text.split("\r\n")).toEqual(
    expect.arrayContaining([
      "TY  - ELEC",
      `UR  - ${inject("serverUrl")}/report?age=60-&as-of=${dataset.dataVersion}`,
      expect.stringContaining(dataset.dataVersion),
      "ER  - ",
    ]),
  );
  expect((await getProblem("/report.ris?age=x")).status).toBe(400);
});
