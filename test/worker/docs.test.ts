/**
 * The page about the API: made from the OpenAPI document, complete without a script, nothing from
 * other sites.
 */
import { describe, expect, inject, it } from "vitest";
import { allowedOf } from "#server/documentation/docs/schema-words.ts";
import { isReference, type OpenApiDocument } from "#server/documentation/open-api.ts";
import { problemAnchor, problemStatuses } from "#server/http/problem.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const page = () => request("/docs");
const document = () => getJson<OpenApiDocument>("/v1/openapi.json");

describe("the page about the API", () => {
  it("names every resource, parameter and object of the document", async () => {
    const seen = textOf((await page()).text);
    const { paths, components } = await document();
    for (const [path, { get }] of Object.entries(paths)) {
      expect(seen).toContain(`GET ${path}`);
      for (const one of get.parameters) if (!isReference(one)) expect(seen).toContain(one.name);
    }
    for (const [name, parameter] of Object.entries(components.parameters)) {
      if (parameter.in !== "query") continue;
      expect(seen).toContain(name);
      expect(seen).toContain(parameter.description.split("`")[0]);
      for (const word of allowedOf(parameter.schema)) expect(seen).toContain(word);
    }
    for (const name of Object.keys(components.schemas)) expect(seen).toContain(name);
  });

  it("has a line for every kind of problem, which the problem leads to", async () => {
    const { text } = await page();
    for (const status of problemStatuses) expect(text).toContain(`id="${problemAnchor(status)}"`);
    const [path = "", anchor] = (await getProblem("/v1/cohorts/nobody")).body.type.split("#");
    expect((await request(path)).text).toContain(`<dt id="${anchor}">`);
  });

  it("runs no script, has nothing inline, and styles that its policy names", async () => {
    const { text, headers } = await page();
    expect(executableScriptsOf(text)).toEqual([]);
    expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    expect(styleHashesOf(text).length).toBe(2);
    for (const hash of styleHashesOf(text)) {
      expect(headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("loads nothing from anywhere and links within the site only", async () => {
    const { text } = await page();
    const addresses = tagsOf(text).flatMap((tag) => [...tag.matchAll(/\s(?:src|href)="([^"]*)"/g)]);
    for (const [, address = ""] of addresses) expect(address).toMatch(/^(?:#|\/(?!\/))/);
  });

  it("has links that lead somewhere", async () => {
    const { text } = await page();
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...new Set([...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href))];
    for (const href of links) {
      if (href?.startsWith("#")) expect(ids).toContain(href.slice(1));
      else expect([href, (await request(href ?? "")).status]).toEqual([href, 200]);
    }
  });

  it("has requests to copy that this installation answers", async () => {
    const { text } = await page();
    const origin = inject("serverUrl");
    const addresses = [...textOf(text).matchAll(/curl (?:-o answer\.csv |-O )?'([^']+)'/g)];
    expect(addresses.length).toBe(Object.keys((await document()).paths).length);
    for (const [, address = ""] of addresses) {
      expect(address.startsWith(`${origin}/`)).toBe(true);
      expect([address, (await request(address.slice(origin.length))).status]).toEqual([
        address,
        200,
      ]);
    }
  });

  it("says nothing that would be advice", async () => {
    // Without examples, which quote labels and papers.
    const own = (await page()).text.replace(/<pre[\s\S]*?<\/pre>/g, "");
    expect(textOf(own)).not.toMatch(/\b(?:should|prefer|choose|best|better)\b/i);
  });

  it("is not sent twice, nor is the document", async () => {
    for (const path of ["/docs", "/v1/openapi.json"]) {
      const { headers } = await request(path);
      expect(headers.etag).toMatch(/\w/);
      const again = await request(path, { headers: { "if-none-match": headers.etag ?? "" } });
      expect([path, again.status, again.text]).toEqual([path, 304, ""]);
    }
  });
});

it("the home page leads to it", async () => {
  expect((await request("/")).text).toContain('href="/docs"');
});
