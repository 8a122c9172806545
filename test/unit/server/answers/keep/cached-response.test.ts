/**
 * Where the text of a resource is looked for and kept, with a fake edge cache: a request never gets the answer of
 * another, and a key is never more than a question.
 */

import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { respondWithCachedOrMadeText } from "#server/answers/keep/cached-response.ts";
import type { HonoEnvironment } from "#server/http/environment.ts";
import { app } from "../../../../../functions/app.ts";
import { answered } from "../../../../support/answered.ts";
import { inFormat } from "../../../../support/in-format.ts";

const hit = (detail: string) => `myeloma-compare; hit; detail=${detail}`;
const computed = "myeloma-compare; fwd=miss; detail=computed";

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
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const encoded = (text: string) => new TextEncoder().encode(text);

/** Counts the requests, so that each is for a new resource that is not at the edge. */
let count = 0;

function another(): string {
  count += 1;
  return `question ${count}`;
}

function serving(resource: string) {
  return new Hono<HonoEnvironment>().get("/", (context) =>
    respondWithCachedOrMadeText(context, { resource, form: "text", make: () => "made" }),
  );
}

async function ask(resource = another()): Promise<[string, string | null]> {
  const { text, whence } = await answered(serving(resource), "/");
  return [text, whence];
}

/** Returns the address of a resource in the edge cache, which contains the ETag of the resource. */
async function edgeAddress(resource: string): Promise<string> {
  const { headers } = await answered(serving(resource), "/", { headers: { "if-none-match": "*" } });
  return `http://localhost/edge-cache/${encodeURIComponent(headers.get("etag") ?? "")}`;
}

describe("a text", () => {
  it("is rendered, put at the edge, and found there", async () => {
    const resource = another();
    expect(await ask(resource)).toEqual(["made", computed]);
    const [[address, bytes] = []] = [...edge];
    expect(address).toBe(await edgeAddress(resource));
    expect(bytes).toEqual(encoded("made"));
    expect(await ask(resource)).toEqual(["made", hit("cache")]);
  });

  it("at the edge is found under its key and no other, and is not held in memory", async () => {
    const resource = another();
    edge.set(await edgeAddress(resource), encoded("from the edge"));
    expect(await ask()).toEqual(["made", computed]);
    expect(await ask(resource)).toEqual(["from the edge", hit("cache")]);
    edge.clear();
    expect(await ask(resource)).toEqual(["made", computed]);
  });
});

const rejecting = () => Promise.reject(new Error("the cache is out of reach"));
const never = () => new Promise<never>(() => undefined);
const broken = async () =>
  new Response(
    new ReadableStream({
      start: (body) => body.enqueue(encoded("from")),
      pull: (body) => body.error(new Error("broken off")),
    }),
  );

const missing = () => {
  throw new Error("no cache today");
};

it.each<[string, () => object]>([
  ["is not there", missing],
  ["fails", () => ({ match: rejecting, put: rejecting })],
  ["never answers", () => ({ match: never, put: async () => undefined })],
  ["breaks off", () => ({ match: broken, put: async () => undefined })],
])("a text is rendered if the cache %s", async (_, cache) => {
  vi.useFakeTimers();
  vi.stubGlobal("caches", Object.defineProperty({}, "default", { get: cache }));
  const answer = ask();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await answer).toEqual(["made", computed]);
});

describe("an answer of the service", () => {
  const path = "/v1/comparison?age=61-67";

  it("is rendered again from memory, and found at the edge, with the same bytes", async () => {
    const lasting = (headers: Headers) => [...headers].filter(([name]) => name !== "cache-status");
    for (const form of [path, "/v1/comparison.csv?age=61-67"]) {
      const first = await answered(app, form);
      const atEdge = await answered(app, form);
      edge.clear();
      const again = await answered(app, form);
      expect([atEdge.whence, again.whence]).toEqual([hit("cache"), hit("memo")]);
      for (const { bytes, headers } of [atEdge, again]) {
        // A text would drop the byte order mark of a CSV.
        expect([bytes, lasting(headers)]).toEqual([first.bytes, lasting(first.headers)]);
      }
    }
  });

  it("that the caller has is not looked for", async () => {
    const tag = (await answered(app, "/v1/comparison?age=61-63")).headers.get("etag") ?? "";
    const another = tag.replace("61-63", "61-62");
    const headers = { "if-none-match": another };
    const { status, whence } = await answered(app, "/v1/comparison?age=61-62", { headers });
    expect([status, whence]).toEqual([304, null]);
    expect((await answered(app, "/v1/comparison?age=61-62")).whence).toBe(computed);
  });

  it("kept at the edge has no address", async () => {
    await answered(app, "/v1/comparison?age=61-66");
    const [address = ""] = [...edge.keys()];
    expect(address).toContain("/edge-cache/");
    expect((await answered(app, new URL(address).pathname)).status).toBe(404);
  });
});

