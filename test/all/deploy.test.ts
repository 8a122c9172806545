/** What `wrangler deploy` would upload, without uploading it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

it("the configuration and the build can be deployed", () => {
  const folder = mkdtempSync(join(tmpdir(), "deploy-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run", "--outdir", folder],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_WRITE_LOGS: "false" },
    },
  );
  expect([status, stderr]).toEqual([0, ""]);
  // It builds first, and once: the wrangler within the build does not build again.
  expect(stdout.match(/Built in /g)).toHaveLength(1);
  expect(stdout).toContain("env.ASSETS");
  expect(stdout).toMatch(/env\.EMBED_ANCESTORS/);
  expect(readdirSync(folder)).toContain("worker.js");
  rmSync(folder, { recursive: true });
});
