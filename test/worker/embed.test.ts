import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import presets from "#data/presets.json" with { type: "json" };
import { assets } from "#generated/assets.ts";
import type { Screen } from "#presentation/statement/screen.ts";
import { pages as enPages } from "#words/pages.ts";
import { screen as en } from "#words/screen.ts";
import { relaxed } from "#words/widen-filters.ts";
import { most } from "../../.dev/check/bundle-size.ts";
import {
  executableScriptsOf,
  scriptsOf,
  stateOf,
  styleHashesOf,
  tagsOf,
  textOf,
} from "../support/html.ts";
import { getJson } from "../support/json.ts";
import { request } from "../support/request.ts";

const questions = [
  "",
  "lines=2",
  "prior-lines=-1",
  "therapy-class=car-t",
  "product=zevor-cel",
  "outcome=crs-3&age=60-",
  "outcome=survival",
  "evidence=all&availability=any&lines=any",
];

describe("survival at several months", () => {
  const page = () => request("/embed?outcome=survival");

  it("has before any script runs: medians and months of each family", async () => {
    const { text: html } = await page();
    const tags = tagsOf(html);
    expect(tags.filter((tag) => /^<table/.test(tag))).toHaveLength(3);
    expect(tags.filter((tag) => /^<div class="ruler"/.test(tag))).toHaveLength(3);
  });

  it("has its styles, which other pages do not carry", async () => {
    const blocks = async (text: string) => styleHashesOf((await request(text)).text).length;
    expect(await blocks("/embed?outcome=survival")).toBe((await blocks("/embed")) + 1);
  });
});

describe.each(questions)("the page for “%s”", async (text) => {
  const { text: html, headers } = await request(`/embed?${text}`);
  const seen = textOf(html);
  const view = await getJson<Screen>(`/v1/screen?${text}`);

  it("shows its numbers, headline, doubt and notes before any script runs", () => {
    const families = view.kind === "survival" ? view.survival.families : [];
    const named = new Set(
      families.flatMap(({ family, opened }) => opened.map((month) => `${family}-${month}`)),
    );
    const rows = view.rows.filter(({ sides }) =>
      Object.values(sides).some(({ rate }) => rate !== null),
    );
    for (const { outcome, label, sides, difference } of rows) {
      // Of survival at several months, not every row is drawn at once.
      if (named.has(outcome)) continue;
      expect(seen).toContain(label);
      for (const { rate, cell } of Object.values(sides)) {
        if (rate === null) continue;
        expect(seen).toMatch(new RegExp(`${rate} ?of 100, 95 % interval ${cell?.under}`));
      }
      if (difference) expect(seen).toContain(difference.amount);
    }
    const { verdict, certainty, collected, patients, notes, dataDate, answerVersion } = view;
    for (const said of [
      ...[verdict.lead, verdict.harms, certainty, collected, patients, ...notes],
      ...[en.date(dataDate), answerVersion, en.footer.audience],
    ]) {
      expect(seen).toContain(said);
    }
    expect(seen).toMatch(/not (?:yet )?(?:been )?reviewed|no clinician|nobody has/i);
  });

  it("has nothing inline, styles that its own policy allows, and asks nothing of another site", () => {
    const tags = tagsOf(html);
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    const hashes = styleHashesOf(html);
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect(headers["content-security-policy"]).toContain(`'${hash}'`);
    const loading = tags.filter((tag) => !/^<a\s|rel="alternate"/i.test(tag));
    expect(
      loading.filter((tag) => /(?:src|href|action|data)\s*=\s*"?(?:https?:)?\/\//i.test(tag)),
    ).toEqual([]);
  });

  it("loads the element and what is of our pages, of this site, with the integrity of what is served", async () => {
    const found = executableScriptsOf(html);
    const sources: string[] = [];
    for (const { attributes, content } of found) {
      expect(content).toBe("");
      const [, src = ""] = /src="(\/assets\/[^"]+)"/.exec(attributes) ?? [];
      const [, integrity] = /integrity="([^"]+)"/.exec(attributes) ?? [];
      const served = await request(src);
      const hash = createHash("sha384").update(served.text).digest("base64");
      expect(integrity).toBe(`sha384-${hash}`);
      expect(attributes).toMatch(/type="module"/);
      sources.push(src);
    }
    expect(sources).toEqual([assets.widget.href, assets.page.href]);
  });

  it("carries as its state, of 3.4 kB, what the element would ask for, and its question as attributes", () => {
    const state = stateOf(html);
    expect(gzipSync(state).byteLength).toBeLessThanOrEqual(3400);
    expect(JSON.parse(state)).toEqual(view);
    // Nothing in it can end the script element early.
    expect(state).not.toContain("<");
    const [element = ""] = /<myeloma-compare[^>]*>/.exec(html) ?? [];
    for (const [name, value] of new URLSearchParams(text)) {
      expect(element).toContain(`${name}="${value}"`);
    }
  });

  it("is a complete document in English with a title and a description", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" data-theme="light">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]+">/);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
});

