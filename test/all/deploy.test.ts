/**
 * Tests what `wrangler deploy` would upload, without uploading it. The command builds first, which deletes the build
 * that other tests are served, so it runs in a folder of its own.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTestFolder } from "../support/test-folder.ts";
import { copyWorkingTree } from "../support/working-tree.ts";

const folder = makeTestFolder("deploy-");
const tree = join(folder, "tree");
const uploaded = join(folder, "uploaded");

it("the configuration and the build can be deployed", () => {
  copyWorkingTree(tree);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run", "--outdir", uploaded],
    {
      cwd: tree,
      encoding: "utf8",
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_WRITE_LOGS: "false" },
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  // The command builds once: the wrangler within the build does not build again.
  expect(stdout.match(/Built in /g)).toHaveLength(1);
  expect(stdout).toContain("env.ASSETS");
  expect(stdout).toMatch(/env\.EMBED_ANCESTORS/);
  expect(readdirSync(uploaded)).toContain("worker.js");
});
