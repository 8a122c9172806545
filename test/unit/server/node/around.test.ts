/** What is around the app on Node: who asks, how often, what is kept, base paths, rules of files. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { assetHeaderRules } from "#server/http/headers.ts";
import type { BuiltFile } from "#server/node/built-files.ts";
import { clientAddress, handlerOf } from "#server/node/handler.ts";
import { hashedFiles } from "#server/node/hashed-files.ts";
import { memoryCache } from "#server/node/memory-cache.ts";
import { rateLimiter } from "#server/node/rate-limiter.ts";
import { belowPath, sentTexts } from "#server/node/sent-texts.ts";

describe("whose request it is", () => {
  it.each([
    [
      "without proxies the socket's, whatever is claimed",
      "203.0.113.9",
      "198.51.100.1",
      0,
      "198.51.100.1",
    ],
    [
      "behind one proxy what that one says",
      "203.0.113.9, 203.0.113.10",
      "10.0.0.1",
      1,
      "203.0.113.10",
    ],
    [
      "behind two proxies what the first one says",
      "203.0.113.9, 10.0.0.2",
      "10.0.0.1",
      2,
      "203.0.113.9",
    ],
    ["behind more than there are the first one", "203.0.113.9", "10.0.0.1", 5, "203.0.113.9"],
    ["the socket's if the proxy says none", null, "10.0.0.1", 1, "10.0.0.1"],
    ["the socket's if the proxy says no address", "unknown", "10.0.0.1", 1, "10.0.0.1"],
    ["IPv4 as IPv4", null, "::ffff:192.0.2.1", 0, "192.0.2.1"],
    ["IPv4 as IPv4, in whatever spelling", "::FFFF:C000:201", "10.0.0.1", 1, "192.0.2.1"],
    ["without the port, as some proxies write it", "192.0.2.1:4711", "10.0.0.1", 1, "192.0.2.1"],
    ["IPv6", "2001:db8::1", "::1", 1, "2001:db8::1"],
    ["IPv6 in its usual spelling", "2001:0DB8:0:0:0::0:1", "::1", 1, "2001:db8::1"],
    ["IPv6 without brackets", "[2001:db8::1]", "::1", 1, "2001:db8::1"],
    ["IPv6 without brackets and port", "[2001:db8::1]:4711", "::1", 1, "2001:db8::1"],
    ["IPv6 without the zone", null, "fe80::1%eth0", 0, "fe80::1"],
    ["nobody's once the socket is closed", null, undefined, 0, undefined],
  ])("%s", (_, forwarded, connected, proxies, expected) => {
    expect(clientAddress(forwarded, connected, proxies)).toBe(expected);
  });
});

describe("the rate limiter", () => {
  it("counts each address for itself, within a minute", async () => {
    let now = 0;
    const limiter = rateLimiter(2, () => now);
    const ask = async (key: string) => (await limiter.limit({ key })).success;
    expect([await ask("a"), await ask("a"), await ask("a"), await ask("b")]).toEqual([
      ...[true, true, false, true],
    ]);
    now = 60_000;
    expect(await ask("a")).toBe(true);
  });

  it("forgets the oldest of too many addresses", async () => {
    const limiter = rateLimiter(1, () => 0);
    await limiter.limit({ key: "first" });
    for (let n = 0; n < 100_000; n += 1) await limiter.limit({ key: String(n) });
    expect((await limiter.limit({ key: "first" })).success).toBe(true);
    expect((await limiter.limit({ key: "99999" })).success).toBe(false);
  });
});

describe("the cache", () => {
  it("returns what it was given, as often as asked, and drops what was not asked for", async () => {
    const cache = memoryCache(100);
    const put = (name: string) => cache.put(name, new Response("123456789"));
    const has = async (name: string) => (await cache.match(name))?.text();
    for (let n = 0; n < 12; n += 1) await put(`a${n}`);
    expect([await has("a0"), await has("a1"), await has("a1")]).toEqual([
      undefined,
      "123456789",
      "123456789",
    ]);
    await put("one more");
    expect([await has("a1"), await has("a2")]).toEqual(["123456789", undefined]);
  });
});

describe("below a path", () => {
  it.each([
    ["text/html; charset=utf-8", '<a class="x" href="/docs">', '<a class="x" href="/b/docs">'],
    [
      "text/html",
      '<source srcset="/v1/f.svg?a=b&amp;c"><img src="/q">',
      '<source srcset="/b/v1/f.svg?a=b&amp;c"><img src="/b/q">',
    ],
    ["text/html", '<a href="//other.example/">', '<a href="//other.example/">'],
    [
      "text/html",
      '<a href="https://other.example/x" data-href="/x">',
      '<a href="https://other.example/x" data-href="/x">',
    ],
    ["text/html", "<p>GET /v1/comparison</p>", "<p>GET /v1/comparison</p>"],
    ["application/json", '{"href":"/v1/x","name":"/v1/x"}', '{"href":"/b/v1/x","name":"/v1/x"}'],
    [
      "application/json",
      JSON.stringify({ said: '"href":"/x"' }),
      JSON.stringify({ said: '"href":"/x"' }),
    ],
    ["application/problem+json", '{"type":"/docs#a"}', '{"type":"/b/docs#a"}'],
    ["application/problem+json", '{"href":"/v1/comparison"}', '{"href":"/b/v1/comparison"}'],
    ["text/csv", '"href":"/x"', '"href":"/x"'],
  ])("%s: %s", (type, text, expected) => {
    expect(belowPath(text, type, "/b")).toBe(expected);
  });
});

describe("files with a hash", () => {
  const file: BuiltFile = {
    bytes: new TextEncoder().encode("export {};"),
    type: "text/javascript; charset=utf-8",
    etag: '"abc"',
  };
  const picture: BuiltFile = { ...file, type: "image/png" };
  const at = (appEnv: "production" | "local", path = "/assets/a.js", init: RequestInit = {}) =>
    hashedFiles(
      new Map([
        ["/assets/a.js", file],
        ["/assets/a.png", picture],
        ["/docs.html", file],
      ]),
      appEnv,
    )(path, new Request(`http://x${path}`, init));

  /** What the platform would send by the file of rules that the build writes. */
  const byRules = (path: string, production: boolean) =>
    assetHeaderRules(["/assets/a.js"], production)
      .map((rule) => rule.trim().split("\n"))
      .filter(([of]) => of === path || of === "/assets/*")
      .flatMap(([, ...lines]) => lines.map((line) => line.trim().split(/: (.*)/s, 2)));

  it.each([
    ["/assets/a.js", "production"],
    ["/assets/a.js", "local"],
    ["/assets/a.png", "production"],
  ] as const)("%s has the headers of every rule about it: %s", (path, appEnv) => {
    const headers = Object.fromEntries(at(appEnv, path)?.headers ?? []);
    const rules = Object.fromEntries(byRules(path, appEnv === "production"));
    expect(headers).toMatchObject({ ...rules, etag: '"abc"' });
    expect("strict-transport-security" in headers).toBe(appEnv === "production");
    expect(headers["cache-control"]).toContain(path.endsWith(".js") ? "immutable" : "max-age=0");
  });

  it("are not sent again to those who have them", () => {
    const asked = { headers: { "if-none-match": 'W/"abc"' } };
    expect(at("local", "/assets/a.js", asked)?.status).toBe(304);
    expect(at("local", "/assets/a.js", { headers: { "if-none-match": '"b"' } })?.status).toBe(200);
  });

  it.each([
    ["/docs.html", "GET"],
    ["/assets/none.js", "GET"],
    ["/assets/a.js", "POST"],
  ])("%s by %s is for the app", (path, method) => expect(at("local", path, { method })).toBeNull());
});

