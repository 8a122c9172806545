/** `theme` and `lang` of the page: another validator only if the bytes differ. */
import { describe, expect, it } from "vitest";
import { pages as enPages } from "#words/pages.ts";
import { screen as en } from "#words/screen.ts";
import { tagsOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

const embed = (search: string) => request(`/embed${search}`);
const html = (text: string) => tagsOf(text).find((tag) => tag.startsWith("<html"));

describe("the theme of the page", () => {
  it.each(["light", "dark"])("%s colours page and element", async (theme) => {
    const { status, text } = await embed(`?theme=${theme}&lines=2`);
    expect(status).toBe(200);
    expect(html(text)).toBe(`<html lang="en" data-theme="${theme}">`);
    expect(text).toContain(`<meta name="color-scheme" content="${theme}">`);
    expect(text).toContain(`<myeloma-compare lines="2" theme="${theme}">`);
    expect(text.replace(/<noscript>.*<\/noscript>/g, "")).not.toContain('role="note"');
  });

  it("is light for a frame that says none, and both for the reader's system", async () => {
    const [usual, system] = await Promise.all(["", "?theme=system"].map(embed));
    expect(html(usual?.text ?? "")).toBe('<html lang="en" data-theme="light">');
    expect(usual?.text).toContain('<meta name="color-scheme" content="light">');
    expect(usual?.text).toContain("<myeloma-compare><template");
    expect(html(system?.text ?? "")).toBe('<html lang="en">');
    expect(system?.text).toContain('<meta name="color-scheme" content="light dark">');
    expect(system?.text).toContain('<myeloma-compare theme="system">');
  });

  it("is the system's for a page of its own, and light in a frame", async () => {
    const as = (destination: string, search = "") =>
      request(`/embed${search}`, { headers: { "sec-fetch-dest": destination } });
    const [usual, framed, alone, asked] = await Promise.all([
      embed(""),
      as("iframe"),
      as("document"),
      embed("?theme=system"),
    ]);
    expect(framed.text).toBe(usual.text);
    expect(html(alone.text)).toBe('<html lang="en">');
    const toolbar = (text: string) => tagsOf(text).filter((tag) => tag.includes("theme-color"));
    expect(toolbar(alone.text)).toEqual(toolbar(asked.text));
    expect(toolbar(alone.text)).toHaveLength(2);
    expect(alone.text).toContain('<meta name="color-scheme" content="light dark">');
    expect(alone.text).toContain('<myeloma-compare theme="system">');
    expect(alone.headers.etag).not.toBe(framed.headers.etag);
    for (const { headers } of [framed, alone]) expect(headers.vary).toContain("sec-fetch-dest");
    const light = await as("document", "?theme=light");
    expect(html(light.text)).toBe('<html lang="en" data-theme="light">');
  });

  it("is another page with another validator; `auto` is the usual one", async () => {
    const [usual, auto, dark, light] = await Promise.all(
      ["", "?theme=auto", "?theme=dark", "?theme=light"].map(embed),
    );
    expect(auto?.headers.etag).toBe(usual?.headers.etag);
    expect(auto?.text).toBe(usual?.text);
    expect(new Set([usual, dark, light].map((page) => page?.headers.etag)).size).toBe(3);
    const again = await request("/embed?theme=dark", {
      headers: { "if-none-match": String(dark?.headers.etag) },
    });
    expect(again.status).toBe(304);
    const other = await request("/embed?theme=light", {
      headers: { "if-none-match": String(dark?.headers.etag) },
    });
    expect(other.status).toBe(200);
  });

  it.each(["sepia", "", "dark&theme=light"])(
    "%j is refused with what is allowed",
    async (theme) => {
      const { status, text } = await embed(`?theme=${theme}&age=old`);
      expect(status).toBe(400);
      for (const said of ["theme", "auto, light, dark, system", "age"])
        expect(textOf(text).replaceAll(" ,", ",")).toContain(said);
    },
  );

  it("also colours the page that refuses a question", async () => {
    const { status, text } = await embed("?theme=dark&lines=never");
    expect([status, html(text)]).toEqual([400, '<html lang="en" data-theme="dark">']);
  });
});

describe("the language of the page", () => {
  it.each([
    ["", "en", "20 Nov 2026"],
    ["?lang=en", "en", "20 Nov 2026"],
    ["?lang=en-GB", "en", "20 Nov 2026"],
    ["?lang=en-US", "en-US", "Nov 20, 2026"],
  ])("“%s” is %s and dated %s", async (search, language, date) => {
    const { text } = await embed(search);
    expect(html(text)).toBe(`<html lang="${language}" data-theme="light">`);
    expect(textOf(text)).toContain(en.dataDate(date));
    expect(text.replace(/<noscript>.*<\/noscript>/, "")).not.toContain('role="note"');
  });

  it("makes another page only where the date differs", async () => {
    const [usual, british, american] = await Promise.all(
      ["", "?lang=en-GB", "?lang=en-US"].map(embed),
    );
    expect(british?.headers.etag).toBe(usual?.headers.etag);
    expect(british?.text).toBe(usual?.text);
    expect(american?.headers.etag).not.toBe(usual?.headers.etag);
  });

  it.each(["de", "", "en_US", "<b>", "en-US&lang=de"])(
    "%j, which we do not have, is named, and the page is in English",
    async (lang) => {
      const { status, text } = await embed(`?lang=${lang}&lines=2`);
      expect([status, html(text)]).toEqual([200, '<html lang="en" data-theme="light">']);
      expect(textOf(text)).toContain(enPages.ignored("lang"));
    },
  );

  it("does not depend on what the browser prefers", async () => {
    const preferring = await request("/embed", { headers: { "accept-language": "en-US" } });
    expect(preferring.text).toBe((await embed("")).text);
    expect(preferring.headers.vary ?? "").not.toMatch(/accept-language/i);
  });
});

it("is kept by the tabs, also where no script runs, and by nothing else", async () => {
  const { text } = await embed("?theme=dark&lang=en-US&lines=2&utm_source=x");
  const tabs = [...text.matchAll(/<fieldset class="tabs".*?<\/fieldset>/g)].join("");
  const hrefs = [...tabs.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(hrefs).toHaveLength(4);
  for (const href of hrefs) {
    expect(href).toMatch(/^\/embed\?.*lines=2&amp;theme=dark&amp;lang=en-US$/);
  }
});
