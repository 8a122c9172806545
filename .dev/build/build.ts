/**
 * `npm run build`: everything that is generated, the widget and documents (dist/), answers made beforehand
 * (dist/precomputed/) and the Worker (dist-worker/). Each step begins when those it needs are done, most in
 * a process of their own, so that no processor waits.
 * `--only=data,styles` runs some of the steps, `--skip=answers` all but some, `--keep-old-assets` leaves earlier hashed files
 * in place so that a page which is already open keeps working.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build as esbuild } from "esbuild";
import { build as viteBuild } from "vite";
import { precomputedFolder } from "#server/answers/precomputed-path.ts";
import { entries } from "#widget/vite.config.ts";
import { root, writeIfChanged } from "../files.ts";
import { runNode, secondsSince } from "../run.ts";
import { assetHeaders } from "./asset-headers.ts";
import { writeAssets, writeEngineFiles } from "./assets.ts";
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

interface Step {
  /** Steps whose files this one reads, or would write over. */
  after: readonly string[];
  run: () => Promise<void>;
}

/** What is known, as modules. */
const generated = ["agreement", "questions", "sheets", "styles"];

const steps: Readonly<Record<string, Step>> = {
  configuration: { after: [], run: checkedConfiguration },
  clean: { after: [], run: async () => emptyDist() },
  styles: { after: [], run: buildStyles },
  data: { after: [], run: () => run("data/build/build.ts") },
  versions: { after: ["data"], run: writeVersions },
  sheets: { after: ["versions"], run: () => run(".dev/build/sheet-data.ts") },
  questions: { after: ["versions"], run: () => run(".dev/build/precomputed-list.ts") },
  agreement: { after: ["versions"], run: () => run(".dev/build/agreement.ts", "--write") },
  widget: { after: ["clean", "versions", "sheets", "styles"], run: buildWidget },
  client: { after: ["clean"], run: bundleClient },
  pictures: { after: ["clean", ...generated], run: () => run(".dev/build/pictures.ts") },
  headers: { after: ["widget"], run: writeAssetHeaders },
  documents: { after: ["widget", "pictures"], run: () => run(".dev/build/documents.ts") },
  worker: { after: ["widget", "pictures"], run: bundleWorker },
  // Last, and least missed: the Worker computes what is not there.
  answers: { after: ["documents", "worker"], run: () => run(".dev/build/precompute.ts") },
};

const isLeftOut = (name: string) =>
  (options.only && !options.only.split(",").includes(name)) ||
  options.skip?.split(",").includes(name);

const times: string[] = [];
const began = performance.now();
const started = new Map<string, Promise<void>>();

function finished(name: string): Promise<void> {
  const known = started.get(name) ?? perform(name);
  started.set(name, known);
  return known;
}

async function perform(name: string): Promise<void> {
  const step = steps[name];
  if (!step) throw new Error(`There is no step "${name}".`);
  await Promise.all(step.after.map(finished));
  if (isLeftOut(name)) return;
  const start = performance.now();
  try {
    await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`The build stopped at "${name}".`);
    process.exit(1);
  }
  times.push(`${name} ${secondsSince(start)}`);
}

await Promise.all(Object.keys(steps).map(finished));
console.log(`Built in ${secondsSince(began)} (${times.join(", ")}).`);

/** In this process, which has nothing to do until the data are there. */
async function checkedConfiguration(): Promise<void> {
  (await import("./configuration.ts")).checkConfiguration();
}

async function buildWidget(): Promise<void> {
  const configFile = join(root, "widget/vite.config.ts");
  const names = Object.keys(entries);
  // What a test or a shell says of its own must not reach what ships.
  process.env.NODE_ENV = "production";
  const build = (mode: string) => viteBuild({ configFile, mode, logLevel: "warn" });
  await build("engine");
  // The others name its files.
  writeEngineFiles();
  await Promise.all(names.filter((name) => name !== "engine").map(build));
  writeAssets(names);
  serveReleases(join(root, "dist/assets"));
}

/** All but the answers made beforehand, which outlast a build that changes none of them. */
function emptyDist(): void {
  const dist = join(root, "dist");
  if (options["keep-old-assets"] || !existsSync(dist)) return;
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
