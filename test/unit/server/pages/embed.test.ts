import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { joinLabelAndDetail } from "#presentation/row/names.ts";
import type { SentView } from "#presentation/views/format.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { elementTexts as en } from "#presentation/words/element.ts";
import { sizeLimits } from "../../../../.dev/check/bundle-size.ts";
import { askBuilt, dataAt, textAt } from "../../../support/built-app.ts";
import { linesOf, styleHashesOf, tagsOf, textOf } from "../../../support/html.ts";
import { inFormat } from "../../../support/in-format.ts";
import { sampled } from "../../../support/sample.ts";

/** Tests `/embed`: what its page carries and weighs, its digits, its look, and how it treats unknown parameters. */

const ofPresets = presets.map(
  ({ query }) => `${new URLSearchParams(query as Record<string, string>)}`,
);

/** Holds the filters with the most cohorts, the longest cautions and the most names of filters. */
const wide = "evidence=all&availability=any&lines=any";
const wider = `${wide}&regimen=any&target=any&prior-bcma=any&sources=any`;

/**
 * Lists questions whose pages have a limit of size. Pages of more outcomes have none, except survival, which is a tab
 * away.
 */
const questions = [
  ...["", "lines=2", "prior-lines=-1", "therapy-class=car-t", "product=zevor-cel"],
  ...["outcome=crs-3&age=60-", "outcome=survival", "outcome=os", "set=vandenboom-2025"],
  ...[wide, wider],
  `${wider}&definition=broad&denominator=enrolled&cut=latest&model=reml`,
  ...ofPresets,
];

describe.each(sampled(questions, 7))("the page for “%s”", async (question) => {
  const text = await textAt(`/embed?${question}`);

  it("weighs little gzipped, and little of it is what the element would ask for", async () => {
    // With every product of the world the end of the page comes in a second round trip.
    const factor = question.includes("availability=any") ? 1.08 : 1;
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(factor * sizeLimits.embedPage);
    const [, state = ""] =
      /<script[^>]*"application\/json"[^>]*>([\s\S]*?)<\/script>/.exec(text) ?? [];
    expect(gzipSync(state).byteLength).toBeLessThanOrEqual(sizeLimits.embedState);
    expect(JSON.parse(state)).toEqual(await dataAt(inFormat(`/v1/screen?${question}`)));
    // Nothing in the state can end the script element early.
    expect(state).not.toContain("<");
  });

  it("has its question as attributes of the element", () => {
    const [element = ""] = /<myeloma-compare[^>]*>/.exec(text) ?? [];
    for (const [name, value] of new URLSearchParams(question)) {
      expect(element).toContain(`${name}="${value}"`);
    }
  });

  it("has its headline, rows, doubt and notes in lines for a browser without shadow roots in HTML", async () => {
    const seen = linesOf(text);
    const { verdict, doubt, rows, notes } = (
      await dataAt<SentView<Screen>>(inFormat(`/v1/screen?${question}`))
    ).view;
    const heard = rows.map((row) => `${joinLabelAndDetail(row)}: ${row.heard}`);
    for (const line of [verdict.lead, doubt?.text ?? "", ...heard, ...notes, en.footer.audience]) {
      expect(seen).toContain(line.replaceAll("\u2060", ""));
    }
  });
});

it("survival has its styles, which other pages do not carry", async () => {
  const blocks = async (search: string) => styleHashesOf(await textAt(`/embed${search}`)).length;
  expect(await blocks("?outcome=survival")).toBe((await blocks("")) + 1);
});

describe("an unknown parameter of the page", () => {
  it("is not mentioned if a content system appends it", async () => {
    const marked = await textAt("/embed?lines=2&utm_source=letter&fbclid=x&v=5");
    expect(marked).toBe(await textAt("/embed?lines=2"));
  });

  const patient = "Values of a patient do not belong in an address.";
  it.each<readonly [string, string]>([
    ["newsletter=1&lines=2&fbclid=x&utm_source=x&colour=red", `2 unknown parameters. ${patient}`],
    ["a1&a2&a3&a4&a5&a6&a7&a6=again", `8 unknown parameters. ${patient}`],
    ["mrn_8315zq=8315zq", `1 unknown parameter. ${patient}`],
    ["line=2", `1 unknown parameter. Did you mean lines? ${patient}`],
    ["lines_8315zq&Theme=dark&=1", `3 unknown parameters. Did you mean lines, theme? ${patient}`],
    ["data=8315zq", "data."],
    ["data=8315zq&lang=en", `data, 1 unknown parameter. ${patient}`],
    [`${encodeURIComponent("<s>&x")}=1`, `1 unknown parameter. ${patient}`],
    // Every object has a property of this name.
    ...["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"].map(
      (name) => [`${name}=1&lines=2`, `1 unknown parameter. ${patient}`] as const,
    ),
  ])("?%s is ignored, and %s is said to be", async (search, ignored) => {
    const text = await textAt(`/embed?${search}`);
    expect(textOf(text)).toContain(`Not understood and ignored: ${ignored}`);
    expect(text).not.toMatch(/<s>|8315zq/);
  });

  it("leaves the rest of the page as it is, whatever it is called", async () => {
    const plain = await textAt("/embed?lines=2");
    const text = await textAt(`/embed?lines=2&${encodeURIComponent("$& $' $` x")}=1`);
    const [note = ""] = /<p role="note">[^<]*<\/p>\n/.exec(text) ?? [];
    expect(note).not.toBe("");
    expect(text.replace(note, () => "")).toBe(plain);
  });
});

async function look(search: string, headers: Record<string, string> = {}) {
  const answer = await askBuilt(`/embed${search}`, { headers });
  const text = await answer.text();
  return {
    text,
    status: answer.status,
    tag: answer.headers.get("etag"),
    vary: answer.headers.get("vary"),
    html: tagsOf(text).find((tag) => tag.startsWith("<html")),
    scheme: /<meta name="color-scheme" content="([^"]*)">/.exec(text)?.[1],
    element: /<myeloma-compare[^>]*>/.exec(text)?.[0],
  };
}

