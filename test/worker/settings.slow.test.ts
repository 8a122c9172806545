/**
 * Tests what workerd makes of the variables in wrangler.toml and of its own limiter. `test/unit/server/framed.test.ts`
 * tests what the app does with them.
 */
import { setTimeout } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { send } from "../support/send.ts";
import { serve } from "../support/serve.ts";

describe("settings that make no sense", async () => {
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

  it.each(["/", "/embed", "/v1/comparison?outcome=orr", "/healthz", "/nowhere"])(
    "keep %s from being answered, drop no header in silence, and are named",
    async (path) => {
      const answer = await wrong.fetch(path);
      const type = "application/problem+json; charset=utf-8";
      expect([answer.status, answer.headers.get("content-type")]).toEqual([500, type]);
      const text = await answer.text();
      for (const name of ["APP_ENV", "EMBED_ANCESTORS", "LOG_REQUESTS", "OPERATOR_CONTACT"]) {
        expect(text).toContain(name);
      }
      expect(text).not.toMatch(/intranet|alert/);
      const policy = answer.headers.get("content-security-policy");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("script-src");
    },
  );

  it("stand in the log with what is allowed", async () => {
    for (const problem of [
      'EMBED_ANCESTORS holds "https://intranet.example;"',
      'APP_ENV is "prodution"; allowed are production or local',
      'LOG_REQUESTS is "yes"; allowed are on or off',
      "OPERATOR_CONTACT",
    ]) {
      await expect.poll(() => log.join("\n")).toContain(problem);
    }
  });
});

describe("with a limiter", async () => {
  const limit = 5;
  const server = await serve({ requestsPerMinute: limit });

  // The requests have the headers of a browser, so that answers in memory could be used.
  const ask = (address: string, method = "GET") =>
    send(server.url, "/v1/outcomes", {
      method,
      headers: { "cf-connecting-ip": address, "accept-encoding": "gzip" },
    });

  // The limiter counts by the minutes of the clock. Requests on both sides of a full minute are counted apart.
  beforeEach(async () => {
    const left = 60_000 - (Date.now() % 60_000);
    if (left < 8_000) await setTimeout(left + 50);
  });

  async function statuses(addressOf: (n: number) => string, method?: string) {
    const statusesSeen: number[] = [];
    for (let n = 0; n < limit + 2; n += 1)
      statusesSeen.push((await ask(addressOf(n), method)).status);
    return statusesSeen;
  }

  it("an address that asks too often is refused, another is not", async () => {
    const limitedStatuses = await statuses(() => "192.0.2.1");
    expect(limitedStatuses).toEqual([...Array.from({ length: limit }, () => 200), 429, 429]);
    expect((await ask("192.0.2.2")).status).toBe(200);
  });

  it("what costs nothing is not counted: another site may ask first", async () => {
    await statuses(() => "192.0.2.4", "OPTIONS");
    expect((await ask("192.0.2.4")).status).toBe(200);
  });

  it("all addresses of an IPv6 network count as one, those of another do not", async () => {
    const limitedStatuses = await statuses((n) => `2001:db8::${n}:1`);
    expect(limitedStatuses.slice(limit)).toEqual([429, 429]);
    expect((await ask("2001:db8:0:1::1")).status).toBe(200);
  });
});
