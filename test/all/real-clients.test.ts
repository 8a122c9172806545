/** The client that the guide makes from the served OpenAPI document by programs of others: it compiles, and asks. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, inject, test } from "vitest";
import { send } from "../support/send.ts";
import { makeTestFolder } from "../support/test-folder.ts";

const folder = join(import.meta.dirname, "clients");
const root = join(import.meta.dirname, "../..");
const document = () => `${inject("serverUrl")}/v1/openapi.json`;

const execute = promisify(execFile);

const run = async (file: string, ...args: string[]) =>
  (await execute(file, args, { cwd: folder, maxBuffer: 10_000_000 })).stdout;
const node = (script: string, ...args: string[]) =>
  run(process.execPath, resolve(folder, script), ...args);

beforeAll(async () => {
  const installed = join(folder, "node_modules/.package-lock.json");
  const isCurrent = () =>
    statSync(installed).mtimeMs > statSync(join(folder, "package-lock.json")).mtimeMs;
  if (existsSync(installed) && isCurrent()) return;
  await run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
});

const made = makeTestFolder("openapi-types-");

test("openapi-typescript makes types of it, with which the example compiles and runs", async () => {
  const file = join(made, "myeloma-compare.ts");
  await node("node_modules/openapi-typescript/bin/cli.js", document(), "--output", file);
  expect(readFileSync(file, "utf8")).toContain('"/v1/comparison"');
  const example = join(made, "compare.ts");
  const page = readFileSync(
    join(root, "functions/server/documentation/guides/integrators.md"),
    "utf8",
  );
  writeFileSync(example, page.match(/```ts\n([\s\S]*?)```/)?.[1] ?? "");
  writeFileSync(join(made, "package.json"), '{"type":"module"}');
  symlinkSync(join(folder, "node_modules"), join(made, "node_modules"));
  await run(
    join(root, "node_modules/.bin/tsc"),
    ...["--noEmit", "--strict", "--ignoreConfig", "--allowImportingTsExtensions"],
    ...["--module", "esnext", "--moduleResolution", "bundler", "--target", "esnext"],
    ...["--typeRoots", join(root, "node_modules/@types"), "--types", "node", file, example],
  );
  const printed = (await node(example, inject("serverUrl"))).split("\n");
  const { text } = await send(inject("serverUrl"), "/v1/comparison?outcome=orr&evidence=all");
  const [{ pools }] = JSON.parse(text).outcomes;
  expect(printed[0]).toContain(`orr car-t ${pools["car-t"].estimate} [`);
  expect(printed[1]).toContain(`orr bsab ${pools.bsab.estimate} [`);
});
