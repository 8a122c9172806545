/**
 * Files of the build on Node, held to the rules that the build writes for the platform, and requests sent ahead on one
 * connection.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { listAssetHeaderRules } from "#server/http/headers.ts";
import { makeSequentialRequestHandler, readBuiltFiles } from "#server/node/node-server.ts";
import { listen } from "../../../support/listen.ts";
import { makeTestFolder } from "../../../support/test-folder.ts";

const folder = makeTestFolder("files-");
mkdirSync(join(folder, "assets"));
for (const name of ["assets/a.js", "assets/a.png", "docs.html", "_headers"]) {
  writeFileSync(join(folder, name), "export {};");
}

const at = (production: boolean, path = "/assets/a.js", init: RequestInit = {}) =>
  readBuiltFiles(folder, production).asset(path, new Request(`http://x${path}`, init));

/** Returns the headers that the platform would send for a path, by the file of rules that the build writes. */
const byRules = (path: string, production: boolean) =>
  listAssetHeaderRules(["/assets/a.js"], production)
    .map((rule) => rule.trim().split("\n"))
    .filter(([of]) => of === path || of === "/assets/*")
    .flatMap(([, ...lines]) => lines.map((line) => line.trim().split(/: (.*)/s, 2)));

it.each([
  ["/assets/a.js", true],
  ["/assets/a.js", false],
  ["/assets/a.png", true],
] as const)("%s has the headers of every rule about it, in production: %s", (path, production) => {
  const headers = Object.fromEntries(at(production, path)?.headers ?? []);
  expect(headers).toMatchObject(Object.fromEntries(byRules(path, production)));
  expect("strict-transport-security" in headers).toBe(production);
  expect(headers["cache-control"]).toContain(path.endsWith(".js") ? "immutable" : "max-age=0");
});

it("is not sent again to those who have it", () => {
  const etag = at(false)?.headers.get("etag") ?? "";
  const answerFor = (tag: string) =>
    at(false, "/assets/a.js", { headers: { "if-none-match": tag } });
  expect(answerFor(`W/${etag}`)?.status).toBe(304);
  expect(answerFor('"b"')?.status).toBe(200);
});

it.each([
  ["/docs.html", "GET"],
  ["/assets/none.js", "GET"],
  ["/assets/a.js", "POST"],
])("%s by %s is for the app", (path, method) => expect(at(false, path, { method })).toBeNull());

it.each([
  ["/docs.html", 200],
  ["/_headers", 404],
  ["/none", 404],
])("the app reads %s: %i", async (path, status) => {
  const answer = await readBuiltFiles(folder, false).binding.fetch(`http://x${path}`);
  expect(answer.status).toBe(status);
});

it("a file is read piece by piece, and whole", async () => {
  const file = randomBytes(200_000);
  writeFileSync(join(folder, "large.json"), file);
  const { body } = await readBuiltFiles(folder, false).binding.fetch("http://x/large.json");
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  expect(Buffer.concat(pieces).equals(file)).toBe(true);
  expect(pieces.length).toBeGreaterThan(1);
});

const begun: string[] = [];
const { port, close } = await listen(
  createServer(
    makeSequentialRequestHandler(async ({ url = "" }, outgoing) => {
      begun.push(url);
      // The first one takes longest.
      await wait(url === "/0" ? 50 : 0);
      outgoing.end(url === "/large" ? Buffer.alloc(20_000_000) : url);
    }),
  ),
);
afterAll(close);

/** Sends all requests at once on a new connection, and returns its socket and what has arrived. */
function sent(paths: readonly string[]) {
  begun.length = 0;
  const parts: Buffer[] = [];
  const socket = connect(port, "127.0.0.1").on("data", (part: Buffer) => parts.push(part));
  socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
  return { socket, text: () => `${Buffer.concat(parts)}` };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);

it("are answered one after the other", async () => {
  const { socket, text } = sent(numbered(16));
  await expect.poll(text).toContain("\r\n/15");
  expect(text().match(/^\/\d+/gm)?.length).toBe(16);
  expect(begun).toEqual(numbered(16));
  socket.destroy();
});

it("wait as long as the answer before is not read", async () => {
  const { socket } = sent(["/large", "/1"]);
  socket.pause();
  await expect.poll(() => begun).toEqual(["/large"]);
  await wait(200);
  expect(begun).toEqual(["/large"]);
  socket.resume();
  await expect.poll(() => begun).toEqual(["/large", "/1"]);
  socket.destroy();
});

it("of which there are too many get the answers of those that may wait, then the connection closes", async () => {
  const { socket, text } = sent(numbered(5000));
  await once(socket, "close");
  expect(begun).toEqual(numbered(16));
  expect(text().match(/^\/\d+/gm)?.length).toBe(16);
  expect(
    text()
      .match(/^Connection: .*$/gm)
      ?.at(-1),
  ).toContain("close");
});
