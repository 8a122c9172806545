/** Programs of others against the served OpenAPI document: they read it, and ask what it describes. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { request } from "../support/request.ts";

const folder = join(import.meta.dirname, "clients");
const root = join(import.meta.dirname, "../..");
const document = () => `${inject("serverUrl")}/v1/openapi.json`;

const run = (file: string, ...args: string[]) =>
  execFileSync(file, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const node = (script: string, ...args: string[]) =>
  run(process.execPath, join(folder, script), ...args);

beforeAll(() => {
  if (existsSync(join(folder, "node_modules"))) return;
  run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
});

test("openapi-typescript makes types of it that TypeScript accepts", () => {
  const made = mkdtempSync(join(tmpdir(), "openapi-types-"));
  try {
    const file = join(made, "api.ts");
    node("node_modules/openapi-typescript/bin/cli.js", document(), "--output", file);
    expect(readFileSync(file, "utf8")).toContain('"/v1/comparison"');
    run(join(root, "node_modules/.bin/tsc"), "--noEmit", "--strict", "--ignoreConfig", file);
  } finally {
    rmSync(made, { recursive: true });
  }
});

test("redocly lint finds nothing with its recommended rules", () => {
  expect(JSON.parse(node("lint.mjs", document()))).toEqual([]);
});

test("swagger-client asks by it and gets what the service answers", async () => {
  const { errors, body, refused } = JSON.parse(node("ask.mjs", document()));
  expect(errors).toEqual([]);
  const { text } = await request("/v1/comparison?outcome=orr,crs-3&age=60-");
  expect(body).toEqual(JSON.parse(text));
  const problem = await request("/v1/comparison?setting=never");
  expect(refused).toEqual([400, JSON.parse(problem.text)]);
});