describe("texts as they are sent", () => {
  const html = { "content-type": "text/html" };
  const asSent = sentTexts("");
  const sent = (headers: Record<string, string>, taken: string | null, body = "x".repeat(2000)) =>
    asSent(new Response(body, { headers }), "http://x/", taken);

  it("what is gzipped already is not gzipped again, nor a picture, nor for those who refuse", async () => {
    const coding = async (headers: Record<string, string>, taken: string | null) =>
      (await sent(headers, taken)).headers.get("content-encoding");
    expect(await coding(html, "gzip")).toBe("gzip");
    expect(await coding(html, null)).toBeNull();
    expect(await coding(html, "gzip;q=0")).toBeNull();
    expect(await coding({ ...html, "content-encoding": "br" }, "gzip")).toBe("br");
    expect(await coding({ "content-type": "image/png" }, "gzip")).toBeNull();
  });

  /** The memory that the first piece of a body is in. */
  const memory = async ({ body }: Response) => (await body?.getReader().read())?.value?.buffer;

  it.each([null, "gzip"])(
    "all who take %s share one memory, also when they ask at once",
    async (taken) => {
      const [one, other] = await Promise.all([
        sent({ ...html, etag: '"shared"' }, taken),
        sent({ ...html, etag: '"shared"' }, taken),
      ]);
      const first = await memory(one);
      expect(first).toBeInstanceOf(ArrayBuffer);
      expect(await memory(other)).toBe(first);
      expect(await memory(await sent({ ...html, etag: '"shared"' }, taken))).toBe(first);
    },
  );

  it("never of another text, and of none without an ETag, as what is about a patient", async () => {
    const texts = [];
    for (const etag of ['"one"', '"two"']) {
      texts.push(await (await sent({ ...html, etag }, null, etag)).text());
    }
    for (const text of ["a", "b"]) texts.push(await (await sent(html, null, text)).text());
    expect(texts).toEqual(['"one"', '"two"', "a", "b"]);
  });

  it("arrive whole, with their length said", async () => {
    const text = Array.from({ length: 50_000 }, (_, n) => String(n)).join(" ");
    const answer = await sent(html, null, text);
    expect(answer.headers.get("content-length")).toBe(String(text.length));
    expect(await answer.text()).toBe(text);
  });
});

