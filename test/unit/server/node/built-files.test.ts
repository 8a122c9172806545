/** Files with a hash on Node, held to the rules that the build writes for the platform. */
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listAssetHeaderRules } from "#server/http/headers.ts";
import { readBuiltFiles } from "#server/node/node-server.ts";
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
  expect((await readBuiltFiles(folder, false).binding.fetch(`http://x${path}`)).status).toBe(
    status,
  );
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
