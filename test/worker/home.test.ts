import { describe, expect, it } from "vitest";
import review from "../../data/review.json" with { type: "json" };
import { dataset } from "../../functions/dataset.ts";
import { assets } from "../../widget/generated/assets.ts";
import { en } from "../../widget/strings/en.ts";
import { compareView } from "../../widget/views/compare-view.ts";
import { advice } from "../support/advice.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { compareInWords } from "../support/in-words.ts";
import { asked } from "../support/queries.ts";
import { request } from "../support/request.ts";

describe("the host page", () => {
  const page = () => request("/");

  it("shows the usual answer before any script runs", async () => {
    const { headline } = compareView(compareInWords(asked("", dataset), dataset), en);
    const numbers = headline.efficacy.flatMap((part) =>
      typeof part === "string" ? [] : part.text,
    );
    expect(numbers).toHaveLength(2);
    const seen = textOf((await page()).text);
    for (const said of [...numbers, headline.doubt]) expect(seen).toContain(said);
  });

  it("says its version, the date of the data and that nobody has reviewed them", async () => {
    const seen = textOf((await page()).text);
    for (const said of [dataset.answerVersion, en.dataDate("20 Nov 2026"), review.statement]) {
      expect(seen).toContain(said);
    }
  });

  it("has all three snippets and the code without a script", async () => {
    const seen = textOf((await page()).text).replaceAll("&quot;", '"');
    expect(seen).toContain("<myeloma-compare></myeloma-compare>");
    expect(seen).toMatch(/<iframe src="http[^"]+\/embed"/);
    expect((await page()).text).toContain('src="/qr.svg"');
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await page();
    const again = await request("/", { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
  });

  it("speaks of evidence, never of what to do", async () => {
    const { text } = await page();
    const own = text.replace(/<myeloma-compare>.*?<\/myeloma-compare>/s, "");
    expect(own.length).toBeLessThan(text.length / 2);
    expect(textOf(own)).not.toMatch(advice);
  });

  it("says who it is for and that it gives no advice", async () => {
    expect(textOf((await page()).text)).toMatch(/health-care professionals.*no advice/);
  });

  it("shows a snippet with the script and integrity that are served now", async () => {
    const seen = textOf((await page()).text).replaceAll("&quot;", '"');
    expect(seen).toContain(assets.widget.href);
    expect(seen).toContain(`integrity="${assets.widget.integrity}"`);
  });

  it("loads the element and the builder with integrity, and nothing inline", async () => {
    const { text, headers } = await page();
    const scripts = executableScriptsOf(text);
    expect(scripts.map(({ content }) => content)).toEqual(["", ""]);
    for (const [index, { href, integrity }] of [assets.widget, assets.home].entries()) {
      expect(scripts[index]?.attributes).toContain(`src="${href}" integrity="${integrity}"`);
    }
    expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
    for (const hash of styleHashesOf(text)) {
      expect(headers["content-security-policy"]).toContain(`'${hash}'`);
    }
  });

  it("has links that lead somewhere", async () => {
    const links = [...(await page()).text.matchAll(/<a href="(\/[^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(0);
    for (const href of links)
      expect([href, (await request(href ?? "")).status]).toEqual([href, 200]);
  });

  it("does not repeat a host name that could be markup", async () => {
    const { text } = await request(
      "/?<script>alert(1)</script>".replaceAll(/[<>]/g, encodeURIComponent),
    );
    expect(text).not.toContain("<script>alert");
  });
});
