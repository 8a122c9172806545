/** Equal sources give equal files: in another folder, at another time, in another zone and language. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { linkPackages, type WorkFolder, workFolder } from "./work-folder.ts";

const folders: WorkFolder[] = [];
afterAll(() => {
  for (const { remove } of folders) remove();
});

/** The hash of each file that is deployed or run. */
async function built(name: string, environment: Record<string, string>) {
  const folder = workFolder(name);
  folders.push(folder);
  linkPackages(folder);
  const build = folder.run([process.execPath, ".dev/build/build.ts"], environment);
  expect(await build.ended, build.output()).toBe(0);
  const paths = ["dist", "dist-worker", "dist-node"].flatMap((part) =>
    readdirSync(join(folder.path, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return Object.fromEntries(
    paths.sort().map((path) => {
      const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
      return [path.slice(folder.path.length), hash];
    }),
  );
}

it("two builds of one source have the same bytes", async () => {
  const one = await built("work", { TZ: "UTC", LANG: "C" });
  const other = await built("another folder", {
    TZ: "Pacific/Auckland",
    LANG: "tr_TR.UTF-8",
    LC_ALL: "tr_TR.UTF-8",
  });
  expect(Object.keys(one).length).toBeGreaterThan(100);
  expect(other).toEqual(one);
});
