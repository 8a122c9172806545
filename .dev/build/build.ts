/**
 * `npm run build` writes everything that is generated, the widget and documents (dist/), precomputed answers
 * (dist/precomputed/), the Worker (dist-worker/) and the server (dist-node/). Each step begins when the steps that it
 * needs are done. Most steps are a process of their own, so that all processors are used. `--only=data,styles` runs
 * only these steps and deletes nothing. `--skip=answers` runs all but these. `--list` names the questions that are
 * answered beforehand. `--local` is for a server on this machine: without HSTS, whatever wrangler.toml says.
 * `--into=<folder>` makes the build there and leaves the one of this folder, which is what is deployed and tested, as
 * it is.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BuildOptions } from "rolldown";
import { precomputedFolder } from "#server/answers/keep/precomputed-files.ts";
import { chooseBuildFolder, root, writeFileIfChanged } from "../files.ts";
import { endOnSignals, formatSecondsSince, runNode } from "../run.ts";
import { addShippedPackages, bundleEntry, writeLicenceNotices } from "./bundle.ts";
import { readBuiltConfiguration, writeConfiguration } from "./configuration.ts";
import { buildScripts } from "./scripts.ts";
import { buildStyles } from "./styles.ts";
import { writeVersions } from "./versions.ts";

const { values: options } = parseArgs({
  options: {
    only: { type: "string" },
    skip: { type: "string" },
    local: { type: "boolean" },
    list: { type: "boolean" },
    into: { type: "string", default: root },
  },
});

interface Step {
  /** `after` names the steps that write files which this step reads, or that would delete its files. */
  after: readonly string[];
  run: () => Promise<void>;
}

/** These steps write the modules that the app imports. */
const generatedSteps = ["widget", "questions", "published"];

const steps: Readonly<Record<string, Step>> = {
  // This step runs in this process, which is otherwise idle until the data are there.
  configuration: { after: [], run: writeConfiguration },
  styles: { after: [], run: buildStyles },
  data: { after: [], run: () => runScriptOrThrowOutput(".dev/build/data.ts") },
  versions: { after: ["data"], run: writeVersions },
  questions: { after: ["versions"], run: writeQuestionsToPrecompute },
  published: {
    after: ["versions"],
    run: () => runScriptOrThrowOutput(".dev/build/published-pools.ts"),
  },
  widget: { after: ["versions", "styles"], run: buildScripts },
  headers: { after: ["configuration", "widget", "offline"], run: writeAssetHeadersFile },
  documents: {
    after: generatedSteps,
    run: () => runScriptOrThrowOutput(".dev/build/documents.ts"),
  },
  worker: { after: generatedSteps, run: bundleWorker },
  offline: { after: generatedSteps, run: bundleOfflineScripts },
  node: { after: generatedSteps, run: bundleNodeServer },
  notices: {
    after: ["widget", "offline", "node", "worker"],
    run: async () => writeLicenceNotices(),
  },
  // The step is last because it can be left out: the Worker computes an answer that has no file.
  answers: {
    after: ["configuration", "documents", "worker"],
    run: () => runScriptOrThrowOutput(".dev/build/precompute.ts"),
  },
};

const isSkippedStep = (name: string) =>
  (options.only && !options.only.split(",").includes(name)) ||
  options.skip?.split(",").includes(name);

// Some steps run npm, which would leave its compile cache in the temporary folder.
process.env.NODE_DISABLE_COMPILE_CACHE = "1";

const times: string[] = [];
const began = performance.now();
const runningSteps = new Map<string, Promise<void>>();

function runStepOnce(name: string): Promise<void> {
  const step = runningSteps.get(name) ?? runStep(name);
  runningSteps.set(name, step);
  return step;
}

async function runStep(name: string): Promise<void> {
  const step = steps[name];
  if (!step) throw new Error(`There is no step "${name}".`);
  await Promise.all(step.after.map(runStepOnce));
  if (isSkippedStep(name)) return;
  const start = performance.now();
  try {
    await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`The build stopped at "${name}".`);
    process.exit(1);
  }
  times.push(`${name} ${formatSecondsSince(start)}`);
}

endOnSignals();
process.env.BUILD_FOLDER = options.into;
if (!options.only) deleteLastBuild();
await Promise.all(Object.keys(steps).map(runStepOnce));
console.log(`Built in ${formatSecondsSince(began)} (${times.join(", ")}).`);

/** Deletes the output of the last build, except the precomputed answers, which may still be valid. */
function deleteLastBuild(): void {
  const dist = join(options.into, "dist");
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    if (name !== precomputedFolder) rmSync(join(dist, name), { recursive: true });
  }
  for (const name of ["dist-worker", "dist-node"]) {
    rmSync(join(options.into, name), { recursive: true, force: true });
  }
}

async function writeQuestionsToPrecompute(): Promise<void> {
  await runScriptOrThrowOutput(".dev/build/precomputed-list.ts");
  const { questions } = await import("#data/generated/precomputed.ts");
  console.log(`${questions.length} questions are answered beforehand.`);
  if (options.list) for (const question of questions) console.log(question || "(the default)");
}

/** Writes the headers of files that are served without the Worker, from the Worker's own table. */
async function writeAssetHeadersFile(): Promise<void> {
  // This module is imported late, because it contains hashes of styles that an earlier step wrote.
  const { listAssetHeaderRules } = await import("#server/http/headers.ts");
  const isProduction = readBuiltConfiguration().vars.APP_ENV === "production";
  const files = ["assets", "widget"].flatMap((folder) =>
    readdirSync(join(chooseBuildFolder(), "dist", folder))
      .filter((name) => name.endsWith(".js"))
      .map((name) => `/${folder}/${name}`),
  );
  const rules = listAssetHeaderRules(files, !options.local && isProduction);
  writeFileIfChanged("dist/_headers", rules.join(""), chooseBuildFolder());
}

async function bundleOfflineScripts(): Promise<void> {
  // This module is imported late, because it reads what earlier steps wrote.
  const { bundleDeviceAppAndServiceWorker } = await import("./service-worker.ts");
  addShippedPackages(await bundleDeviceAppAndServiceWorker());
}

/** Bundles the Worker. wrangler deploys this file unchanged, so the tested file is the deployed one. */
async function bundleWorker(): Promise<void> {
  await bundleServer("dist-worker/worker.js", {
    input: "functions/worker.ts",
    platform: "browser",
    resolve: { conditionNames: ["workerd", "worker", "browser"] },
    transform: { target: "es2024", define: { "process.env.NODE_ENV": '"production"' } },
  });
}

/** Bundles the app for Node in one file, so that an installation needs no packages. */
async function bundleNodeServer(): Promise<void> {
  await bundleServer("dist-node/server.js", {
    input: "functions/node.ts",
    platform: "node",
    transform: { target: "node22" },
  });
}

/** Bundles the server without minifying it, so that whoever runs the server can read its code. */
async function bundleServer(file: string, options: BuildOptions): Promise<void> {
  const output = { file: join(chooseBuildFolder(), file) };
  const { moduleIds } = await bundleEntry({ ...options, output });
  addShippedPackages(moduleIds);
}

/** Runs a script and shows its output only if it fails. */
async function runScriptOrThrowOutput(...args: string[]): Promise<void> {
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Error(output);
}