const alone = { "sec-fetch-dest": "document" };

describe("the theme of the page", () => {
  it.each([
    ["", {}, 'lang="en" data-theme="light"', "light", ""],
    ["?theme=light", {}, 'lang="en" data-theme="light"', "light", ' theme="light"'],
    ["?theme=dark", {}, 'lang="en" data-theme="dark"', "dark", ' theme="dark"'],
    ["?theme=system", {}, 'lang="en"', "light dark", ' theme="system"'],
    // A page of its own is that of the reader's system, a frame is light.
    ["", { "sec-fetch-dest": "iframe" }, 'lang="en" data-theme="light"', "light", ""],
    ["", alone, 'lang="en"', "light dark", ' theme="system"'],
    ["?theme=light", alone, 'lang="en" data-theme="light"', "light", ' theme="light"'],
  ])("of /embed%s for %j is %s", async (search, headers, html, scheme, attribute) => {
    const page = await look(search, headers);
    expect(page).toMatchObject({ status: 200, html: `<html ${html}>`, scheme });
    expect(page.element).toBe(`<myeloma-compare${attribute}>`);
    expect(page.vary).toContain("sec-fetch-dest");
  });

  it("makes another page with another validator only where it differs; `auto` is the usual one", async () => {
    const usual = await look("");
    const others = [look("", alone), look("?theme=dark"), look("?theme=light")];
    const tags = [usual, ...(await Promise.all(others))].map(({ tag }) => tag);
    expect(new Set(tags).size).toBe(4);
    expect(await look("?theme=auto")).toEqual(usual);
    expect(await look("", { "sec-fetch-dest": "iframe" })).toEqual(usual);
  });
});

it("a language, of which there is English only, is ignored", async () => {
  const { status, html } = await look("?lang=en-US&lines=2");
  expect([status, html]).toEqual([200, '<html lang="en" data-theme="light">']);
});

it("the theme is kept by the tabs, also where no script runs, and nothing else is", async () => {
  const text = await textAt("/embed?theme=dark&lines=2&utm_source=x");
  const tabs = [...text.matchAll(/<fieldset class="tabs".*?<\/fieldset>/g)].join("");
  const hrefs = [...tabs.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs).toHaveLength(5);
  for (const href of hrefs) {
    expect(href).toMatch(/^\/embed\?.*lines=2&amp;(view=course&amp;)?theme=dark$/);
  }
});

it.each(["lines=1&availability=eu", "outcome=crs-3", "lines=2&mrn=1&utm_source=x"])(
  "the home page with the question %s is the page of that question, never that of the first answer",
  async (question) => {
    const [home, embed] = await Promise.all(
      ["/", "/embed"].map((path) => askBuilt(`${path}?${question}`)),
    );
    expect([home?.status, await home?.text()]).toEqual([embed?.status, await embed?.text()]);
    const policies = [home, embed].map((answer) => answer?.headers.get("content-security-policy"));
    expect(policies[0]).toBe(policies[1]);
  },
);

it("the home page refuses a question that is none", async () => {
  expect((await askBuilt("/?lines=never")).status).toBe(400);
});

/** What other sites show for one of our addresses: title and description of the question, and an image. */
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

const shared = [...ofPresets, "age=60-65", "outcome=crs-3&prior-lines=4-", "therapy-class=bsab"];

it.each(sampled(shared, 4))(
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

it("the manifest is one, with icons of the sizes it says", async () => {
  type Icon = Record<"src" | "sizes" | "type" | "purpose", string>;
  const manifest = await dataAt<{ icons: Icon[] }>("/manifest.webmanifest");
  expect(manifest).toMatchObject({
    ...{ name: "Myeloma Compare", start_url: "/embed", scope: "/", display: "standalone" },
  });
  const images = manifest.icons.filter(({ type }) => type === "image/png");
  expect(images.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const { src, sizes } of images) expect(await sizeOf(src)).toBe(sizes);
});