const question = "age=61-65";

/** Lists the addresses of one question in all its formats, on two origins. */
const addresses = ["https://one.example", "https://two.example"].flatMap((origin) =>
  [
    ...["/v1/comparison?", "/v1/comparison?outcome=orr&", "/v1/comparison.csv?", "/v1/choices?"],
    ...["/v1/reproduce.R?", "/v1/forest.svg?outcome=orr&", "/v1/forest.svg?outcome=cr&"],
    ...["/v1/screen/orr?", "/build?", "/embed?", "/embed?theme=dark&", "/embed?letter=spring&"],
  ]
    .map((path) => inFormat(path + question))
    .map((path) => origin + path),
);
/** These answers contain their own site, so they differ between sites. */
const namesItsSite = /\/(build|embed)\?/;

it("each address is given its own, without an edge cache", async () => {
  vi.unstubAllGlobals();
  const first = new Map<string, string>();
  for (const address of addresses) first.set(address, (await answered(app, address)).text);
  for (const address of addresses.toReversed()) {
    const { detail, text } = await answered(app, address);
    // These two ask for no answer.
    const place = /\/(?:build|v1\/choices)\?/.test(address) ? "computed" : "memo";
    expect([address, detail, text]).toEqual([address, place, first.get(address)]);
  }
  const textsOf = (list: readonly string[]) =>
    new Set(list.map((address) => first.get(address))).size;
  const ownAddresses = addresses.filter((address) => namesItsSite.test(address));
  const alike = addresses.filter((address) => !namesItsSite.test(address));
  expect([textsOf(ownAddresses), textsOf(alike)]).toEqual([ownAddresses.length, alike.length / 2]);
});

/** All keys under which something was stored while a path was requested, in memory and at the edge. */
async function keysKept(path: string): Promise<string[]> {
  const kept = vi.spyOn(Map.prototype, "set");
  const atEdge: string[] = [];
  const match = async () => undefined;
  const put = async (address: string) => void atEdge.push(decodeURIComponent(address));
  vi.stubGlobal("caches", { default: { match, put } });
  for (let time = 0; time < 4; time += 1) {
    const headers = { "accept-encoding": "gzip" };
    await answered(app, `https://compare.example${path}`, { headers });
  }
  const keys = kept.mock.calls.map(([key]) => key);
  return [...keys.filter((key) => typeof key === "string"), ...atEdge];
}

it.each([
  ["/v1/comparison?outcome=orr&age=61-65", "age=61-65", true],
  // Only the report itself says that its link is of other data.
  ["/report?data=2020-01-01-0123abcd", "other%20data", true],
  ["/report?data=2020-01-01-0123abcd", "0123abcd", false],
  ["/embed?data=2020-01-01-0123abcd", "0123abcd", false],
  ["/v1/comparison?data=2020-01-01-0123abcd", "0123abcd", false],
])("of %s the key holds %s: %s", async (path, part, isKept) => {
  const keys = await keysKept(path);
  expect(keys.some((key) => key.includes(part))).toBe(isKept);
});

it.each([
  ...["/v1/comparison?outcome=orr&patient-age=97.31", "/v1/comparison?mrn=97.31", "/97.31"],
  ...["/v1/cohorts?mrn=97.31", "/v1/widget.js?mrn=97.31", "/build?mrn=97.31", "/?mrn=97.31"],
  ...["/embed?mrn=97.31", "/embed?=97.31", "/embed?%00=97.31", "/embed?lang=en-97.31"],
  ...["/embed?data=97.31", "/manifest.webmanifest?mrn=97.31"],
])("nothing is kept that nobody here knows (%s)", async (path) => {
  const keys = await keysKept(path);
  expect(keys.filter((key) => key.includes("97.31"))).toEqual([]);
});
