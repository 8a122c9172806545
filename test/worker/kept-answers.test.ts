/** Where an answer comes from, and the header that says so (RFC 9211). */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerVersion } from "#data/generated/version.ts";
import { type Server, startServer } from "../../.dev/serve/serve.ts";
import { startBareWorkerd } from "../bench/bare-workerd.ts";
import { type CopiedBuild, copyBuild } from "../support/copied-build.ts";

const listed = "/v1/comparison?setting=early";
const unlisted = [
  "/v1/comparison?outcome=orr&age=61-64",
  "/v1/comparison.csv?setting=early",
  "/v1/sensitivity?outcome=orr",
  "/v1/subgroups",
  "/embed?setting=early&min-n=20",
];

const hit = (detail: string) => `myeloma-compare; hit; detail=${detail}`;
const computed = "myeloma-compare; fwd=miss; detail=computed";

async function whence({ fetch }: Pick<Server, "fetch">, path: string, init: RequestInit = {}) {
  const answer = await fetch(path, init);
  await answer.arrayBuffer();
  return answer.headers.get("cache-status");
}

/** Headers of the transfer, which may depend on where the answer came from. */
const ofTheWay = [
  "cache-status",
  "connection",
  "date",
  "content-encoding",
  "content-length",
  "transfer-encoding",
];

/** Headers that must not depend on where the answer came from. */
function lasting({ headers }: Response): [string, string][] {
  return [...headers].filter(([name]) => !ofTheWay.includes(name));
}

// These tests start and reload servers, which is slow on a busy machine.
describe("an answer", { timeout: 300_000 }, () => {
  let build: CopiedBuild;
  let server: Server;

  beforeAll(() => {
    build = copyBuild({ precomputed: true });
  });
  afterAll(() => build.remove());

  /** Runs a test with a server and an edge cache of its own. */
  async function withServer(use: () => Promise<void>): Promise<void> {
    build.pretendVersion(answerVersion);
    server = await startServer({ built: build.folder });
    try {
      await use();
    } finally {
      await server.dispose();
    }
  }

  /**
   * Waits until the cache is written, which happens after the answer and not at all if a reload ends the
   * isolate before; then the next try writes it. A reload starts a new isolate without memory.
   */
  const fromCache = (...paths: string[]) =>
    vi.waitFor(
      async () => {
        await server.reload();
        for (const path of paths) expect(await whence(server, path)).toBe(hit("cache"));
      },
      { timeout: 120_000, interval: 100 },
    );

  it("that was foreseen comes from the build, then from memory", () =>
    withServer(async () => {
      const first = await (await server.fetch(listed)).text();
      // The first answer is passed through, the second one is read and kept in memory.
      expect(await whence(server, listed)).toBe(hit("precomputed"));
      const third = await server.fetch(listed);
      expect(third.headers.get("cache-status")).toBe(hit("memo"));
      expect(await third.text()).toBe(first);
      await server.reload();
      expect(await whence(server, listed, { method: "HEAD" })).toBe(hit("precomputed"));
    }));

  it("that was not foreseen is computed, then remembered, and kept at the edge", () =>
    withServer(async () => {
      const computedAnswers = new Map<string, [headers: [string, string][], text: string]>();
      for (const path of unlisted) {
        const answer = await server.fetch(path);
        expect([path, answer.headers.get("cache-status")]).toEqual([path, computed]);
        computedAnswers.set(path, [lasting(answer), await answer.text()]);
        expect(await whence(server, path)).toBe(hit("memo"));
        expect(await whence(server, path, { method: "HEAD" })).toBe(hit("memo"));
      }
      await fromCache(...unlisted);
      await server.reload();
      for (const path of unlisted) {
        const answer = await server.fetch(path);
        expect(answer.headers.get("cache-status")).toBe(hit("cache"));
        expect([lasting(answer), await answer.text()]).toEqual(computedAnswers.get(path));
        expect(await whence(server, path)).toBe(hit("cache"));
        expect(await whence(server, path)).toBe(hit("memo"));
      }
    }));

  it("from memory is the same whoever gives it, and is only given to who asks the same", () =>
    withServer(async () => {
      const path = "/v1/comparison?age=61-65";
      const first = await server.fetch(path);
      const [headers, text] = [lasting(first), await first.text()];
      for (let time = 2; time <= 3; time += 1) {
        const again = await server.fetch(path);
        expect(again.headers.get("cache-status")).toBe(hit("memo"));
        expect([lasting(again), await again.text()]).toEqual([headers, text]);
      }
      const ask = (more: HeadersInit, method = "GET") =>
        server.fetch(path, { method, headers: more });
      expect((await ask({ "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
      expect((await ask({ accept: "text/csv" })).headers.get("content-type")).toMatch(/^text\/csv/);
      expect((await ask({ accept: "image/png" })).status).toBe(406);
      const plain = await ask({ "accept-encoding": "identity" });
      expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, text]);
      const head = await ask({}, "HEAD");
      expect([lasting(head), await head.text()]).toEqual([headers, ""]);
      expect((await ask({}, "POST")).status).toBe(405);
    }));

  it("with a note about ignored parameters is made of the page without it", () =>
    withServer(async () => {
      expect(await whence(server, "/embed?age=61-")).toBe(computed);
      const noted = await server.fetch("/embed?age=61-&utm_source=letter");
      expect(noted.headers.get("cache-status")).toBe(hit("memo"));
      expect(await noted.text()).toContain("utm_source");
      expect(await (await server.fetch("/embed?age=61-")).text()).not.toContain("utm_source");
    }));

  it("of another version is never given, neither from a file nor from the edge", () =>
    withServer(async () => {
      const [path = ""] = unlisted;
      expect(await whence(server, listed)).toBe(hit("precomputed"));
      expect(await whence(server, path)).toBe(computed);
      await fromCache(path);
      build.pretendVersion("2030-01-01-00000000-00000000");
      await server.reload();
      for (const asked of [listed, path]) {
        const answer = await server.fetch(asked);
        expect(answer.headers.get("cache-status")).toBe(computed);
        expect(await answer.text()).toContain('"answerVersion":"2030-01-01-00000000-00000000"');
      }
    }));

  it("that the caller has is not looked for", () =>
    withServer(async () => {
      const path = "/v1/comparison?age=61-63";
      const tag = `W/"${answerVersion};comparison?age=61-63;json"`;
      const { status, headers } = await server.fetch(path, { headers: { "if-none-match": tag } });
      expect([status, headers.get("cache-status")]).toEqual([304, null]);
      expect(await whence(server, path)).toBe(computed);
    }));

  it("kept at the edge has no address", () =>
    withServer(async () => {
      const [path = ""] = unlisted;
      const etag = (await server.fetch(path)).headers.get("etag") ?? "";
      await fromCache(path);
      const { status } = await server.fetch(`/edge-cache/${encodeURIComponent(etag)}`);
      expect(status).toBe(404);
    }));
});

describe("without an edge cache, where asking for it throws", () => {
  let bare: Awaited<ReturnType<typeof startBareWorkerd>>;
  beforeAll(async () => {
    bare = await startBareWorkerd();
  });
  afterAll(() => bare.stop());

  it.each(unlisted)("%s is computed and remembered", async (path) => {
    const server = { fetch: (of: string) => fetch(`${bare.url}${of}`) };
    const answer = await server.fetch(path);
    expect([answer.status, answer.headers.get("cache-status")]).toEqual([200, computed]);
    await answer.arrayBuffer();
    expect(await whence(server, path)).toBe(hit("memo"));
  });
});
