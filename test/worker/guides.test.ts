/** The guides: every link, anchor, address and command to copy leads to something that is there. */
import { describe, expect, inject, it } from "vitest";
import { guides } from "#server/documentation/guides/guides.ts";
import { problemStatuses, problemType } from "#server/http/problem.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

const origin = inject("serverUrl");

/** Where an installation could lie. */
const examplePaths = ["/myeloma"];

const pages = new Map<string, Promise<{ status: number; text: string }>>();

/** Asks for each address once. */
function page(path: string) {
  const known = pages.get(path) ?? request(path);
  pages.set(path, known);
  return known;
}

const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

/** The text between the tags, as a reader copies it. */
const codesOf = (html: string) =>
  [...html.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, code = ""]) =>
    code.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );

describe.each(["/docs", ...guides.map(({ id }) => `/docs/${id}`)])("%s", (path) => {
  it("is complete without a script, with styles that its policy names", async () => {
    const { status, text, headers } = await request(path);
    expect(status).toBe(200);
    expect(executableScriptsOf(text)).toEqual([]);
    expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    expect(styleHashesOf(text).length).toBe(2);
    for (const hash of styleHashesOf(text)) {
      expect(headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("loads nothing from anywhere", async () => {
    const tags = tagsOf((await page(path)).text).filter((tag) => !tag.startsWith("<a "));
    const loaded = tags.flatMap((tag) => [...tag.matchAll(/\s(?:src|href)="([^"]*)"/g)]);
    for (const [, address] of loaded) expect(address).toMatch(/^\/(?!\/)/);
  });

  it("is not sent twice", async () => {
    const { headers } = await request(path);
    expect(headers.etag).toMatch(/\w/);
    const again = await request(path, { headers: { "if-none-match": headers.etag ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it("shows no Markdown, and names this installation", async () => {
    const read = textOf((await page(path)).text.replace(/<code>[\s\S]*?<\/code>/g, ""));
    expect(read).not.toMatch(/\]\(|\*\*|`|\|--/);
    expect((await page(path)).text).not.toMatch(/compare\.example\.org|127\.0\.0\.1:8787/);
  });

  it("leads only to what is there", async () => {
    const { text } = await page(path);
    const ids = idsOf(text);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...new Set([...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href))];
    expect(links.length).toBeGreaterThan(10);
    for (const href of links) {
      if (/^https:/.test(href ?? "")) continue;
      expect(href).toMatch(/^(?:#|\/(?!\/))/);
      const [target = "", anchor] = (href ?? "").split("#");
      const found = target === "" ? { status: 200, text } : await page(target);
      expect([href, found.status]).toEqual([href, 200]);
      if (anchor !== undefined)
        expect([href, idsOf(found.text)]).toEqual([href, expect.arrayContaining([anchor])]);
    }
  });

  it("has addresses that this installation answers", async () => {
    const codes = codesOf((await page(path)).text);
    const whole = codes
      .flatMap((code) => [...code.matchAll(/(?<=["'\s]|^)http:\/\/[^\s"'`]+/g)])
      .map(([address]) => address)
      .filter((address) => address.startsWith(`${origin}/`) && !address.includes("HASH"));
    for (const address of new Set(whole)) {
      expect([address, (await page(address.slice(origin.length))).status]).toEqual([address, 200]);
    }
    // Named, not to copy: some need parameters, so they may be refused, but they are there.
    const named = codes.filter((code) => /^\/[\w.-]+(?:\/[\w.-]+)*$/.test(code));
    for (const path of new Set(named.filter((one) => !examplePaths.includes(one)))) {
      expect([200, 400], path).toContain((await page(path)).status);
    }
  });
});

describe.each(guides)("/docs/$id", ({ id, title, description }) => {
  const path = `/docs/${id}`;

  it("says what it is and whom it is for", async () => {
    const text = textOf((await page(path)).text);
    expect(text).toContain(title);
    expect(text).toContain(description);
  });

  it("has every heading of two levels in its contents", async () => {
    const { text } = await page(path);
    const headings = [...text.matchAll(/<h[23] id="([^"]+)"/g)].map(([, name]) => `#${name}`);
    expect(headings.length).toBeGreaterThan(2);
    const [, contents = ""] = text.match(/<nav aria-label="Contents">([\s\S]*?)<\/nav>/) ?? [];
    expect([...contents.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(headings);
  });
});

it("the home page leads to them", async () => {
  expect((await request("/")).text).toContain('href="/docs"');
});

it("the first page lists them all", async () => {
  const { text } = await request("/docs");
  for (const { id } of guides) expect(text).toContain(`href="/docs/${id}"`);
});

it("there is no other", async () => {
  expect((await request("/docs/nobody")).status).toBe(404);
});

it("every kind of problem leads to what the guide says of it", async () => {
  const { text } = await request("/docs/integrators");
  for (const status of problemStatuses) {
    expect(idsOf(text)).toContain(problemType(status).split("#")[1]);
  }
});
