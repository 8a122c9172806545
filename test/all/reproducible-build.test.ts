/** Equal sources give equal files: in another folder, at another time, in another zone and language. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeTestFolder } from "../support/test-folder.ts";
import { copyWorkingTree } from "../support/working-tree.ts";

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
