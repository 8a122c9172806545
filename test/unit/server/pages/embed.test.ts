/** `/embed`: what its page carries and weighs, and what it makes of parameters that nobody knows. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { pages as enPages } from "#words/pages.ts";
import { most } from "../../.dev/check/bundle-size.ts";
import { askBuilt } from "../support/built-app.ts";
import { stateOf, styleHashesOf, textOf } from "../support/html.ts";

async function page(search: string) {
  const { status, headers, ...answer } = await read(`/embed${search}`);
  expect(status).toBe(200);
  return { headers, ...answer };
}

async function read(address: string) {
  const answer = await askBuilt(address);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Questions with the most cohorts, the longest cautions and the most filters. */
const wide = "evidence=all&availability=any&lines=any";
const wider = `${wide}&regimen=any&target=any&prior-bcma=any`;

/** Without pages of more outcomes, which have no limit; but survival is a tab away. */
const questions = [
  ...["", "lines=2", "prior-lines=-1", "therapy-class=car-t", "product=zevor-cel"],
  ...["outcome=crs-3&age=60-", "outcome=survival", wide, wider, `${wider}&sources=any`],
  `${wider}&sources=any&definition=broad&denominator=enrolled&cut=latest&model=reml`,
  ...presets.map(({ query }) => `${new URLSearchParams(query as Record<string, string>)}`),
];

describe.each(questions)("the page for “%s”", (question) => {
  it("weighs at most 12,000 bytes gzipped, 3,300 of them what the element would ask for", async () => {
    const { text } = await page(`?${question}`);
    expect(gzipSync(text).byteLength).toBeLessThanOrEqual(most.embedPage);
    const state = stateOf(text);
    expect(gzipSync(state).byteLength).toBeLessThanOrEqual(3400);
    expect(JSON.parse(state)).toEqual(JSON.parse((await read(`/v1/screen?${question}`)).text));
    // Nothing in it can end the script element early.
    expect(state).not.toContain("<");
  });

  it("has its question as attributes of the element", async () => {
    const [element = ""] = /<myeloma-compare[^>]*>/.exec((await page(`?${question}`)).text) ?? [];
    for (const [name, value] of new URLSearchParams(question)) {
      expect(element).toContain(`${name}="${value}"`);
    }
  });
});

it("survival has its styles, which other pages do not carry", async () => {
  const blocks = async (search: string) => styleHashesOf((await page(search)).text).length;
  expect(await blocks("?outcome=survival")).toBe((await blocks("")) + 1);
});

describe("an unknown parameter of the page", () => {
  it.each<readonly [string, string]>([
    ["utm_source=newsletter&lines=2&fbclid=x", "utm_source, fbclid"],
    ["a1&a2&a3&a4&a5&a6&a7&a6=again", "a1, a2, a3, a4, a5 (+2)"],
    [`${encodeURIComponent("<b>&x")}=1`, "<b>&x"],
    // As every object has one.
    ...["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"].map(
      (name) => [`${name}=1&lines=2`, name] as const,
    ),
  ])("?%s is ignored, and %s is said to be", async (search, names) => {
    const { text } = await page(`?${search}`);
    expect(textOf(text)).toContain(enPages.ignored(names));
    expect(text).not.toContain("<b>");
  });

  it("leaves the rest of the page as it is, whatever it is called", async () => {
    const { text: plain } = await page("?lines=2");
    const { text } = await page(`?lines=2&${encodeURIComponent("$& $' $` x")}=1`);
    const [note = ""] = /<p role="note">[^<]*<\/p>\n/.exec(text) ?? [];
    expect(note).not.toBe("");
    expect(text.replace(note, () => "")).toBe(plain);
  });

  it.each(['"', "'", "é", "日本", "😀", "\\", "a b", "\u0000", "\ud800", "a;b", ""])(
    "called %j gives the page and a valid validator",
    async (name) => {
      const written = [...new TextEncoder().encode(name)]
        .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
        .join("");
      const { headers, text } = await page(`?${written}=1`);
      expect(headers.get("etag")).toMatch(/^W\/"[\x21\x23-\x7e]*"$/);
      expect(text).toContain("<myeloma-compare");
    },
  );
});
