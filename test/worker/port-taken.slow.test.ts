/** `npm start` builds for half a minute, in which another program may take the port. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { root } from "../../.dev/files.ts";

it("a port that was taken while it was built is named in a sentence", () => {
  const { hostname, port } = new URL(inject("serverUrl"));
  const serving = [join(root, ".dev/serve/serving.ts"), root, hostname, port];
  const { status, stderr } = spawnSync(process.execPath, serving, { encoding: "utf8" });
  expect([status, stderr.split("\n", 1)]).toEqual([
    1,
    [expect.stringContaining(`Port ${port} is already in use.`)],
  ]);
});
