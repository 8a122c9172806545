/** `/oembed` against the specification (oembed.com, 2.3): the fields of `rich`, sizes, errors, discovery. */
import { describe, expect, it } from "vitest";
import { escapeHtml } from "#presentation/words/html.ts";
import { askBuilt } from "../../../support/built-app.ts";
import { tagsOf } from "../../../support/html.ts";

const ours = "http://localhost";
const ask = (url: string, more = "") =>
  askBuilt(`${ours}/oembed?url=${encodeURIComponent(url)}${more && `&${more}`}`);

interface Rich {
  title: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

async function rich(url: string, more = ""): Promise<Rich> {
  const answer = await ask(url, more);
  expect(answer.status).toBe(200);
  return answer.json();
}

const attributeOf = (tag: string, name: string) =>
  new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

describe("an address of /embed", () => {
  it("is answered with every field that `rich` requires, its title the verdict of the question", async () => {
    const screen = await askBuilt("/v1/screen?lines=2");
    const { verdict }: { verdict: { lead: string } } = await screen.json();
    // Consumers add parameters.
    expect(await rich(`${ours}/embed?lines=2`, "format=json&dnt=1&callback=x")).toMatchObject({
      type: "rich",
      version: "1.0",
      title: verdict.lead,
      provider_name: "Myeloma Compare",
      provider_url: `${ours}/`,
      // The age is that for which the answer itself is fresh, in seconds.
      cache_age: 300,
      width: 800,
      height: 1300,
    });
  });

  it("is put into one frame with the mark and script for its height, with question and look, and nothing of others", async () => {
    const { html } = await rich(
      `${ours}/embed?lines=2&theme=dark&utm_source=x&patient-age=71&__proto__=1`,
    );
    const [tag = "", ...more] = tagsOf(html);
    expect(more).toEqual([`<script async src="${ours}/v1/frame.js" referrerpolicy="no-referrer">`]);
    expect(tag).toMatch(/^<iframe data-myeloma-compare /);
    expect(attributeOf(tag, "src")).toBe(`${ours}/embed?lines=2&theme=dark`);
    expect(attributeOf(tag, "title")).toBeTruthy();
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
    const answer = await rich(`${ours}/embed`, limits);
    expect([answer.width, answer.height]).toEqual([width, height]);
    const [tag = "", ...scripts] = tagsOf(answer.html);
    expect([attributeOf(tag, "width"), attributeOf(tag, "height")]).toEqual(["100%", `${height}`]);
    // Nothing makes the frame higher than a limit allows.
    expect(scripts).toHaveLength(height < 1300 ? 0 : 1);
    expect(tag.includes("data-myeloma-compare")).toBe(height >= 1300);
    const { thumbnail_url, thumbnail_width, thumbnail_height } = answer;
    const image = picture ? [`${ours}/assets/social.png`, picture] : [undefined, undefined];
    expect([thumbnail_url, thumbnail_width]).toEqual(image);
    expect(thumbnail_height === undefined).toBe(picture === undefined);
  });
});

it.each([
  ...["https://example.org/embed", "embed", "javascript:alert(1)"],
  "https://example.org/?u=http://127.0.0.1/embed",
  ...["/docs", "/embedded", "/v1/comparison", "/embed/"].map((path) => ours + path),
])("%s, which is not ours or no frame, is refused with 404", async (url) => {
  const answer = await ask(url);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("alert");
});

it.each([
  ...["", "?lines=2&theme=dark", "?theme=dark", "?age=60-65&utm_source=x"],
  ...["?compare=product", "?compare=product&product=cilta-cel,teclistamab&theme=dark"],
])("discovery from /embed%s leads to its own frame, with the title of the page", async (search) => {
  const page = await (await askBuilt(`${ours}/embed${search}`)).text();
  const tag = tagsOf(page).find((element) => element.includes("application/json+oembed")) ?? "";
  expect(attributeOf(tag, "rel")).toBe("alternate");
  const href = attributeOf(tag, "href") ?? "";
  expect(href.startsWith(`${ours}/oembed?url=`)).toBe(true);
  const { html, title }: Rich = await (await askBuilt(href)).json();
  expect(attributeOf(html, "src")).toBe(`${ours}/embed${search.replace("&utm_source=x", "")}`);
  expect(page).toContain(`<meta property="og:title" content="${escapeHtml(title)}">`);
});
