/**
 * Where an answer comes from on the real platform: from the build, from memory, and after a restart
 * from the edge cache. What is kept, and under which key, is tested without a server:
 * `test/unit/server/answers/`.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerVersion } from "#data/generated/version.ts";
import { type Server, startServer } from "../../.dev/serve/serve.ts";
import { startBareWorkerd } from "../bench/bare-workerd.ts";
import { type CopiedBuild, copyBuild } from "../support/copied-build.ts";

const listed = ["/v1/comparison?lines=2", "/v1/comparison.csv?lines=2"];
const unlisted = [
  "/v1/comparison?outcome=orr&age=61-64",
  "/v1/meta-regression?outcome=orr&moderator=age",
  "/v1/subgroups",
  "/embed?lines=2&age=-97",
];

const hit = (detail: string) => `myeloma-compare; hit; detail=${detail}`;
const computed = "myeloma-compare; fwd=miss; detail=computed";

/** Headers of the transfer, which may depend on where the answer came from. */
const ofTheWay = new Set([
  ...["cache-status", "connection", "date"],
  ...["content-encoding", "content-length", "transfer-encoding"],
]);

async function asked({ fetch }: Pick<Server, "fetch">, path: string) {
  const answer = await fetch(path);
  return {
    whence: answer.headers.get("cache-status"),
    answer: {
      headers: [...answer.headers].filter(([name]) => !ofTheWay.has(name)),
      text: await answer.text(),
    },
  };
}

// A reload starts a new isolate without memory, which is slow on a busy machine.
describe("an answer", { timeout: 300_000 }, () => {
  let build: CopiedBuild;
  let server: Server;

  beforeAll(async () => {
    build = copyBuild({ precomputed: true });
    build.pretendVersion(answerVersion);
    server = await startServer({ built: build.folder });
  });
  afterAll(async () => {
    await server.dispose();
    build.remove();
  });

  it("is the same from the build, computed, from memory and from the edge", async () => {
    const made = new Map<string, Awaited<ReturnType<typeof asked>>>();
    const paths = [...listed, ...unlisted];
    for (const path of paths) made.set(path, await asked(server, path));
    expect([...made.values()].map(({ whence }) => whence)).toEqual([
      ...listed.map(() => hit("precomputed")),
      ...unlisted.map(() => computed),
    ]);
    for (const path of paths) {
      expect(await asked(server, path)).toEqual({ ...made.get(path), whence: hit("memo") });
    }

    // Kept after the response, and not at all if the reload ends the isolate before: the next try keeps it.
    await vi.waitFor(
      async () => {
        await server.reload();
        for (const path of paths) {
          const { whence, answer } = await asked(server, path);
          expect([path, whence, answer]).toEqual([path, hit("cache"), made.get(path)?.answer]);
        }
      },
      { timeout: 120_000, interval: 500 },
    );

    // Another version finds none of them.
    build.pretendVersion("2030-01-01-00000000-00000000");
    await server.reload();
    for (const path of [listed[0] ?? "", unlisted[0] ?? ""]) {
      const { whence, answer } = await asked(server, path);
      expect(whence).toBe(computed);
      expect(answer.text).toContain('"answerVersion":"2030-01-01-00000000-00000000"');
    }
  });
});

describe("without an edge cache, where asking for it throws", () => {
  let bare: Awaited<ReturnType<typeof startBareWorkerd>>;
  beforeAll(async () => {
    bare = await startBareWorkerd();
  });
  afterAll(() => bare.stop());

  it.each(unlisted)("%s is computed and remembered", async (path) => {
    const server = { fetch: (of: string) => fetch(`${bare.url}${of}`) };
    expect((await asked(server, path)).whence).toBe(computed);
    expect((await asked(server, path)).whence).toBe(hit("memo"));
  });
});
