/** The effect of the variables in wrangler.toml. */
import { describe, expect, it } from "vitest";
import { serve } from "../support/serve.ts";

const server = await serve({
  vars: { APP_ENV: "local", EMBED_ANCESTORS: "'self' https://intranet.example" },
});

describe("outside of production", () => {
  it.each(["/", "/embed", "/v1/comparison?outcome=orr", "/nowhere"])(
    "%s does not demand HTTPS for years",
    async (path) => {
      const { headers } = await server.fetch(path);
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    },
  );
});

describe("the origins that may frame the page", () => {
  it("are those of EMBED_ANCESTORS", async () => {
    const { headers } = await server.fetch("/embed");
    expect(headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self' https://intranet.example",
    );
  });

  it.each(["/", "/v1/comparison?outcome=orr", "/nowhere"])("are none for %s", async (path) => {
    const { headers } = await server.fetch(path);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});

describe("a list of origins that makes no sense", async () => {
  const value = "https://intranet.example; script-src *";
  const log: string[] = [];
  const wrong = await serve({
    vars: { EMBED_ANCESTORS: value },
    onLog: (line) => log.push(line),
  });

  it.each(["/", "/embed", "/v1/comparison?outcome=orr", "/healthz", "/nowhere"])(
    "keeps %s from being answered, and names the variable",
    async (path) => {
      const answer = await wrong.fetch(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        500,
        "application/problem+json; charset=utf-8",
      ]);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ status: 500, title: "Internal Server Error" });
      expect(text).toContain("EMBED_ANCESTORS");
      expect(text).not.toContain("intranet");
      const policy = answer.headers.get("content-security-policy");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("script-src");
    },
  );

  it("stands in the log with what is allowed", async () => {
    await expect
      .poll(() => log.join("\n"))
      .toContain(`EMBED_ANCESTORS holds "https://intranet.example;"`);
    expect(log.join("\n")).toContain("https://*.example.org");
  });
});

describe("a word that means nothing", async () => {
  const log: string[] = [];
  const wrong = await serve({
    vars: { APP_ENV: "prodution", LOG_REQUESTS: "yes" },
    onLog: (line) => log.push(line),
  });

  it("drops no header in silence: nothing is answered, and both variables are named", async () => {
    for (const path of ["/embed", "/v1/comparison?outcome=orr"]) {
      const answer = await wrong.fetch(path);
      expect(answer.status).toBe(500);
      expect(await answer.text()).toContain("APP_ENV, LOG_REQUESTS");
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    }
    await expect
      .poll(() => log.join("\n"))
      .toContain('APP_ENV is "prodution"; allowed are production or local');
    await expect
      .poll(() => log.join("\n"))
      .toContain('LOG_REQUESTS is "yes"; allowed are on or off');
  });
});
