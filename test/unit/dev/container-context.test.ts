import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { context } from "../../support/container.ts";

it("a container is built from the files that git has, whatever else lies in the folder", () => {
  const listed = execFileSync(
    "git",
    ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
    { cwd: join(import.meta.dirname, "../../.."), encoding: "utf8" },
  ).split("\0");
  const seen = context();
  expect(seen).toEqual(expect.arrayContaining(["package.json", "data/outcomes.json"]));
  expect(seen.filter((path) => !listed.includes(path))).toEqual([]);
});
