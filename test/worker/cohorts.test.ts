import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { anyCohort } from "../support/any-cohort.ts";
import { styleHashesOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

interface Listed {
  id: string;
  label: string;
  therapyClass: string;
  outcomes: string[];
  href: string;
}

interface Detailed {
  id: string;
  sources: { citation: string; href: string | null; tier: number }[];
  figures: {
    outcome: string;
    cut: string;
    events: number | null;
    n: number | null;
    source: number;
    locator: string;
  }[];
  landmarks: { family: string; month: number; source: number; survival: number }[];
  registry: string[];
  notes: string | null;
}

const path = `/v1/cohorts/${anyCohort.id}`;

describe("the list of cohorts", () => {
  it("has every cohort of the data once, with an address that exists", async () => {
    const { cohorts, dataVersion } = await getJson<{ cohorts: Listed[]; dataVersion: string }>(
      "/v1/cohorts",
    );
    expect(dataVersion).toBe(dataset.dataVersion);
    expect(cohorts.map(({ id }) => id)).toEqual(dataset.cohorts.map(({ id }) => id));
    for (const { href, id } of cohorts) expect((await getJson<Detailed>(href)).id).toBe(id);
  });

  it("names the outcomes each cohort reports", async () => {
    const { cohorts } = await getJson<{ cohorts: Listed[] }>("/v1/cohorts");
    const ids = new Set(dataset.outcomes.map(({ id }) => id));
    for (const { id, outcomes } of cohorts) {
      const { figures = [], landmarks = [] } = dataset.cohorts.find((one) => one.id === id) ?? {};
      const months = landmarks.filter(({ outcome }) => ids.has(outcome));
      const reported = [...figures, ...months].map(({ outcome }) => outcome);
      expect([...outcomes].sort()).toEqual([...new Set(reported)].sort());
    }
  });
});

describe("one cohort", () => {
  it("has its sources, and its figures with source and locator", async () => {
    const cohort = await getJson<Detailed>(path);
    expect(cohort.figures.length).toBeGreaterThan(5);
    for (const { source, locator } of cohort.figures) {
      expect(cohort.sources[source]?.citation).toMatch(/\w/);
      expect(locator).toMatch(/\w/);
    }
    for (const { source } of cohort.landmarks) expect(cohort.sources[source]).toBeDefined();
  });

  it("has the figures of the data", async () => {
    const { figures } = await getJson<Detailed>(path);
    const counts = anyCohort.figures.map(({ outcome, cut, events }) => [outcome, cut, events]);
    expect(figures.map(({ outcome, cut, events }) => [outcome, cut, events])).toEqual(counts);
  });

  it("links to publishers and PubMed only", async () => {
    for (const { id } of dataset.cohorts) {
      const { sources } = await getJson<Detailed>(`/v1/cohorts/${id}`);
      for (const { href } of sources) {
        expect(href ?? "https://doi.org/10.").toMatch(
          /^https:\/\/(?:doi\.org\/10\.|pubmed\.ncbi\.nlm\.nih\.gov\/\d+\/$)/,
        );
      }
    }
  });

  it.each([
    "nobody",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    anyCohort.id.toUpperCase(),
    `${anyCohort.id}.xml`,
    `${anyCohort.id}.json.html`,
    "nobody.json",
    ".html",
    "%00",
    "%E0%A4%A",
    "..%2f..%2fversion",
    "%3Cscript%3E",
    "x".repeat(300),
  ])("%s is a 404 that leads to the list", async (id) => {
    const { status, contentType, body } = await getProblem(`/v1/cohorts/${id}`);
    expect(status).toBe(404);
    expect(contentType).toMatch(/^application\/problem\+json/);
    expect(body.detail).toContain("/v1/cohorts");
    expect(body.detail).not.toMatch(/[<>]|x{65}/);
  });

  it("is found by an escaped spelling of the same id", async () => {
    const [first = "", ...rest] = anyCohort.id;
    const escaped = `%${first.charCodeAt(0).toString(16)}${rest.join("")}`;
    expect((await getJson<Detailed>(`/v1/cohorts/${escaped}`)).id).toBe(anyCohort.id);
  });
});

const json = "application/json; charset=utf-8";
const html = "text/html; charset=utf-8";
const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

describe("the form of a cohort's record", () => {
  it.each([
    [undefined, json],
    ["*/*", json],
    ["application/*", json],
    ["application/json", json],
    ["application/json, text/plain, */*", json],
    ["image/webp, */*;q=0.1", json],
    ["text/html;q=0, */*", json],
    ["*/*;q=0.9, text/html;q=0.1", json],
    ["application/json;q=0.5, text/*", html],
    ["text/html;q=0.2, application/json", json],
    ["application/json, text/html", json],
    ["text/html", html],
    ["text/*", html],
    ["text/html, application/json;q=0.9", html],
    [chromium, html],
  ])("for Accept %s is %s", async (accept, type) => {
    const { status, headers } = await request(path, { headers: accept ? { accept } : {} });
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers.vary).toMatch(/\baccept\b(?!-)/i);
  });

  it.each(["image/png", "text/csv", "*/*;q=0"])("is refused for %s", async (accept) => {
    const { status, contentType, body } = await getProblem(path, { headers: { accept } });
    expect([status, contentType]).toEqual([406, "application/problem+json; charset=utf-8"]);
    expect(body.detail).toContain("application/json or text/html");
  });

  it("is that of the address, whatever is accepted", async () => {
    const asked = (accept: string) => ({ headers: { accept } });
    const asJson = await request(`${path}.json`, asked("text/html"));
    const asPage = await request(`${path}.html`, asked("application/json"));
    expect(asJson.headers["content-type"]).toBe(json);
    expect(asPage.headers["content-type"]).toBe(html);
    expect(asJson.text).toBe((await request(path)).text);
    expect(asPage.text).toBe((await request(path, asked(chromium))).text);
    for (const { headers } of [asJson, asPage]) expect(headers.vary).toBe("accept-encoding");
  });

  it.each(["/v1/cohorts/nobody", "/v1/cohorts/nobody.html"])(
    "of %s is a problem document for a program, and a page for a browser",
    async (address) => {
      const { status, contentType } = await getProblem(address);
      expect([status, contentType]).toEqual([404, "application/problem+json; charset=utf-8"]);
      const page = await request(address, { headers: { accept: chromium } });
      expect([page.status, page.headers["content-type"]]).toEqual([
        404,
        "text/html; charset=utf-8",
      ]);
    },
  );

  it("is not negotiated for the list", async () => {
    const { headers } = await request("/v1/cohorts", { headers: { accept: chromium } });
    expect(headers["content-type"]).toBe(json);
  });

  it.each([
    ["*/*", "sandbox"],
    [chromium, "style-src"],
  ])(
    "asked with %s is not sent again to who has it, with the headers of its kind",
    async (accept, policy) => {
      const whole = await request(path, { headers: { accept } });
      const headers = { accept, "if-none-match": whole.headers.etag ?? "" };
      for (const method of ["GET", "HEAD"]) {
        const again = await request(path, { method, headers });
        expect([again.status, again.text]).toEqual([304, ""]);
        expect(again.headers["content-security-policy"]).toContain(policy);
        for (const name of ["etag", "vary", "cache-control", "content-security-policy"]) {
          expect(again.headers[name]).toBe(whole.headers[name]);
        }
      }
      const head = await request(path, { method: "HEAD", headers: { accept } });
      expect([head.status, head.text]).toEqual([200, ""]);
      expect(head.headers.etag).toBe(whole.headers.etag);
    },
  );

  it("has a validator of its own", async () => {
    const asked = (accept: string) => request(path, { headers: { accept } });
    const [data, page] = [await asked("*/*"), await asked(chromium)];
    expect(data.headers.etag).not.toBe(page.headers.etag);
    const headers = { accept: chromium, "if-none-match": data.headers.etag ?? "" };
    expect((await request(path, { headers })).status).toBe(200);
  });
});

it("the page of a cohort is styled by what its policy allows, and runs nothing", async () => {
  const { text, headers } = await request("/v1/cohorts/karmma.html");
  const policy = String(headers["content-security-policy"]);
  expect(styleHashesOf(text).length).toBe(2);
  for (const hash of styleHashesOf(text)) expect(policy).toContain(`'${hash}'`);
  expect(policy).not.toContain("script-src");
  expect(text).toContain("<title>KarMMa – Myeloma Compare</title>");
});
