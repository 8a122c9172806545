/**
 * Bundles the scripts of pages, each one file that needs no other, and writes their addresses. The files
 * that are served as they are stand beside them.
 */
import { createHash } from "node:crypto";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InputOptions } from "rolldown";
import packageFile from "../../package.json" with { type: "json" };
import { chooseBuildFolder, makeIntegrityHash, root, writeFileIfChanged } from "../files.ts";
import { addShippedPackages, bundleEntry, scriptTarget } from "./bundle.ts";

/** Maps the names by which pages refer to scripts to their source files. */
const scripts = {
  patientView: "widget/patient-view.ts",
  widget: "widget/index.ts",
  page: "widget/page/page.ts",
  handOver: "widget/page/record-frame.ts",
  report: "widget/page/report.ts",
  review: "widget/page/review.ts",
  snippets: "widget/page/copy-snippets.ts",
  frame: "widget/page/frame-loader.ts",
} as const;

const input = {
  platform: "browser",
  // Our code has no getters or globals whose reading has a side effect.
  treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
  transform: {
    target: scriptTarget,
    // Classic JSX: calls of `h` are shorter, and the JSX runtime is not needed.
    jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" },
    inject: { h: ["preact", "h"], Fragment: ["preact", "Fragment"] },
    define: { "process.env.NODE_ENV": '"production"' },
  },
} satisfies InputOptions;

/**
 * Begins the script of snippets. From a tag that lacks `type="module"`, every browser refuses it for
 * `import.meta`, says that this belongs into a module, and leads here.
 */
const forModulesOnly = 'import.meta/* Its tag needs type="module": /docs/integrators */;';

export async function buildScripts(): Promise<void> {
  const dist = join(chooseBuildFolder(), "dist");
  cpSync(join(root, "widget/static"), dist, { recursive: true });
  const scriptOf = async (name: string, entry: string, define: Record<string, string> = {}) => {
    const file = await bundleEntry({
      ...input,
      transform: { ...input.transform, define: { ...input.transform.define, ...define } },
      input: { [name]: join(root, entry) },
      output: {
        minify: true,
        dir: dist,
        // The script of frames also works without `type="module"`, where its names would become globals of the page.
        format: name === "frame" ? "iife" : "es",
        entryFileNames: "assets/[name]-[hash].js",
        ...(name === "widget" && { postBanner: forModulesOnly }),
      },
    });
    addShippedPackages(file.moduleIds);
    return [name, makeAssetReference(dist, file.fileName)] as const;
  };
  const { patientView: entryOfPatientView, ...others } = scripts;
  const patientView = await scriptOf("patientView", entryOfPatientView);
  // The element loads this script on demand, so it holds its address.
  const addresses = { PATIENT_VIEW: JSON.stringify(patientView[1].href) };
  const built = [
    patientView,
    ...(await Promise.all(
      Object.entries(others).map(([name, entry]) => scriptOf(name, entry, addresses)),
    )),
  ];
  const scriptOfRelease = Object.fromEntries(built).widget;
  if (!scriptOfRelease) throw new Error("there is no script of the element");
  const fixed = addFixedScript(dist, packageFile.version, join(dist, scriptOfRelease.href));
  addReleasedScripts(dist);
  writeFileIfChanged(
    "generated/assets.ts",
    `// Generated from the built files by \`npm run build\`.
import type { Asset } from "#server/pages/html/document.ts";

export const assets = ${JSON.stringify({ ...Object.fromEntries(built), fixed }, null, 2)} satisfies Record<string, Asset>;
`,
  );
}

function makeAssetReference(dist: string, file: string) {
  const integrity = makeIntegrityHash(readFileSync(join(dist, file)), "sha384");
  return { href: `/${file}`, integrity };
}

/** Holds the scripts of earlier releases, a folder each. `npm run release` adds that of its release. */
export const releasesFolder = join(root, "widget/releases");

/** Puts the script of the element at an address that names its release and never has other content. */
function addFixedScript(dist: string, version: string, script: string) {
  const hash = createHash("sha256").update(readFileSync(script)).digest("hex").slice(0, 8);
  const file = `widget/${version}-${hash}.js`;
  mkdirSync(join(dist, "widget"), { recursive: true });
  copyFileSync(script, join(dist, file));
  return makeAssetReference(dist, file);
}

/** Keeps the scripts of earlier releases at their addresses, with those that they load. */
function addReleasedScripts(dist: string): void {
  for (const version of existsSync(releasesFolder) ? readdirSync(releasesFolder) : []) {
    const folder = join(releasesFolder, version);
    addFixedScript(dist, version, join(folder, "widget.js"));
    cpSync(join(folder, "assets"), join(dist, "assets"), { recursive: true });
  }
}
