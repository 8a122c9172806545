/** Tests what may be shipped, and what may be used to build and test, by the licences in the lockfile. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, it } from "vitest";
import packageFile from "../../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../../..");

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      license: v.optional(v.string()),
      integrity: v.optional(v.string()),
      dev: v.optional(v.boolean()),
      devOptional: v.optional(v.boolean()),
    }),
  ),
});

const { packages } = v.parse(
  lockSchema,
  JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")),
);
const locked = Object.entries(packages).filter(([path]) => path !== "");

/** These licences ask for no more than their text beside every copy, which is in `notices.txt`. */
const permissive = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** These licences set terms for changed or linked copies, of which we make and ship none. */
const toolsOnly = ["MPL-2.0", "LGPL-3.0-or-later", "CC0-1.0", "OFL-1.1", "CPAL-1.0", "PSF-2.0"];

/** `A AND B` needs both, `A OR B` one of them. */
function allows(list: readonly string[], license: string | undefined): boolean {
  return (license ?? "none")
    .replace(/[()]/g, "")
    .split(" AND ")
    .every((needed) => needed.split(" OR ").some((licence) => list.includes(licence)));
}

it("tells what is allowed from what is not", () => {
  expect(allows(permissive, "MIT AND Apache-2.0")).toBe(true);
  expect(allows(permissive, "AGPL-3.0 OR MIT")).toBe(true);
  expect(allows(permissive, "MIT AND AGPL-3.0")).toBe(false);
  expect(allows(permissive, undefined)).toBe(false);
});

it("what ships is under a licence that asks for its notice only", () => {
  const ships = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  const paths = ships.map(([path]) => path);
  for (const name of Object.keys(packageFile.dependencies)) {
    expect(paths).toContain(`node_modules/${name}`);
  }
  expect(ships.filter(([, { license }]) => !allows(permissive, license))).toEqual([]);
});

it("what builds and tests is under a licence that allows it", () => {
  const list = [...permissive, ...toolsOnly];
  expect(locked.filter(([, { license }]) => !allows(list, license))).toEqual([]);
  expect(locked.length).toBeGreaterThan(100);
});

it("every package of the lockfile is named with the hash of its content", () => {
  expect(locked.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ""))).toEqual([]);
});
