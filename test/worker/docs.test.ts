/**
 * The pages about the API: made from the OpenAPI document, complete without a script, nothing from
 * other sites.
 */
import { beforeAll, describe, expect, inject, it } from "vitest";
import { allowedOf } from "#server/documentation/docs/schema-words.ts";
import { isReference, type OpenApiDocument } from "#server/documentation/open-api.ts";
import { problemAnchor, problemStatuses } from "#server/http/problem.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { getJson, getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

const linksOf = (html: string) =>
  new Set(Array.from(html.matchAll(/<a href="([^"]+)"/g), ([, href = ""]) => href));
const idsOf = (html: string) => Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);

let document: OpenApiDocument;
let start: string;
/** All that the first page leads to, and itself. */
const pages = new Map<string, Awaited<ReturnType<typeof request>>>();

beforeAll(async () => {
  document = await getJson<OpenApiDocument>("/v1/openapi.json");
  start = (await request("/docs")).text;
  const paths = [...linksOf(start)].filter((href) => /^\/docs\/api\b[^#]*$/.test(href));
  for (const path of ["/docs", ...paths]) pages.set(path, await request(path));
});

const textAt = (path: string) => textOf(pages.get(path)?.text ?? "");

describe("the pages about the API", () => {
  it("name every resource, parameter and object of the document", () => {
    const { paths, components } = document;
    for (const [path, { get }] of Object.entries(paths)) {
      const seen = textAt(`/docs/api/${get.operationId}`);
      expect(seen).toContain(`GET ${path}`);
      expect(textAt("/docs/api")).toContain(get.summary);
      for (const one of get.parameters) if (!isReference(one)) expect(seen).toContain(one.name);
    }
    const everything = [...pages.keys()].map(textAt).join("\n");
    for (const [name, parameter] of Object.entries(components.parameters)) {
      if (parameter.in !== "query") continue;
      expect(everything).toContain(name);
      expect(everything).toContain(parameter.description.split("`")[0]);
      for (const word of allowedOf(parameter.schema)) expect(everything).toContain(word);
    }
    for (const name of Object.keys(components.schemas)) expect(everything).toContain(name);
  });

  it("have on the first one every anchor of the time when they were one", async () => {
    const ids = idsOf(start);
    for (const { get } of Object.values(document.paths)) expect(ids).toContain(get.operationId);
    for (const status of problemStatuses) expect(ids).toContain(problemAnchor(status));
    for (const id of ["question", "errors", "objects", "Pool"]) expect(ids).toContain(id);
    const [path = "", anchor] = (await getProblem("/v1/cohorts/nobody")).body.type.split("#");
    expect(path).toBe("/docs");
    expect(start).toContain(`<li id="${anchor}"><a href="/docs/api/errors#${anchor}">`);
  });

  it("run no script, have nothing inline, and styles that their policy names", () => {
    for (const { text, headers } of pages.values()) {
      expect(executableScriptsOf(text)).toEqual([]);
      expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
      expect(styleHashesOf(text).length).toBe(2);
      for (const hash of styleHashesOf(text)) {
        expect(headers["content-security-policy"]).toContain(`'${hash}'`);
      }
    }
  });

  it("load nothing from anywhere, and lead within the site to what is there", async () => {
    const links = new Set<string>();
    for (const [path, { text }] of pages) {
      const addresses = tagsOf(text).flatMap((tag) => [
        ...tag.matchAll(/\s(?:src|href)="([^"]*)"/g),
      ]);
      for (const [, address = ""] of addresses) expect(address).toMatch(/^(?:#|\/(?!\/))/);
      expect([path, new Set(idsOf(text)).size]).toEqual([path, idsOf(text).length]);
      for (const href of linksOf(text)) links.add(href.startsWith("#") ? path + href : href);
    }
    for (const href of links) {
      const [path = "", anchor] = href.split("#");
      const found = pages.get(path) ?? (await request(path));
      expect([href, found.status]).toEqual([href, 200]);
      if (anchor !== undefined)
        expect([href, idsOf(found.text)]).toEqual([href, expect.arrayContaining([anchor])]);
    }
  });

  it("have requests to copy that this installation answers", async () => {
    const origin = inject("serverUrl");
    const addresses = [...pages.keys()].flatMap((path) => [
      ...textAt(path).matchAll(/curl (?:-o answer\.csv |-O )?'([^']+)'/g),
    ]);
    expect(addresses.length).toBe(Object.keys(document.paths).length);
    for (const [, address = ""] of addresses) {
      expect(address.startsWith(`${origin}/`)).toBe(true);
      const { status } = await request(address.slice(origin.length));
      expect([address, status]).toEqual([address, 200]);
    }
  });

  it("say nothing that would be advice", () => {
    for (const { text } of pages.values()) {
      // Without examples, which quote labels and papers.
      const own = textOf(text.replace(/<pre[\s\S]*?<\/pre>/g, ""));
      expect(own).not.toMatch(/\b(?:should|prefer|choose|best|better)\b/i);
    }
  });

  it("are not sent twice, nor is the document", async () => {
    for (const path of ["/docs", "/docs/api/getComparison", "/v1/openapi.json"]) {
      const { headers } = await request(path);
      expect(headers.etag).toMatch(/\w/);
      const again = await request(path, { headers: { "if-none-match": headers.etag ?? "" } });
      expect([path, again.status, again.text]).toEqual([path, 304, ""]);
    }
  });

  it("are no others", async () => {
    expect((await request("/docs/api/nobody")).status).toBe(404);
  });
});

it("the home page leads to them", async () => {
  expect((await request("/")).text).toContain('href="/docs"');
});
