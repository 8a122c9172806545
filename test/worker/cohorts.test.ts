/** The record of a cohort: one address for data and page, told apart by what a caller accepts. */
import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { askBuilt } from "../support/built-app.ts";
import { getProblem } from "../support/json.ts";

const path = `/v1/cohorts/${anyCohort.id}`;
const json = "application/json; charset=utf-8";
const html = "text/html; charset=utf-8";
const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

const asked = (address: string, headers: Record<string, string> = {}, method = "GET") =>
  askBuilt(address, { method, headers });

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
])("there is none called %s, but a list of them", async (id) => {
  const { status, contentType, body } = await getProblem(`/v1/cohorts/${id}`);
  expect([status, contentType]).toEqual([404, "application/problem+json; charset=utf-8"]);
  expect(body.detail).toContain("/v1/cohorts");
  expect(body.detail).not.toMatch(/[<>]|x{65}/);
});

describe("the form of a record", () => {
  it.each([
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
    const { status, headers } = await asked(path, { accept });
    expect([status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("vary")).toMatch(/\baccept\b(?!-)/i);
  });

  it.each(["image/png", "text/csv", "*/*;q=0"])("is refused for %s", async (accept) => {
    const answer = await asked(path, { accept });
    expect(answer.status).toBe(406);
    expect(await answer.text()).toContain("application/json or text/html");
  });

  it("is that of the address, whatever is accepted", async () => {
    const asJson = await asked(`${path}.json`, { accept: "text/html" });
    const asPage = await asked(`${path}.html`, { accept: "application/json" });
    expect(asJson.headers.get("content-type")).toBe(json);
    expect(asPage.headers.get("content-type")).toBe(html);
    for (const { headers } of [asJson, asPage]) expect(headers.get("vary")).toBe("accept-encoding");
    expect(await asJson.text()).toBe(await (await asked(path)).text());
    expect(await asPage.text()).toBe(await (await asked(path, { accept: chromium })).text());
  });

  it("has a validator of its own, and is not sent again with the headers of another", async () => {
    const tags = new Map<string, string>();
    for (const [accept, policy] of [
      ["*/*", "sandbox"],
      [chromium, "style-src"],
    ] as const) {
      const whole = await asked(path, { accept });
      const tag = `${whole.headers.get("etag")}`;
      tags.set(tag, accept);
      for (const method of ["GET", "HEAD"]) {
        const again = await asked(path, { accept, "if-none-match": tag }, method);
        expect([again.status, await again.text()]).toEqual([304, ""]);
        expect(again.headers.get("content-security-policy")).toContain(policy);
      }
    }
    expect(tags.size).toBe(2);
    const [data = ""] = tags.keys();
    expect((await asked(path, { accept: chromium, "if-none-match": data })).status).toBe(200);
  });
});
