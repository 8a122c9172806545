/** The text of an answer over HTTP: two formats, two depths, the same answer. */
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
  it("is for specialists unless a generalist asks, and the same answer as the data", async () => {
    const [unsaid, specialist, generalist] = await Promise.all(
      ["", "&depth=specialist", "&depth=generalist"].map((depth) => request(`${path}${depth}`)),
    );
    const answer = await getJson<Comparison>("/v1/comparison?outcome=orr");
    expect(unsaid?.text).toBe(specialist?.text);
    expect(unsaid?.headers.etag).toBe(specialist?.headers.etag);
    expect(unsaid?.headers.etag).not.toBe(generalist?.headers.etag);
    for (const brief of [specialist, generalist]) {
      const said = brief?.text.replace(/\s+/g, " ");
      for (const group of answer.groups) {
        const { estimate } = answer.outcomes[0]?.pools[group] ?? {};
        expect(said).toContain(`${rateOf100(estimate ?? Number.NaN)} of 100 patients responded`);
      }
      expect(said).toContain(answer.answerVersion);
    }
  });

  it("is not sent again to who has it, and has the headers of GET for HEAD", async () => {
    for (const address of [path, `${path}&depth=generalist`, "/v1/brief.html?outcome=orr"]) {
      const { headers } = await request(address);
      const asked = { "if-none-match": headers.etag ?? "" };
      expect((await request(address, { headers: asked })).status).toBe(304);
      const head = await request(address, { method: "HEAD" });
      expect([head.status, head.text]).toEqual([200, ""]);
      for (const name of ["etag", "content-type", "cache-control", "vary"]) {
        expect(head.headers[name]).toBe(headers[name]);
      }
    }
  });

  it("links to itself and to the answer", async () => {
    const { text: brief } = await request("/v1/brief?age=60-&outcome=orr&depth=generalist");
    const [own] = /\/v1\/brief\?\S+/.exec(brief) ?? [""];
    const [data] = /\/v1\/comparison\.json\?[^\s>]+/.exec(brief) ?? [""];
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
