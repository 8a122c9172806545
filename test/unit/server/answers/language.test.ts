/** A second language, made from the English words: how its answers differ from English ones. */
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Catalogue } from "#presentation/words/contract/catalogue.ts";
import type { Language } from "#presentation/words/languages.ts";
import { precomputedPath } from "#server/answers/precomputed-path.ts";

vi.mock("#presentation/words/languages.ts", async (original) => {
  const { catalogue: english } = await import("#presentation/words/english/catalogue.ts");
  const words: Catalogue = {
    ...english,
    screen: { ...english.screen, language: "de", title: "CAR-T oder bispezifischer Antikörper" },
    analyses: { ...english.analyses, change: () => "Geändert" },
    figure: { ...english.figure, axisTitle: "Patienten, %" },
  };
  const part =
    <Name extends keyof Catalogue>(name: Name) =>
    async () => ({ words: words[name] });
  const german: Language = {
    drawn: words.screen,
    screen: part("screen"),
    codes: part("codes"),
    analyses: part("analyses"),
    detail: part("detail"),
    sheets: part("sheets"),
    patient: part("patient"),
    survival: part("survival"),
    unreported: part("unreported"),
    kept: part("kept"),
    table: part("table"),
    figure: part("figure"),
    record: part("record"),
    report: part("report"),
    pages: part("pages"),
    glossary: part("glossary"),
    relaxed: part("relaxed"),
    parameterTexts: part("parameterTexts"),
  };
  return { ...(await original<object>()), languages: { de: async () => ({ language: german }) } };
});

// Files of one process share their modules; these must be loaded with the second language.
vi.resetModules();
const { app } = await import("../../../../functions/app.ts");

afterAll(() => {
  vi.doUnmock("#presentation/words/languages.ts");
  vi.resetModules();
});

/** Paths requested from the built files. */
const read: string[] = [];
const environment = {
  ASSETS: {
    fetch: async (url: string) => {
      read.push(new URL(url).pathname);
      return new Response("not there", { status: 404 });
    },
  },
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
};

async function ask(path: string) {
  read.length = 0;
  const response = await app.request(`https://compare.example${path}`, {}, environment);
  const { status, headers } = response;
  return {
    status,
    text: await response.text(),
    etag: headers.get("etag"),
    language: headers.get("content-language"),
    whence: headers.get("cache-status"),
    files: [...read],
  };
}

/** Each path with a text that its German answer contains. */
const worded = [
  ["/v1/comparison", '"outcomes"'],
  ["/v1/comparison.csv", "kind,"],
  ["/v1/brief", "CAR-T oder bispezifischer Antikörper"],
  ["/v1/brief.html", "<h1>CAR-T oder bispezifischer Antikörper</h1>"],
  ["/v1/forest.svg?outcome=orr", "Patienten, %"],
  ["/v1/sensitivity?outcome=orr", "Geändert"],
  ["/v1/meta-regression?outcome=orr&moderator=year", '"moderator"'],
  ["/embed", "CAR-T oder bispezifischer Antikörper"],
] as const;

const withLang = (path: string, lang: string) =>
  `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`;

describe.each(worded)("%s in a second language", (path, said) => {
  it("is another answer, named and kept as one", async () => {
    const english = await ask(path);
    const german = await ask(withLang(path, "de"));
    expect([english.status, german.status]).toEqual([200, 200]);
    expect([english.language, german.language]).toEqual([null, "de"]);
    expect(german.etag).not.toBe(english.etag);
    expect(german.etag).toContain("de");
    expect(german.text).toContain(said);
    // Each is requested again and comes unchanged from memory.
    expect((await ask(path)).text).toBe(english.text);
    expect((await ask(withLang(path, "de"))).text).toBe(german.text);
    expect((await ask(withLang(path, "de"))).whence).toContain("memo");
  });

  it("in English is the answer that names no language", async () => {
    const { text, etag, language } = await ask(path);
    expect(await ask(withLang(path, "en"))).toMatchObject({ text, etag, language });
  });
});

it("an answer made beforehand has a file in each language", async () => {
  const [english] = (await ask("/v1/comparison?outcome=orr")).files;
  const [german] = (await ask("/v1/comparison?outcome=orr&lang=de")).files;
  expect(english).toMatch(/\/outcome_orr\.json\.gz$/);
  expect(german).toMatch(/\/outcome_orr\.de\.json\.gz$/);
  expect(precomputedPath("v", "", "en")).toBe(precomputedPath("v", ""));
});

it.each(["/v1/comparison?lang=fr", "/v1/brief?lang=fr", "/v1/comparison?lang=de&lang=de"])(
  "%s is refused, and what may be said is named",
  async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors).toMatchObject([{ parameter: "lang", allowed: ["en", "de"] }]);
  },
);

it("a page is in a language that we have, and names what it passed over", async () => {
  const page = async (query: string) => (await ask(`/embed?${query}`)).text;
  expect(await page("lang=de")).toContain('<html lang="de"');
  expect(await page("lang=de-AT")).toContain('<html lang="de"');
  expect(await page("lang=de")).toContain("/v1/brief.html?lang=de");
  expect(await page("lang=fr")).toContain('<html lang="en"');
  expect(await page("lang=fr")).toContain("Not understood and ignored: lang");
  expect(await page("lang=de&lang=en")).toContain('<html lang="en"');
});

it("a brief in German leads to the other one in German", async () => {
  expect((await ask("/v1/brief?outcome=orr&lang=de")).text).toContain(
    "/v1/brief.html?outcome=orr&depth=generalist&lang=de",
  );
});

it("the report leads to itself in the other language", async () => {
  const { text: english } = await ask("/report?outcome=orr&part=short");
  expect(english).toContain(
    '<a href="/report?outcome=orr&amp;part=short&amp;lang=de" lang="de" hreflang="de">Deutsch</a>',
  );
  const { text: german } = await ask("/report?outcome=orr&part=short&lang=de");
  expect(german).toContain(
    '<a href="/report?outcome=orr&amp;part=short" lang="en" hreflang="en">English</a>',
  );
});

it("a page that is in English only leads to no other language", async () => {
  const { status, text } = await ask("/about");
  expect(status).toBe(200);
  expect(text).not.toContain("hreflang");
});
