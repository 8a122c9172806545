/** What workerd makes of the variables in wrangler.toml; which values make sense: `test/unit/server/http/`. */
import { describe, expect, it } from "vitest";
import { serve } from "../support/serve.ts";

const ancestors = "'self' https://intranet.example";
const server = await serve({ vars: { APP_ENV: "local", EMBED_ANCESTORS: ancestors } });

it.each([
  ["/embed", ancestors],
  ["/", "'none'"],
  ["/v1/comparison?outcome=orr", "'none'"],
  ["/nowhere", "'none'"],
])("%s may be framed by %s, and does not demand HTTPS outside of production", async (path, by) => {
  const { headers } = await server.fetch(path);
  expect(headers.get("content-security-policy")).toContain(`frame-ancestors ${by}`);
  expect(headers.get("strict-transport-security")).toBeNull();
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

describe("values that make no sense", async () => {
  const log: string[] = [];
  const wrong = await serve({
    vars: {
      APP_ENV: "prodution",
      EMBED_ANCESTORS: "https://intranet.example; script-src *",
      LOG_REQUESTS: "yes",
      OPERATOR_CONTACT: "javascript:alert(1)",
    },
    onLog: (line) => log.push(line),
  });

  it.each(["/", "/embed", "/about", "/v1/comparison?outcome=orr", "/healthz", "/nowhere"])(
    "keep %s from being answered, drop no header in silence, and are named",
    async (path) => {
      const answer = await wrong.fetch(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        500,
        "application/problem+json; charset=utf-8",
      ]);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({ status: 500, title: "Internal Server Error" });
      for (const name of ["APP_ENV", "EMBED_ANCESTORS", "LOG_REQUESTS", "OPERATOR_CONTACT"]) {
        expect(text).toContain(name);
      }
      expect(text).not.toMatch(/intranet|alert/);
      const policy = answer.headers.get("content-security-policy");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("script-src");
    },
  );

  it.each([
    'EMBED_ANCESTORS holds "https://intranet.example;"',
    "https://*.example.org",
    'APP_ENV is "prodution"; allowed are production or local',
    'LOG_REQUESTS is "yes"; allowed are on or off',
    "OPERATOR_CONTACT",
  ])("stand in the log with what is allowed: %s", async (said) => {
    await expect.poll(() => log.join("\n")).toContain(said);
  });
});
