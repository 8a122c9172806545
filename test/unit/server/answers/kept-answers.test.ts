/** Where an answer is looked for and kept, with a fake edge cache and files that fail on demand. */
import { gzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keptAnswer, sent } from "#server/answers/kept-answers.ts";
import type { HonoEnvironment } from "#server/http/environment.ts";
import { app } from "../../../../functions/app.ts";

const hit = (detail: string) => `myeloma-compare; hit; detail=${detail}`;
const computed = "myeloma-compare; fwd=miss; detail=computed";

type Assets = HonoEnvironment["Bindings"]["ASSETS"];

const failing: Assets = { fetch: () => Promise.reject(new Error("no files today")) };
const empty: Assets = { fetch: async () => new Response("not there", { status: 404 }) };
const holding = (text: string): Assets => ({ fetch: async () => new Response(gzipSync(text)) });

/** An edge cache that holds what was put into it, by address. */
let edge: Map<string, Uint8Array<ArrayBuffer>>;

beforeEach(() => {
  edge = new Map();
  vi.stubGlobal("caches", {
    default: {
      match: async (address: string) => {
        const bytes = edge.get(address);
        return bytes && new Response(bytes);
      },
      put: async (address: string, response: Response) => {
        edge.set(address, new Uint8Array(await response.arrayBuffer()));
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Asks an app, and waits for its work after the response, which must not fail either. */
async function answered(
  server: Hono<HonoEnvironment>,
  path: string,
  { assets = empty, ...init }: RequestInit & { assets?: Assets } = {},
) {
  const environment = { ASSETS: assets, APP_ENV: "local", EMBED_ANCESTORS: "*" };
  const pending: Promise<unknown>[] = [];
  const execution = {
    waitUntil: (promise: Promise<unknown>) => void pending.push(promise),
    passThroughOnException: () => undefined,
    props: {},
  };
  const answer = await server.request(path, init, environment, execution);
  await Promise.all(pending);
  const { status, headers } = answer;
  return { status, headers, whence: headers.get("cache-status"), text: await answer.text() };
}

/** Counts the requests, so that each has a new key that is not in memory. */
let asked = 0;

function anotherKey(): string {
  asked += 1;
  return `question ${asked}`;
}

async function ask(assets: Assets, key = anotherKey()): Promise<[string, string | null]> {
  const one = new Hono<HonoEnvironment>().get("/", async (context) => {
    const file = { path: "/f" };
    return sent(context, await keptAnswer(context, { key, file, make: () => "made" }), {});
  });
  const { text, whence } = await answered(one, "/", { assets });
  return [text, whence];
}

describe("an answer", () => {
  it("that was foreseen is passed on from its file, and in memory from the second time on", async () => {
    const key = anotherKey();
    const file = holding("from the file");
    expect(await ask(file, key)).toEqual(["from the file", hit("precomputed")]);
    expect(await ask(file, key)).toEqual(["from the file", hit("precomputed")]);
    expect(await ask(failing, key)).toEqual(["from the file", hit("memo")]);
    expect(edge.size).toBe(0);
  });

  it("that was not foreseen is computed, remembered, and put gzipped at the edge", async () => {
    const key = anotherKey();
    expect(await ask(empty, key)).toEqual(["made", computed]);
    expect(await ask(empty, key)).toEqual(["made", hit("memo")]);
    const [[address = "", bytes] = []] = [...edge];
    expect(address).toBe(`http://localhost/edge-cache/gzip/${encodeURIComponent(key)}`);
    expect(bytes).toEqual(new Uint8Array(gzipSync("made", { level: 6 })));
  });

  it("at the edge is found under its key and no other, and is read into memory when asked again", async () => {
    const key = anotherKey();
    const address = `http://localhost/edge-cache/gzip/${encodeURIComponent(key)}`;
    edge.set(address, new Uint8Array(gzipSync("from the edge")));
    expect(await ask(empty)).toEqual(["made", computed]);
    expect(await ask(empty, key)).toEqual(["from the edge", hit("cache")]);
    expect(await ask(empty, key)).toEqual(["from the edge", hit("cache")]);
    edge.clear();
    expect(await ask(empty, key)).toEqual(["from the edge", hit("memo")]);
  });
});

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
    expect((await ask(holding("from the file"), key))[0]).toBe("from the file");
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

describe("an answer of the service", () => {
  const path = "/v1/comparison?age=61-67";

  it("from memory is the same whoever gives it, and is only given to who asks the same", async () => {
    const first = await answered(app, path);
    expect(first.whence).toBe(computed);
    const ofTheWay = ["cache-status", "content-encoding"];
    const lasting = ({ headers }: typeof first) =>
      [...headers].filter(([name]) => !ofTheWay.includes(name));
    const again = await answered(app, path);
    expect([again.whence, lasting(again), again.text]).toEqual([
      hit("memo"),
      lasting(first),
      first.text,
    ]);
    const given = (headers: Record<string, string>) => answered(app, path, { headers });
    const known = await given({ "if-none-match": first.headers.get("etag") ?? "" });
    expect([known.status, known.whence, known.text]).toEqual([304, null, ""]);
    expect((await given({ accept: "text/csv" })).headers.get("content-type")).toMatch(/^text\/csv/);
    expect((await given({ accept: "image/png" })).status).toBe(406);
    const head = await answered(app, path, { method: "HEAD" });
    expect([lasting(head), head.text]).toEqual([lasting(first), ""]);
    expect((await answered(app, path, { method: "POST" })).status).toBe(405);
  });

  it("that the caller has is not looked for", async () => {
    const tag = (await answered(app, "/v1/comparison?age=61-63")).headers.get("etag") ?? "";
    const another = tag.replace("61-63", "61-62");
    const headers = { "if-none-match": another };
    const { status, whence } = await answered(app, "/v1/comparison?age=61-62", { headers });
    expect([status, whence]).toEqual([304, null]);
    expect((await answered(app, "/v1/comparison?age=61-62")).whence).toBe(computed);
  });

  it("with a note about ignored parameters is made of the page without it", async () => {
    expect((await answered(app, "/embed?age=61-")).whence).toBe(computed);
    const noted = await answered(app, "/embed?age=61-&utm_source=letter");
    expect([noted.whence, noted.text.includes("utm_source")]).toEqual([hit("memo"), true]);
    expect((await answered(app, "/embed?age=61-")).text).not.toContain("utm_source");
  });

  it("kept at the edge has no address", async () => {
    await answered(app, "/v1/comparison?age=61-66");
    const [address = ""] = [...edge.keys()];
    expect(address).toContain("/edge-cache/");
    expect((await answered(app, new URL(address).pathname)).status).toBe(404);
  });
});
