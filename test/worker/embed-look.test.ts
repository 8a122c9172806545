/** `theme` and `lang` of the page: another page and validator only where the bytes differ. */
import { describe, expect, it } from "vitest";
import { pages as enPages } from "#words/pages.ts";
import { screen as en } from "#words/screen.ts";
import { askBuilt } from "../support/built-app.ts";
import { tagsOf, textOf } from "../support/html.ts";

async function embed(search: string, headers: Record<string, string> = {}) {
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
    isNoted: text.replace(/<noscript>.*<\/noscript>/g, "").includes('role="note"'),
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
    const page = await embed(search, headers);
    expect(page).toMatchObject({ status: 200, html: `<html ${html}>`, scheme, isNoted: false });
    expect(page.element).toBe(`<myeloma-compare${attribute}>`);
    expect(page.vary).toContain("sec-fetch-dest");
  });

  it("makes another page with another validator only where it differs; `auto` is the usual one", async () => {
    const usual = await embed("");
    const others = await Promise.all(["?theme=dark", "?theme=light"].map((one) => embed(one)));
    expect(new Set([usual, await embed("", alone), ...others].map(({ tag }) => tag)).size).toBe(4);
    expect(await embed("?theme=auto")).toEqual(usual);
    expect(await embed("", { "sec-fetch-dest": "iframe" })).toEqual(usual);
    const again = await embed("?theme=light", { "if-none-match": `${others[0]?.tag}` });
    expect(again.status).toBe(200);
  });

  it("also colours the page that refuses a question", async () => {
    const { status, html } = await embed("?theme=dark&lines=never");
    expect([status, html]).toEqual([400, '<html lang="en" data-theme="dark">']);
  });
});

describe("the language of the page", () => {
  it.each([
    ["", "en", "20 Nov 2026"],
    ["?lang=en", "en", "20 Nov 2026"],
    ["?lang=en-GB", "en", "20 Nov 2026"],
    ["?lang=en-US", "en-US", "Nov 20, 2026"],
  ])(
    "“%s” is %s and dated %s, another page only where the date differs",
    async (search, language, date) => {
      const page = await embed(search);
      expect(page).toMatchObject({
        html: `<html lang="${language}" data-theme="light">`,
        isNoted: false,
      });
      expect(textOf(page.text)).toContain(en.dataDate(date));
      expect(page.tag === (await embed("")).tag).toBe(language === "en");
    },
  );

  it.each(["de", "", "en_US", "<b>", "en-US&lang=de"])(
    "%j, which we do not have, is named, and the page is in English",
    async (lang) => {
      const { status, html, text } = await embed(`?lang=${lang}&lines=2`);
      expect([status, html]).toEqual([200, '<html lang="en" data-theme="light">']);
      expect(textOf(text)).toContain(enPages.ignored("lang"));
    },
  );
});

it("theme and language are kept by the tabs, also where no script runs, and nothing else is", async () => {
  const { text } = await embed("?theme=dark&lang=en-US&lines=2&utm_source=x");
  const tabs = [...text.matchAll(/<fieldset class="tabs".*?<\/fieldset>/g)].join("");
  const hrefs = [...tabs.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs).toHaveLength(4);
  for (const href of hrefs) {
    expect(href).toMatch(/^\/embed\?.*lines=2&amp;theme=dark&amp;lang=en-US$/);
  }
});
