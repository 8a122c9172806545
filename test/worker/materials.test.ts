/** What is in the bundles: the licences of others beside them, and the bill of materials. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { request } from "../support/request.ts";

const root = join(import.meta.dirname, "../..");

const notices = async () => (await request("/notices.txt")).text;

function fileOf(name: string, file: string): string {
  return readFileSync(join(root, "node_modules", name, file), "utf8");
}

describe("the notices", () => {
  const { sources }: { sources: string[] } = JSON.parse(
    readFileSync(join(root, "dist-worker/worker.js.map"), "utf8"),
  );
  const inWorker = sources.flatMap((path) => {
    const [, name] = path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
    return name === undefined ? [] : [name];
  });
  const shipped = [...new Set([...inWorker, ...Object.keys(packageFile.dependencies)])];

  it.each(shipped)("name %s with its version and copyright line", async (name) => {
    const text = await notices();
    const { version, license } = JSON.parse(fileOf(name, "package.json"));
    expect(text).toContain(`\n${name} ${version}\n`);
    expect(text).toContain(`Licence: ${license}\n`);
    const file = ["jose", "valibot"].includes(name) ? "LICENSE.md" : "LICENSE";
    const lines = fileOf(name, file).match(/^.*copyright \(c\).*$/gim) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(text).toContain(line);
  });

  it("name nothing that does not ship", async () => {
    const named = (await notices()).matchAll(/-{80}\n\n(\S+) \d/g);
    expect([...named].map(([, name]) => name).sort()).toEqual(shipped.sort());
  });

  it("hold our own licence, and a page leads to them", async () => {
    expect(await notices()).toContain(readFileSync(join(root, "LICENSE"), "utf8").trim());
    const about = (await request("/about")).text;
    expect(about).toContain('href="/notices.txt"');
    expect(about).toContain('href="/bom.json"');
  });
});

/** What CycloneDX 1.5 requires, and of the rest what npm writes. */
const text = v.pipe(v.string(), v.nonEmpty());
const licenceSchema = v.union([
  v.strictObject({ license: v.object({ id: v.pipe(v.string(), v.regex(/^[\w.+-]+$/)) }) }),
  v.strictObject({ expression: v.pipe(v.string(), v.regex(/ (?:AND|OR) /)) }),
]);
const componentSchema = v.object({
  "bom-ref": text,
  type: v.picklist(["application", "library"]),
  name: text,
  version: text,
  purl: v.pipe(v.string(), v.startsWith("pkg:npm/")),
  scope: v.picklist(["required", "optional", "excluded"]),
  licenses: v.pipe(v.array(licenceSchema), v.minLength(1)),
});
const billSchema = v.object({
  bomFormat: v.literal("CycloneDX"),
  specVersion: v.literal("1.5"),
  serialNumber: v.pipe(
    v.string(),
    v.regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  ),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  metadata: v.object({ component: componentSchema }),
  components: v.array(
    v.object({
      ...componentSchema.entries,
      hashes: v.tuple([
        v.object({
          alg: v.literal("SHA-512"),
          content: v.pipe(v.string(), v.regex(/^[0-9a-f]{128}$/)),
        }),
      ]),
    }),
  ),
  dependencies: v.array(v.object({ ref: text, dependsOn: v.array(text) })),
});

describe("the bill of materials", async () => {
  const answer = await request("/bom.json");
  const bill = v.parse(billSchema, JSON.parse(answer.text));

  it("is of this version", () => {
    expect(bill.metadata.component).toMatchObject({
      name: packageFile.name,
      version: packageFile.version,
    });
  });

  it("names every package of the lockfile once, and nothing that is not there", () => {
    const lock: { packages: Record<string, { version: string }> } = JSON.parse(
      readFileSync(join(root, "package-lock.json"), "utf8"),
    );
    const locked = Object.entries(lock.packages)
      .filter(([path]) => path !== "")
      .map(([path, { version }]) => `${path.replace(/.*node_modules\//, "")}@${version}`);
    const named = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(named.sort()).toEqual([...new Set(locked)].sort());
  });

  it("tells what ships from what only builds", () => {
    const required = bill.components.filter(({ scope }) => scope === "required");
    expect(required.map(({ name }) => name)).toEqual(
      expect.arrayContaining(Object.keys(packageFile.dependencies)),
    );
    expect(bill.components.find(({ name }) => name === "vitest")?.scope).toBe("optional");
  });

  it("refers only to what it names", () => {
    const refs = new Set(
      [bill.metadata.component, ...bill.components].map((one) => one["bom-ref"]),
    );
    expect(refs.size).toBe(bill.components.length + 1);
    for (const { ref, dependsOn } of bill.dependencies) {
      for (const one of [ref, ...dependsOn]) expect(refs).toContain(one);
    }
  });
});
