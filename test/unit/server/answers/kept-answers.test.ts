/** The Worker with a failing platform, in cases where the real platform cannot be made to fail. */
import { Hono } from "hono";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keptAnswer } from "#server/answers/kept-answers.ts";
import type { HonoEnvironment } from "#server/http/environment.ts";

afterEach(() => vi.unstubAllGlobals());

const computed = "myeloma-compare; fwd=miss; detail=computed";

/** Counts the requests, so that each has a new key that is not in memory. */
let asked = 0;

async function ask(
  assets: HonoEnvironment["Bindings"]["ASSETS"],
): Promise<[string, string | null]> {
  asked += 1;
  const key = `question ${asked}`;
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
});
