/** The rate limit per address, with the platform's own limiter in workerd. */
import { describe, expect, it, vi } from "vitest";
import { app } from "../../functions/app.ts";
import { request } from "../support/request.ts";
import { send } from "../support/send.ts";
import { serve } from "../support/serve.ts";

const path = "/v1/subgroups";
const limit = 5;
const server = await serve({ requestsPerMinute: limit });

// With the headers of a browser, so that answers in memory could be used.
const ask = (address: string, method = "GET") =>
  send(server.url, path, {
    method,
    headers: { "cf-connecting-ip": address, "accept-encoding": "gzip" },
  });

async function statuses(address: string, count: number, method = "GET"): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < count; n += 1) found.push((await ask(address, method)).status);
  return found;
}

describe("with a limiter", () => {
  it("an address that asks too often is refused, another is not", async () => {
    const found = await statuses("192.0.2.1", limit + 2);
    expect(found).toEqual([...Array.from({ length: limit }, () => 200), 429, 429]);
    expect((await ask("192.0.2.2")).status).toBe(200);
  });

  it("the refusal is a problem that says when to come back, and nothing of the address", async () => {
    const address = "192.0.2.3";
    await statuses(address, limit);
    const { status, headers, text } = await ask(address);
    expect(status).toBe(429);
    expect(headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(headers["retry-after"]).toBe("60");
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(JSON.parse(text)).toMatchObject({ title: "Too Many Requests", status: 429 });
    expect(text + JSON.stringify(headers)).not.toContain(address);
  });

  it("what costs nothing is not counted: another site may ask first", async () => {
    const address = "192.0.2.4";
    await statuses(address, limit + 2, "OPTIONS");
    expect((await ask(address)).status).toBe(200);
  });

  it("all addresses of an IPv6 network count as one, those of another do not", async () => {
    const found = [];
    for (let n = 0; n < limit + 2; n += 1) found.push((await ask(`2001:db8::${n}:1`)).status);
    expect(found.slice(limit)).toEqual([429, 429]);
    expect((await ask("2001:db8:0:1::1")).status).toBe(200);
  });

  it("a balancer hears that it is well, however often it or its neighbours ask", async () => {
    const headers = { "cf-connecting-ip": "192.0.2.9" };
    await statuses("192.0.2.9", limit + 1);
    expect((await send(server.url, "/healthz", { headers })).status).toBe(200);
  });
});

describe("nobody is limited", () => {
  it("without a limiter", async () => {
    const headers = { "cf-connecting-ip": "192.0.2.5" };
    for (let n = 0; n < limit + 2; n += 1) {
      expect((await request(path, { headers })).status).toBe(200);
    }
  });

  it.each<[string, () => Promise<RateLimitOutcome>]>([
    ["that rejects", () => Promise.reject(new Error("no count of 192.0.2.6"))],
    [
      "that throws",
      () => {
        throw new Error("out of order");
      },
    ],
  ])("by a limiter %s", async (_, fail) => {
    const environment = {
      ASSETS: { fetch: () => Promise.reject(new Error("not asked")) },
      APP_ENV: "local",
      EMBED_ANCESTORS: "*",
      RATE_LIMITER: { limit: fail },
    };
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const headers = { "cf-connecting-ip": "192.0.2.6" };
    expect((await app.request(path, { headers }, environment)).status).toBe(200);
    // Neither the address nor the message of the error, which may contain it.
    expect(error.mock.calls).toEqual([["the rate limiter failed"]]);
    error.mockRestore();
  });
});
