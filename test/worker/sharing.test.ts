/**
 * What other sites show for one of our addresses: title and description of the question, and an image.
 */
import { describe, expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import presets from "#data/presets.json" with { type: "json" };
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { tagsOf } from "../support/html.ts";
import { asked } from "../support/queries.ts";
import { request } from "../support/request.ts";
import { screenAnswer } from "../support/screen-answer.ts";

const ours = () => inject("serverUrl");

async function metaOf(path: string): Promise<Record<string, string>> {
  const { text } = await request(path);
  const pairs = tagsOf(text).flatMap((tag): [string, string][] => {
    const [, name = ""] = /^<meta (?:property|name)="([^"]*)"/.exec(tag) ?? [];
    const [, content = ""] = /content="([^"]*)"/.exec(tag) ?? [];
    return name
      ? [[name, content.replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&")]]
      : [];
  });
  return Object.fromEntries(pairs);
}

/** Bytes 16 to 23 of a PNG are its width and height. */
async function sizeOf(address: string): Promise<[number, number]> {
  const response = await fetch(address);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  const view = new DataView(await response.arrayBuffer());
  return [view.getUint32(16), view.getUint32(20)];
}

const questions = [
  ...presets.map(({ query }) => new URLSearchParams(query as Record<string, string>).toString()),
  "age=60-65",
  "outcome=crs-3&prior-lines=4-",
  "therapy-class=bsab",
];

describe.each(questions)("the page for “%s”", (question) => {
  const meta = () => metaOf(`/embed?${question}`);
  const answer = screenAnswer(asked(question, dataset), dataset);
  const { verdict, certainty } = statementOf(answer, english);

  it("says the verdict of this question in title and description, with its doubt", async () => {
    const { "og:title": title, "og:description": about } = await meta();
    expect(title).toBe(verdict.lead);
    for (const said of [verdict.harms, certainty, scopeOf(answer, english)]) {
      expect(about).toContain(said);
    }
  });

  it("names the one image, which is there, of that size, with words for it", async () => {
    const found = await meta();
    expect(found["og:image"]).toBe(`${ours()}/assets/social.png`);
    expect(await sizeOf(found["og:image"] ?? "")).toEqual([1200, 630]);
    expect([found["og:image:width"], found["og:image:height"]]).toEqual(["1200", "630"]);
    expect(found["og:image:alt"]).toBeTruthy();
    expect(found["twitter:card"]).toBe("summary_large_image");
  });

  it("says its own address, without what others added", async () => {
    const found = await metaOf(`/embed?${question}&utm_source=x&theme=dark`);
    expect(found["og:url"]).toBe((await meta())["og:url"]);
    expect(found["og:url"]).not.toMatch(/utm|theme/);
  });
});

it("the home page presents the usual question", async () => {
  const [home, embed] = await Promise.all([metaOf("/"), metaOf("/embed")]);
  expect(home["og:title"]).toBe(embed["og:title"]);
  expect(home["og:image"]).toBe(embed["og:image"]);
  expect(home["og:url"]).toBe(`${ours()}/`);
});

it.each([
  ["/", ["light", "dark"]],
  ["/embed?theme=system", ["light", "dark"]],
  // The colour of a light page does not depend on the reader's system.
  ["/embed", [undefined]],
])("%s has its colours, its icon and its manifest", async (path, schemes) => {
  const tags = tagsOf((await request(path)).text);
  const colours = tags.filter((tag) => tag.includes('name="theme-color"'));
  expect(colours.map((tag) => /scheme: (\w+)/.exec(tag)?.[1])).toEqual(schemes);
  expect(tags.join()).toContain('rel="manifest" href="/manifest.webmanifest"');
  const [, icon = ""] = /rel="apple-touch-icon" href="([^"]+)"/.exec(tags.join()) ?? [];
  expect(await sizeOf(`${ours()}${icon}`)).toEqual([180, 180]);
});

describe("the manifest", () => {
  it("is one, with icons of the sizes it says", async () => {
    const { status, headers, text } = await request("/manifest.webmanifest");
    expect([status, headers["content-type"]]).toEqual([
      200,
      "application/manifest+json; charset=utf-8",
    ]);
    const manifest = JSON.parse(text) as {
      start_url: string;
      display: string;
      icons: { src: string; sizes: string; type: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({
      name: "Myeloma Compare",
      start_url: "/embed",
      display: "standalone",
    });
    const images = manifest.icons.filter(({ type }) => type === "image/png");
    expect(images.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      "192x192 any",
      "512x512 any",
      "512x512 maskable",
    ]);
    for (const { src, sizes } of images) {
      expect((await sizeOf(`${ours()}${src}`)).join("x")).toBe(sizes);
    }
  });

  it("takes no parameters", async () => {
    expect((await request("/manifest.webmanifest?x=1")).status).toBe(400);
  });
});
