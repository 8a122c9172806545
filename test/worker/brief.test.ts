/** The comparison in sentences over HTTP: two formats, two depths, the same answer. */
import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { rateOf100 } from "#presentation/words/rates.ts";
import { styleHashesOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const path = "/v1/brief?outcome=orr";
const text = "text/plain; charset=utf-8";
const html = "text/html; charset=utf-8";
const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

describe("the form of a brief", () => {
  it.each([
    [undefined, text],
    ["*/*", text],
    ["text/*", text],
    ["text/plain", text],
    ["text/html", html],
    [chromium, html],
    ["text/html;q=0.2, text/plain", text],
    ["text/html;q=0, */*", text],
    ["application/json, */*;q=0.1", text],
  ])("for Accept %s is %s", async (accept, type) => {
    const { status, headers } = await request(path, { headers: accept ? { accept } : {} });
    expect([status, headers["content-type"]]).toEqual([200, type]);
    expect(headers.vary).toMatch(/accept/i);
  });

  it.each(["application/json", "image/png", "*/*;q=0"])("is refused for %s", async (accept) => {
    const { status, contentType, body } = await getProblem(path, { headers: { accept } });
    expect([status, contentType]).toEqual([406, "application/problem+json; charset=utf-8"]);
    expect(body.detail).toContain("text/html");
  });

  it("is that of the address, whatever is accepted", async () => {
    const headers = { accept: "text/html" };
    const asText = await request("/v1/brief.txt?outcome=orr", { headers });
    const asPage = await request("/v1/brief.html?outcome=orr");
    expect(asText.headers["content-type"]).toBe(text);
    expect(asPage.headers["content-type"]).toBe(html);
    expect(asText.text).toBe((await request(path)).text);
    expect(asPage.text).toBe((await request(path, { headers })).text);
  });
});

describe("a brief", () => {
  it("holds the numbers of the answer", async () => {
    const answer = await getJson<Comparison>("/v1/comparison?outcome=crs-3");
    const brief = (await request("/v1/brief?outcome=crs-3")).text.replace(/\s+/g, " ");
    const [crs] = answer.outcomes;
    for (const group of answer.groups) {
      const { estimate, events, n, k } = crs?.pools[group] ?? {};
      expect(brief).toContain(
        `${rateOf100(estimate ?? Number.NaN)} of 100 patients had severe CRS`,
      );
      expect(brief).toContain(`${k} cohorts, in which ${events} of ${n} patients had severe CRS`);
    }
    expect(brief).toContain(answer.answerVersion);
    expect(brief).toContain(answer.review.statement);
  });

  it("is for specialists unless a generalist asks", async () => {
    const [unsaid, specialist, generalist] = await Promise.all(
      ["", "&depth=specialist", "&depth=generalist"].map((depth) => request(`${path}${depth}`)),
    );
    expect(unsaid?.text).toBe(specialist?.text);
    expect(unsaid?.headers.etag).toBe(specialist?.headers.etag);
    // Lines break between words.
    expect(specialist?.text).toMatch(/Odds\s+ratio/);
    expect(generalist?.text).not.toMatch(/Odds\s+ratio/);
  });

  it("has a validator for each depth and form, and is not sent again to who has it", async () => {
    const addresses = [
      path,
      `${path}&depth=generalist`,
      "/v1/brief.html?outcome=orr",
      "/v1/brief?outcome=cr",
    ];
    const tags = await Promise.all(
      addresses.map((one) => request(one).then(({ headers }) => headers.etag ?? "")),
    );
    expect(new Set(tags).size).toBe(addresses.length);
    for (const [index, one] of addresses.entries()) {
      const headers = { "if-none-match": tags[index] ?? "" };
      expect((await request(one, { headers })).status).toBe(304);
      const head = await request(one, { method: "HEAD", headers });
      expect([head.status, head.text]).toEqual([304, ""]);
    }
  });

  it("has the headers of GET for HEAD, without a body", async () => {
    const get = await request(path);
    const head = await request(path, { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    for (const name of ["etag", "content-type", "cache-control", "vary"]) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
  });

  it("links to itself and to the answer", async () => {
    const { text: brief } = await request("/v1/brief?age=60-&outcome=orr&depth=generalist");
    const [own] = /\/v1\/brief\?\S+/.exec(brief) ?? [""];
    const [data] = /\/v1\/comparison\?\S+/.exec(brief) ?? [""];
    expect((await request(own)).text).toBe(brief);
    expect((await request(data)).status).toBe(200);
  });

  it("is a page with its own styles and no script", async () => {
    const { text: page, headers } = await request("/v1/brief.html?outcome=orr");
    const policy = String(headers["content-security-policy"]);
    for (const hash of styleHashesOf(page)) expect(policy).toContain(`'${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(page).not.toContain("<script");
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("a brief that cannot be understood", () => {
  it.each([
    ["depth=shallow", "depth", "generalist"],
    ["depth=", "depth", "specialist"],
    ["depth=specialist&depth=generalist", "depth", "specialist"],
    ["colour=red", "colour", "depth"],
    ["setting=middle", "setting", "late"],
  ])("%s names %s and what is allowed", async (query, parameter, allowed) => {
    for (const form of ["", ".txt", ".html"]) {
      const { status, body } = await getProblem(`/v1/brief${form}?${query}`);
      expect(status).toBe(400);
      expect(body.errors?.map((error) => error.parameter)).toEqual([parameter]);
      expect(body.errors?.[0]?.allowed).toContain(allowed);
    }
  });

  it("names everything at once", async () => {
    const { body } = await getProblem("/v1/brief?depth=deep&setting=middle&colour=red");
    expect(body.errors?.map(({ parameter }) => parameter).sort()).toEqual([
      "colour",
      "depth",
      "setting",
    ]);
  });
});
