import { describe, expect, it } from "vitest";
import { assets } from "../../widget/generated/assets.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

describe("the host page", () => {
  const page = () => request("/");

  it("uses the element as a hospital page would", async () => {
    expect((await page()).text).toContain("<myeloma-compare></myeloma-compare>");
  });

  it("says who it is for and that it gives no advice", async () => {
    expect(textOf((await page()).text)).toMatch(/health-care professionals.*no advice/);
  });

  it("shows a snippet with the script and integrity that are served now", async () => {
    const seen = textOf((await page()).text).replaceAll("&quot;", '"');
    expect(seen).toContain(assets.widget.href);
    expect(seen).toContain(`integrity="${assets.widget.integrity}"`);
  });

  it("loads one script with integrity, and nothing inline", async () => {
    const { text, headers } = await page();
    const [script, ...others] = executableScriptsOf(text);
    expect(others).toEqual([]);
    expect(script?.content).toBe("");
    expect(script?.attributes).toContain(assets.widget.integrity);
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
