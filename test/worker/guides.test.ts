/** The guides: every address and command to copy leads to something that is there. */
import { describe, expect, inject, it } from "vitest";
import { guides } from "#server/documentation/guides/guides.ts";
import { problemStatuses, problemType } from "#server/http/problem.ts";
import { textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

const origin = inject("serverUrl");

/** Where an installation could lie. */
const examplePaths = ["/myeloma"];

const seen = new Map<string, Promise<{ status: number; text: string }>>();

/** Asks for each address once. */
function page(path: string) {
  const known = seen.get(path) ?? request(path);
  seen.set(path, known);
  return known;
}

const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

/** The text between the tags, as a reader copies it. */
const codesOf = (html: string) =>
  [...html.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, code = ""]) =>
    code.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );

describe.each(["/docs", ...guides.map(({ id }) => `/docs/${id}`)])("%s", (path) => {
  it("shows no Markdown, and names this installation", async () => {
    const read = textOf((await page(path)).text.replace(/<code>[\s\S]*?<\/code>/g, ""));
    expect(read).not.toMatch(/\]\(|\*\*|`|\|--/);
    expect((await page(path)).text).not.toMatch(/compare\.example\.org|127\.0\.0\.1:8787/);
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

it.each(guides)("/docs/$id has every heading of two levels in its contents", async ({ id }) => {
  const { text } = await page(`/docs/${id}`);
  const headings = [...text.matchAll(/<h[23] id="([^"]+)"/g)].map(([, name]) => `#${name}`);
  expect(headings.length).toBeGreaterThan(2);
  const [, contents = ""] = text.match(/<nav aria-label="Contents">([\s\S]*?)<\/nav>/) ?? [];
  expect([...contents.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(headings);
  expect((await page("/docs")).text).toContain(`href="/docs/${id}"`);
});

it("every kind of problem leads to what the guide says of it", async () => {
  const { text } = await request("/docs/integrators");
  for (const status of problemStatuses) {
    expect(idsOf(text)).toContain(problemType(status).split("#")[1]);
  }
});
