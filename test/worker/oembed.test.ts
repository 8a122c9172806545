/**
 * `/oembed` against the specification (oembed.com, 2.3): parameters, the fields of `rich`, errors,
 * discovery.
 */
import { describe, expect, inject, it } from "vitest";
import { tagsOf } from "../support/html.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

const ours = () => inject("serverUrl");
const ask = (url: string, more = "") =>
  request(`/oembed?url=${encodeURIComponent(url)}${more && `&${more}`}`);

interface Rich {
  type: string;
  version: string;
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

async function rich(url: string, more = ""): Promise<Rich> {
  const answer = await ask(url, more);
  expect([answer.status, answer.headers["content-type"]]).toEqual([
    200,
    "application/json; charset=utf-8",
  ]);
  return JSON.parse(answer.text) as Rich;
}

const attributeOf = (tag: string, name: string) =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

describe("an address of /embed", () => {
  it("is answered with every field that `rich` requires, and those of the provider", async () => {
    const answer = await rich(`${ours()}/embed?lines=2`);
    expect(answer).toMatchObject({
      type: "rich",
      version: "1.0",
      provider_name: "Myeloma Compare",
      provider_url: `${ours()}/`,
      // As long as the answer itself is fresh.
      cache_age: 300,
      width: 800,
      height: 1300,
    });
  });

  it("has the verdict of its question as the title, with its doubt", async () => {
    const { title } = await rich(`${ours()}/embed?lines=2`);
    const { verdict } = await getJson<{ verdict: { lead: string } }>("/v1/screen?lines=2");
    expect(title).toBe(verdict.lead);
  });

  it("is put into one frame with the mark and script for its height, with question and look, and nothing of others", async () => {
    const { html } = await rich(
      `${ours()}/embed?lines=2&theme=dark&lang=en-US&utm_source=x&patient-age=71`,
    );
    const [tag, ...others] = tagsOf(html);
    expect(others).toEqual([
      `<script async src="${ours()}/v1/frame.js" referrerpolicy="no-referrer">`,
    ]);
    expect(tag).toMatch(/^<iframe data-myeloma-compare /);
    expect(attributeOf(tag ?? "", "src")).toBe(`${ours()}/embed?lines=2&theme=dark&lang=en-US`);
    expect(attributeOf(tag ?? "", "title")).toBeTruthy();
    const page = await request("/embed?lines=2&theme=dark");
    expect(page.status).toBe(200);
  });

  it.each([
    ["", 800, 1300, 1200],
    ["maxwidth=1200", 800, 1300, 1200],
    ["maxwidth=600", 600, 1300, undefined],
    ["maxwidth=600&maxheight=400", 600, 400, undefined],
    ["maxwidth=2000&maxheight=2000", 800, 1300, 1200],
    ["maxheight=700", 800, 700, 1200],
    ["maxheight=300", 800, 300, undefined],
  ])("within “%s” is %d by %d, its picture %s", async (limits, width, height, picture) => {
    const answer = await rich(`${ours()}/embed`, limits);
    expect([answer.width, answer.height]).toEqual([width, height]);
    const [tag = "", ...scripts] = tagsOf(answer.html);
    expect([attributeOf(tag, "width"), attributeOf(tag, "height")]).toEqual(["100%", `${height}`]);
    // Nothing makes it higher than a limit allows.
    expect(scripts).toHaveLength(height < 1300 ? 0 : 1);
    expect(tag.includes("data-myeloma-compare")).toBe(height >= 1300);
    expect(answer.thumbnail_width).toBe(picture);
    const fields = [answer.thumbnail_url, answer.thumbnail_width, answer.thumbnail_height];
    expect([0, 3]).toContain(fields.filter((field) => field !== undefined).length);
    if (answer.thumbnail_url) {
      const image = await request(new URL(answer.thumbnail_url).pathname);
      expect([image.status, image.headers["content-type"]]).toEqual([200, "image/png"]);
    }
  });

  it("has another validator where its frame has another language", async () => {
    const [usual, american] = await Promise.all(
      ["", "?lang=en-US"].map((look) => ask(`${ours()}/embed${look}`)),
    );
    expect(american?.headers.etag).not.toBe(usual?.headers.etag);
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])(
    "with a parameter called %s, as every object has one, is answered",
    async (name) => {
      const { html } = await rich(`${ours()}/embed?${name}=1&lines=2`);
      expect(attributeOf(html, "src")).toBe(`${ours()}/embed?lines=2`);
    },
  );

  it("may be asked with parameters that consumers add", async () => {
    expect((await ask(`${ours()}/embed`, "format=json&dnt=1&callback=x")).status).toBe(200);
  });

  it("is kept, and not sent again", async () => {
    const { headers } = await ask(`${ours()}/embed`);
    const again = await request(`/oembed?url=${encodeURIComponent(`${ours()}/embed`)}`, {
      headers: { "if-none-match": String(headers.etag) },
    });
    expect(again.status).toBe(304);
  });
});

describe("refused", () => {
  it.each(["xml", "yaml", "JSON"])("the format %s with 501", async (format) => {
    expect((await ask(`${ours()}/embed`, `format=${format}`)).status).toBe(501);
  });

  it.each([
    "https://example.org/embed",
    "embed",
    "javascript:alert(1)",
    "https://example.org/?u=http://127.0.0.1/embed",
  ])("%s, which is not ours, with 404", async (url) => {
    const { status, headers, text } = await ask(url);
    expect([status, headers["content-type"]]).toEqual([
      404,
      "application/problem+json; charset=utf-8",
    ]);
    expect(text).not.toContain("alert");
  });

  it.each(["/docs", "/embedded", "/v1/comparison", "/embed/"])(
    "our page %s with 404",
    async (path) => {
      expect((await ask(`${ours()}${path}`)).status).toBe(404);
    },
  );

  it.each([
    ["", ["url"]],
    ["url=", ["url"]],
    ["url=a&url=b", ["url"]],
    ["url=a&maxwidth=0", ["maxwidth"]],
    ["url=a&maxheight=", ["maxheight"]],
    ["url=a&format=json&format=json", ["format"]],
    ["maxwidth=wide&maxheight=-1", ["url", "maxwidth", "maxheight"]],
  ])("“%s” with 400 and every parameter at fault", async (search, names) => {
    const { status, text } = await request(`/oembed?${search}`);
    expect(status).toBe(400);
    const { errors } = JSON.parse(text) as { errors: { parameter: string; allowed: string[] }[] };
    expect(errors.map(({ parameter }) => parameter)).toEqual(names);
    expect(errors.every(({ allowed }) => allowed.length > 0)).toBe(true);
  });

  it("a question that nobody understands, naming what may be asked", async () => {
    const { status, text } = await ask(`${ours()}/embed?lines=never&theme=sepia`);
    expect(status).toBe(400);
    for (const said of ["lines", "2", "theme", "dark"]) expect(text).toContain(said);
  });
});

describe("discovery", () => {
  it.each([
    "",
    "?lines=2&theme=dark",
    "?lines=2&theme=dark&lang=en-US",
    "?lang=en-US",
    "?age=60-65&utm_source=x",
  ])("from /embed%s leads to its own frame", async (search) => {
    const page = await request(`/embed${search}`);
    const tag = tagsOf(page.text).find((one) => one.includes("application/json+oembed")) ?? "";
    expect(attributeOf(tag, "rel")).toBe("alternate");
    const href = attributeOf(tag, "href") ?? "";
    expect(href.startsWith(`${ours()}/oembed?url=`)).toBe(true);
    const answer = await getJson<Rich>(href.slice(ours().length));
    const src = attributeOf(answer.html, "src") ?? "";
    expect(src).toBe(`${ours()}/embed${search.replace("&utm_source=x", "")}`);
  });
});
