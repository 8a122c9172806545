/** Tests what other sites show for one of our addresses: title and description of the question, and an image. */
import { describe, expect, it } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { askBuilt, dataAt, textAt } from "../../../support/built-app.ts";
import { tagsOf } from "../../../support/html.ts";
import { sampled } from "../../../support/sample.ts";

const tagsAt = async (path: string) => tagsOf(await textAt(path));

async function metaOf(path: string): Promise<Record<string, string>> {
  const pairs = (await tagsAt(path)).map((tag) => {
    const [, name = ""] = /^<meta (?:property|name)="([^"]*)"/.exec(tag) ?? [];
    const [, content = ""] = /content="([^"]*)"/.exec(tag) ?? [];
    return [
      name,
      content.replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
    ];
  });
  return Object.fromEntries(pairs);
}

/** Bytes 16 to 23 of a PNG are its width and height. */
async function sizeOf(path: string): Promise<string> {
  const response = await askBuilt(path);
  expect(response.headers.get("content-type")).toBe("image/png");
  expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  const view = new DataView(await response.arrayBuffer());
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

const questions = [
  ...presets.map(({ query }) => `${new URLSearchParams(query as Record<string, string>)}`),
  ...["age=60-65", "outcome=crs-3&prior-lines=4-", "therapy-class=bsab"],
];

it.each(sampled(questions, 4))(
  "the page for “%s” has one description, and an address without what others added",
  async (question) => {
    const meta = await metaOf(`/embed?${question}`);
    expect(meta.description).toBe(`${meta["og:title"]} ${meta["og:description"]}`);
    const otherMeta = await metaOf(`/embed?${question}&utm_source=x&theme=dark`);
    expect(otherMeta["og:url"]).toBe(meta["og:url"]);
    expect(otherMeta["og:url"]).not.toMatch(/utm|theme/);
  },
);

it("the first page presents the usual question, with an image that is there, and words for it", async () => {
  const { "og:url": address, ...home } = await metaOf("/");
  const embed = await metaOf("/embed");
  expect(address).toBe("http://localhost/");
  for (const meta of [home, embed]) {
    expect(meta).toMatchObject({
      "og:title": embed["og:title"],
      "og:image": "http://localhost/assets/social.png",
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:alt": expect.stringMatching(/\w/),
      "twitter:card": "summary_large_image",
    });
  }
  expect(await sizeOf("/assets/social.png")).toBe("1200x630");
});

it.each([
  ["/", ["light", "dark"]],
  ["/embed?theme=system", ["light", "dark"]],
  // The colour of a light page does not depend on the reader's system.
  ["/embed", [undefined]],
])("%s has its colours, its icon and its manifest", async (path, schemes) => {
  const tags = await tagsAt(path);
  const colours = tags.filter((tag) => tag.includes('name="theme-color"'));
  expect(colours.map((tag) => /scheme: (\w+)/.exec(tag)?.[1])).toEqual(schemes);
  expect(tags.join()).toContain('rel="manifest" href="/manifest.webmanifest"');
  const [, icon = ""] = /rel="apple-touch-icon" href="([^"]+)"/.exec(tags.join()) ?? [];
  expect(await sizeOf(icon)).toBe("180x180");
});

describe("the manifest", () => {
  it("is one, with icons of the sizes it says", async () => {
    const manifest = await dataAt<{
      icons: { src: string; sizes: string; type: string; purpose: string }[];
    }>("/manifest.webmanifest");
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
    for (const { src, sizes } of images) expect(await sizeOf(src)).toBe(sizes);
  });
});
