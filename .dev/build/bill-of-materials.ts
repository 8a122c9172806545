/** The bill of materials (a step of the build), in CycloneDX by npm: what ships is "required". */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as v from "valibot";
import packageFile from "../../package.json" with { type: "json" };
import { makingFolder, root, writeIfChanged } from "../files.ts";

const billSchema = v.looseObject({
  $schema: v.string(),
  bomFormat: v.literal("CycloneDX"),
  specVersion: v.string(),
  serialNumber: v.string(),
  version: v.number(),
  metadata: v.looseObject({ component: v.looseObject({}) }),
});

export function writeBillOfMaterials(): void {
  const { status, stdout, stderr, error } = spawnSync(
    "npm",
    ["sbom", "--sbom-format=cyclonedx", "--package-lock-only", "--offline", "--loglevel=error"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 50_000_000,
      shell: process.platform === "win32",
    },
  );
  if (error || status !== 0) throw new Error(`npm sbom failed: ${error?.message ?? stderr}`);
  writeIfChanged("dist/bom.json", reproducible(stdout), makingFolder());
}

/** npm writes the time, a random number, its own version and the folder's name: not of the materials. */
function reproducible(text: string): string {
  const {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: _random,
    version,
    metadata,
    ...lists
  } = v.parse(billSchema, JSON.parse(text));
  const { timestamp: _time, tools: _tools, component, ...others } = metadata;
  const content = {
    version,
    metadata: {
      ...others,
      tools: [{ vendor: "npm", name: "cli" }],
      component: { ...component, type: "application", name: packageFile.name },
    },
    ...lists,
  };
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify(content))}`;
  const bill = { $schema, bomFormat, specVersion, serialNumber, ...content };
  return `${JSON.stringify(bill, null, 1)}\n`;
}

function uuidOf(text: string): string {
  const hash = createHash("sha256").update(text).digest("hex");
  return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}
