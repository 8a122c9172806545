/** `npm start` builds for half a minute, in which another program may take the port. */
import { spawnSync } from "node:child_process";
import { expect, inject, it } from "vitest";
import { root } from "../../.dev/files.ts";

it("a port that was taken while it was built is named in a sentence", () => {
  const { hostname, port } = new URL(inject("serverUrl"));
  const serving = `const { serveOn } = await import("./.dev/serve/port.ts");
    await serveOn({ host: "${hostname}", port: ${port} });`;
  const program = ["--input-type=module", "--eval", serving];
  const { status, stderr } = spawnSync(process.execPath, program, { cwd: root, encoding: "utf8" });
  expect([status, stderr.split("\n", 1)]).toEqual([
    1,
    [expect.stringContaining(`Port ${port} is already in use.`)],
  ]);
});