describe("what the app is asked", () => {
  const warnings = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  afterAll(() => warnings.mockRestore());

  async function asked(
    url: string,
    headers: Record<string, string>,
    { proxies = 0, method = "GET" } = {},
  ) {
    const seen: Request[] = [];
    const handle = handlerOf({
      app: {
        fetch: (request) => {
          seen.push(request);
          return new Response("x");
        },
      },
      environment: { ASSETS: { fetch }, APP_ENV: "local", EMBED_ANCESTORS: "*" },
      settings: { BASE_PATH: "/b", PUBLIC_ORIGIN: "https://a.example", TRUSTED_PROXIES: proxies },
      hashedFile: () => null,
    });
    // A real `Request` cannot have every method.
    const request = Object.defineProperty(new Request(url, { headers }), "method", {
      value: method,
    });
    await handle(request, "10.0.0.1");
    return seen[0];
  }

  it("is at the public address, whatever the Host header says", async () => {
    expect((await asked("http://evil.example/b/docs?x=1", {}))?.url).toBe(
      "https://a.example/docs?x=1",
    );
    expect((await asked("http://x/b//evil.example/y", {}))?.url).toBe(
      "https://a.example//evil.example/y",
    );
  });

  it("comes from the address that was found, never from one that was claimed", async () => {
    const claimed = { "cf-connecting-ip": "1.1.1.1", "x-forwarded-for": "2.2.2.2" };
    const address = async (proxies: number) =>
      (await asked("http://x/b/docs", claimed, { proxies }))?.headers.get("cf-connecting-ip");
    expect([await address(0), await address(1)]).toEqual(["10.0.0.1", "2.2.2.2"]);
    // Only without trusted proxies, where it is nearly always a mistake.
    expect(warnings.mock.calls).toEqual([[expect.stringContaining("TRUSTED_PROXIES is 0")]]);
  });

  it.each(["TRACE", "CONNECT"])("%s is one of the methods that it refuses", async (method) => {
    expect((await asked("http://x/b/docs", {}, { method }))?.method).toBe("POST");
  });
});
