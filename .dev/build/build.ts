/**
 * `npm run build`: configuration → data → versions → agreement → questions to answer beforehand → what the sheets show at once → styles → widget (dist/) →
 * asset list → pictures → documents → answers (dist/precomputed/) → Worker (dist-worker/).
 * `--only=data,styles` runs some of the steps, `--skip=answers` all but some, `--keep-old-assets` leaves earlier hashed files
 * in place so that a page which is already open keeps working.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build as esbuild } from "esbuild";
import { runnerImport, build as viteBuild } from "vite";
import { precomputedFolder } from "#server/answers/precomputed-path.ts";
import { entries } from "#widget/vite.config.ts";
import packageFile from "../../package.json" with { type: "json" };
import { root, writeIfChanged } from "../files.ts";
import { runNode, secondsSince } from "../run.ts";
import { assetHeaders } from "./asset-headers.ts";
import { writeAssets, writeEngineFiles } from "./assets.ts";
import { buildPictures } from "./pictures.ts";
import { serveReleases } from "./releases.ts";
import { buildStyles } from "./styles.ts";
import { writeVersions } from "./versions.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    skip: { type: "string" },
    "keep-old-assets": { type: "boolean" },
  },
});

const steps: Record<string, () => Promise<void>> = {
  configuration: async () => (await import("./configuration.ts")).checkConfiguration(),
  data: () => run("data/build/build.ts"),
  versions: writeVersions,
  agreement: () => run(".dev/build/agreement.ts", "--write"),
  questions: () => run(".dev/build/precomputed-list.ts"),
  sheets: () => run(".dev/build/sheet-data.ts"),
  styles: buildStyles,
  widget: buildWidget,
  client: bundleClient,
  pictures: buildPictures,
  documents: writeDocuments,
  headers: writeAssetHeaders,
  answers: () => run(".dev/build/precompute.ts"),
  worker: bundleWorker,
};

const times: string[] = [];
const began = performance.now();
for (const [name, step] of Object.entries(steps)) {
  if (options.only && !options.only.split(",").includes(name)) continue;
  if (options.skip?.split(",").includes(name)) continue;
  const start = performance.now();
  try {
    await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`The build stopped at "${name}".`);
    process.exit(1);
  }
  times.push(`${name} ${secondsSince(start)}`);
}
console.log(`Built in ${secondsSince(began)} (${times.join(", ")}).`);

async function buildWidget(): Promise<void> {
  if (!options["keep-old-assets"]) emptyDist();
  const configFile = join(root, "widget/vite.config.ts");
  const names = Object.keys(entries);
  // What a test or a shell says of its own must not reach what ships.
  process.env.NODE_ENV = "production";
  for (const mode of names) {
    await viteBuild({ configFile, mode, logLevel: "warn" });
    // The others name its files.
    if (mode === "engine") writeEngineFiles();
  }
  writeAssets(names);
  serveReleases(join(root, "dist/assets"));
}

/** All but the answers made beforehand, which outlast a build that changes none of them. */
function emptyDist(): void {
  const dist = join(root, "dist");
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist)) {
    if (name !== precomputedFolder) rmSync(join(dist, name), { recursive: true });
  }
}

/** The client of the API as one module that anybody can import. */
async function bundleClient(): Promise<void> {
  await esbuild({
    absWorkingDir: root,
    entryPoints: ["widget/answers/client.ts"],
    outfile: "dist/v1/client.js",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
}

/** What the Worker hands out as it stands; Vite's runner reads the JSX that Node does not. */
async function writeDocuments(): Promise<void> {
  const { module } = await runnerImport<typeof import("./built-documents.ts")>(
    join(root, ".dev/build/built-documents.ts"),
    { configFile: false, root, logLevel: "warn" },
  );
  for (const [path, content] of Object.entries(await module.builtDocuments(packageFile.version))) {
    writeIfChanged(join("dist", path), content);
  }
}

/** Headers of the files that are answered without the Worker, from the Worker's own table. */
async function writeAssetHeaders(): Promise<void> {
  // Read late: they hold hashes of styles that an earlier step made.
  const { assetHeaderRules } = await import("#server/http/headers.ts");
  const files = readdirSync(join(root, "dist/assets"))
    .filter((name) => name.endsWith(".js"))
    .map((name) => `/assets/${name}`);
  const rules = assetHeaderRules(files);
  writeIfChanged(
    "dist/_headers",
    options["keep-old-assets"] ? rules.join("") : assetHeaders(rules),
  );
}

function bundleWorker(): Promise<void> {
  rmSync(join(root, "dist-worker"), { recursive: true, force: true });
  return run(
    "node_modules/wrangler/bin/wrangler.js",
    ...["deploy", "--dry-run", "--outdir", "dist-worker"],
  );
}

/** Shows what the script printed only when it fails. */
async function run(...args: string[]): Promise<void> {
  const env = {
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_WRITE_LOGS: "false",
    WRANGLER_HIDE_BANNER: "true",
  };
  const { code, output } = await runNode(args, { env });
  if (code !== 0) throw new Error(output);
}
