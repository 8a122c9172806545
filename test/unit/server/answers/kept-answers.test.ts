/** The Worker with a failing platform, in cases where the real platform cannot be made to fail. */
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keptAnswer } from "#server/answers/kept-answers.ts";
import type { HonoEnvironment } from "#server/http/environment.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const computed = "myeloma-compare; fwd=miss; detail=computed";

/** Counts the requests, so that each has a new key that is not in memory. */
let asked = 0;

function anotherKey(): string {
  asked += 1;
  return `question ${asked}`;
}

async function ask(
  assets: HonoEnvironment["Bindings"]["ASSETS"],
  key = anotherKey(),
): Promise<[string, string | null]> {
  const app = new Hono<HonoEnvironment>().get("/", async (context) => {
    const { body, headers } = await keptAnswer(context, { key, file: "/f", make: () => "made" });
    return new Response(body, { headers });
  });
  const environment = { ASSETS: assets, APP_ENV: "local", EMBED_ANCESTORS: "*" };
  const pending: Promise<unknown>[] = [];
  const execution = {
    waitUntil: (promise: Promise<unknown>) => void pending.push(promise),
    passThroughOnException: () => undefined,
    props: {},
  };
  const answer = await app.request("/", {}, environment, execution);
  // Work after the response must not fail either.
  await Promise.all(pending);
  return [await answer.text(), answer.headers.get("cache-status")];
}

const failing = { fetch: () => Promise.reject(new Error("no files today")) };
const empty = { fetch: async () => new Response("not there", { status: 404 }) };

describe("an answer is computed", () => {
  it("when neither files nor a cache are there", async () => {
    expect(await ask(empty)).toEqual(["made", computed]);
  });

  it("when reading the file fails", async () => {
    expect(await ask(failing)).toEqual(["made", computed]);
  });

  it("when the cache fails at once or later", async () => {
    vi.stubGlobal("caches", {
      get default() {
        throw new Error("no cache today");
      },
    });
    expect(await ask(empty)).toEqual(["made", computed]);
    const rejecting = () => Promise.reject(new Error("the cache is out of reach"));
    vi.stubGlobal("caches", { default: { match: rejecting, put: rejecting } });
    expect(await ask(empty)).toEqual(["made", computed]);
  });

  it("when files or the cache never answer", async () => {
    vi.useFakeTimers();
    const never = () => new Promise<never>(() => undefined);
    vi.stubGlobal("caches", { default: { match: never, put: async () => undefined } });
    const answer = ask({ fetch: never });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answer).toEqual(["made", computed]);
  });

  it("when a file that is read into memory breaks off", async () => {
    const key = anotherKey();
    const whole = { fetch: async () => new Response(gzipSync("from the file")) };
    expect((await ask(whole, key))[0]).toBe("from the file");
    const brokenOff = new ReadableStream({
      start(controller) {
        controller.enqueue(gzipSync("from the file").subarray(0, 9));
      },
      pull(controller) {
        controller.error(new Error("broken off"));
      },
    });
    expect(await ask({ fetch: async () => new Response(brokenOff) }, key)).toEqual([
      "made",
      computed,
    ]);
  });
});
