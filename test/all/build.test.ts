/**
 * Builds of the working tree in folders of their own: equal sources give equal files, and what `wrangler deploy` would
 * upload, without uploading it. The command builds first, which deletes the build that other tests are served.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { copyWorkingTree, makeTestFolder } from "../support/test-folder.ts";

const folder = makeTestFolder("built-");

/** The hash of each file that is deployed or run, of a build of the working tree in a folder of this name. */
function built(name: string, environment: Record<string, string>): Record<string, string> {
  const path = join(folder, name);
  copyWorkingTree(path);
  execFileSync(process.execPath, [".dev/build/build.ts"], {
    cwd: path,
    env: { ...process.env, ...environment },
  });
  const paths = ["dist", "dist-worker", "dist-node"].flatMap((part) =>
    readdirSync(join(path, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(
    paths.sort().map((file) => {
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      return [file.slice(path.length), hash];
    }),
  );
}

it("two builds of one source have the same bytes", () => {
  const firstBuild = built("work", { TZ: "UTC", LANG: "C" });
  const language = "tr_TR.UTF-8";
  const zone = "Pacific/Auckland";
  const secondBuild = built("another folder", { TZ: zone, LANG: language, LC_ALL: language });
  expect(Object.keys(firstBuild).length).toBeGreaterThan(100);
  expect(secondBuild).toEqual(firstBuild);
});

const tree = join(folder, "deployed");
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
