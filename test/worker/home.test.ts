import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import review from "#data/review.json" with { type: "json" };
import { assets } from "#generated/assets.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { app } from "../../functions/app.ts";
import { advice } from "../support/advice.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { asked } from "../support/queries.ts";
import { request } from "../support/request.ts";
import { screenAnswer } from "../support/screen-answer.ts";

describe("the host page", () => {
  const page = () => request("/");

  it("shows the usual answer before any script runs", async () => {
    const answer = screenAnswer(asked("", dataset), dataset);
    const { verdict, certainty, rows } = statementOf(answer, english);
    const seen = textOf((await page()).text);
    const rates = Object.values(rows[0]?.sides ?? {}).map(({ rate }) => `${rate} of 100`);
    for (const said of [verdict.lead, verdict.harms, certainty, ...rates]) {
      expect(seen).toContain(said);
    }
  });

  it("says its version, the date of the data and that nobody has reviewed them", async () => {
    const seen = textOf((await page()).text);
    const date = english.screen.dataDate(english.screen.date(dataset.review.dataDate));
    for (const said of [dataset.answerVersion, date, review.statement]) {
      expect(seen).toContain(said);
    }
  });

  it("says in three facts what is behind it, from the answer that it shows", async () => {
    const { outcomes } = screenAnswer(asked("", dataset), dataset);
    const pools = Object.values(outcomes[0]?.pools ?? {});
    const sum = (of: "k" | "n") => pools.reduce((total, pool) => total + (pool[of] ?? 0), 0);
    expect(textOf((await page()).text)).toContain(`${sum("k")} trials, ${sum("n")} patients`);
  });

  it("leads on to three places", async () => {
    const { text } = await page();
    for (const href of ["/embed", "/build", "/methods"]) expect(text).toContain(`href="${href}"`);
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await page();
    const again = await request("/", { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
  });

  it("speaks of evidence, never of what to do", async () => {
    const { text } = await page();
    const own = text.replace(/<myeloma-compare\b.*?<\/myeloma-compare>/s, "");
    expect(own.length).toBeLessThan(text.length / 2);
    expect(textOf(own)).not.toMatch(advice);
  });

  it("says who it is for and that it gives no advice", async () => {
    expect(textOf((await page()).text)).toMatch(/health-care professionals.*no advice/);
  });

  it("loads its scripts with integrity, and nothing inline", async () => {
    const { text, headers } = await page();
    expect(executableScriptsOf(text)).toEqual(
      [assets.widget, assets.page].map(({ href, integrity }) => ({
        content: "",
        attributes: expect.stringContaining(`src="${href}" integrity="${integrity}"`),
      })),
    );
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

  it.each([
    "x.example/<script>alert(1)</script>",
    'x.example?"><script>alert(1)</script>',
    "x.example#<img src=x onerror=alert(1)>",
  ])("asked under the name %s shows nothing of it as markup", async (host) => {
    const { status, text } = await request("/", { headers: { host } });
    expect(text).not.toMatch(/<script>alert|<img src=x|onerror/);
    if (status === 200)
      expect(text).toContain('<meta property="og:url" content="http://x.example/">');
  });

  it("escapes a name of its own that an address may well hold", async () => {
    const origin = `http://a"onload='x'&lt;b.example`;
    expect(new URL(origin).origin).toBe(origin);
    const bindings = { ASSETS: { fetch }, APP_ENV: "local", EMBED_ANCESTORS: "*" };
    const page = await app.request(`${origin}/`, {}, bindings);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain("a&quot;onload=");
    expect(text).not.toMatch(/a"onload|&lt;b\.example/);
  });
});
