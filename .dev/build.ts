/**
 * `npm run build`: data → agreement → styles → widget (dist/) → asset list → Worker (dist-worker/).
 * `--only=data,styles` runs some of the steps, `--keep-old-assets` leaves earlier hashed files
 * in place so that a page which is already open keeps working.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build as viteBuild } from "vite";
import { writeAssets } from "./assets.ts";
import { root, writeIfChanged } from "./files.ts";
import { runNode, secondsSince } from "./run.ts";
import { buildStyles } from "./styles.ts";

const { values: options } = parseArgs({
  options: { only: { type: "string" }, "keep-old-assets": { type: "boolean" } },
});

const steps: Record<string, () => Promise<void>> = {
  data: () => run("data/build.ts"),
  agreement: () => run(".dev/agreement.ts", "--write"),
  styles: buildStyles,
  widget: buildWidget,
  headers: writeAssetHeaders,
  worker: bundleWorker,
};

const times: string[] = [];
const began = performance.now();
for (const [name, step] of Object.entries(steps)) {
  if (options.only && !options.only.split(",").includes(name)) continue;
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
  await viteBuild({
    configFile: join(root, "widget/vite.config.ts"),
    logLevel: "warn",
    build: { emptyOutDir: !options["keep-old-assets"] },
  });
  writeAssets();
}

/** Headers of the files that are answered without the Worker, from the Worker's own table. */
async function writeAssetHeaders(): Promise<void> {
  const { assetHeadersFile } = await import("../functions/headers.ts");
  const files = readdirSync(join(root, "dist/assets")).map((name) => `/assets/${name}`);
  writeIfChanged("dist/_headers", assetHeadersFile(files));
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