/** Questions with the most cohorts, the longest cautions and the most filters. */
const widest = [
  "evidence=all&availability=any&lines=any",
  "evidence=all&availability=any&lines=any&regimen=any&target=any&prior-bcma=any",
  "evidence=all&availability=any&lines=any&regimen=any&target=any&prior-bcma=any&sources=any",
  "evidence=all&availability=any&lines=any&regimen=any&target=any&prior-bcma=any&sources=any&definition=broad&denominator=enrolled&cut=latest&model=reml",
];

/** A page with more outcomes has no limit, but survival is a tab away. */
describe("a page of the summary or of survival", () => {
  const presetQuestions = presets.map(({ query }) =>
    new URLSearchParams(query as Record<string, string>).toString(),
  );

  it.each([...questions, ...presetQuestions, ...widest])(
    "for “%s” weighs at most 12,000 bytes gzipped",
    async (question) => {
      const { status, text } = await request(`/embed?${question}`);
      expect(status).toBe(200);
      expect(gzipSync(text).byteLength).toBeLessThanOrEqual(most.embedPage);
    },
  );
});

describe("an unknown parameter of the page", () => {
  it("is ignored and named", async () => {
    const { status, text } = await request("/embed?utm_source=newsletter&lines=2&fbclid=x");
    expect(status).toBe(200);
    expect(textOf(text)).toContain(enPages.ignored("utm_source, fbclid"));
  });

  it("is named with at most four others, the rest are counted", async () => {
    const { text, headers } = await request("/embed?a1&a2&a3&a4&a5&a6&a7&a6=again");
    expect(textOf(text)).toContain(enPages.ignored("a1, a2, a3, a4, a5 (+2)"));
    const { headers: others } = await request("/embed?a1&a2&a3&a4&a5&b6&b7");
    expect(others.etag).toBe(headers.etag);
  });

  it.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])(
    "called %s, as every object has one, is ignored and named",
    async (name) => {
      const { status, text } = await request(`/embed?${name}=1&lines=2`);
      expect(status).toBe(200);
      expect(textOf(text)).toContain(enPages.ignored(name));
    },
  );

  it("leaves the rest of the page as it is, whatever it is called", async () => {
    const { text: plain } = await request("/embed?lines=2");
    const { text } = await request(`/embed?lines=2&${encodeURIComponent("$& $' $` x")}=1`);
    const [note = ""] = /<p role="note">[^<]*<\/p>\n/.exec(text) ?? [];
    expect(note).not.toBe("");
    expect(text.replace(note, () => "")).toBe(plain);
  });

  it("does not change the answer", async () => {
    const [with_, without] = [await request("/embed?utm_source=x"), await request("/embed")];
    expect(stateOf(with_.text)).toBe(stateOf(without.text));
  });

  it("is named as it was written, never as markup", async () => {
    const { text } = await request(`/embed?${encodeURIComponent("<b>&x")}=1`);
    expect(text).not.toContain("<b>");
    expect(textOf(text)).toContain(enPages.ignored("<b>&x"));
  });

  it.each(['"', "'", "é", "日本", "😀", "\\", "a b", "\u0000", "\ud800", "a;b", ""])(
    "called %j gives the page and a valid validator",
    async (name) => {
      const written = [...new TextEncoder().encode(name)]
        .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
        .join("");
      const { status, headers, text } = await request(`/embed?${written}=1`);
      expect(status).toBe(200);
      expect(headers.etag).toMatch(/^W\/"[\x21\x23-\x7e]*"$/);
      expect(text).toContain("<myeloma-compare");
    },
  );
});

describe("a bad value of the page", () => {
  it("gives a readable page that names parameter, value and what is allowed", async () => {
    const { status, headers, text } = await request("/embed?lines=never&age=70-60");
    expect([status, headers["content-type"]]).toEqual([400, "text/html; charset=utf-8"]);
    const seen = textOf(text).replaceAll(" ,", ",");
    expect(seen).toContain(en.states.refused);
    for (const said of ["lines", "never", "1, 2, 3+, any", "age", "70-60"])
      expect(seen).toContain(said);
  });

  it("gives a page without any script", async () => {
    expect(scriptsOf((await request("/embed?lines=never")).text)).toEqual([]);
  });

  it("may be shown in the same frames as the answer", async () => {
    const { headers } = await request("/embed?lines=never");
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
  });

  it.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</li></ul><iframe src=//evil.example>",
    "&lt;script&gt;",
    "<!--",
    "]]>",
  ])("%s is text, never markup", async (value) => {
    const { status, text } = await request(`/embed?lines=${encodeURIComponent(value)}`);
    expect(status).toBe(400);
    expect(textOf(text)).toContain(value.replace(/\s+/g, " "));
    expect(tagsOf(text).filter((tag) => /^<(?:script|img|iframe)/i.test(tag))).toEqual([]);
  });

  it("leads back to the default question", async () => {
    expect((await request("/embed?lines=never")).text).toContain('href="/embed"');
  });
});

describe("a page without an answer", () => {
  it("says which filter to relax", async () => {
    const seen = textOf((await request("/embed?prior-lines=-1")).text);
    expect(seen).toContain(relaxed.empty);
    expect(seen).toContain(relaxed.names["prior-lines"]);
  });

  it("says which class is missing", async () => {
    const seen = textOf((await request("/embed?therapy-class=car-t")).text);
    expect(seen).toContain(relaxed.emptyClass(en.classAdjective.bsab));
  });
});
