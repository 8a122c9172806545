/** Sizes of everything that is published, raw and gzipped, with the budget if there is one. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { StoredSet } from "#data/stored-set.ts";
import { root } from "../files.ts";

export interface Weight {
  what: string;
  /** Bytes; `undefined` if it has not been built. */
  raw: number | undefined;
  gzipped: number | undefined;
  /** Maximum of gzipped bytes, if there is one. */
  budget: number | undefined;
}

/** Budgets in gzipped bytes: one for each thing that a reader waits for, however many files it is. */
export const most = {
  /** The script before the first view, on a page of another site and on our own. */
  firstViewElsewhere: 27_000,
  firstView: 21_000,
  frame: 1_000,
  /** The app on a device, and the service worker that asks it. */
  device: 340_000,
  serviceWorker: 4_000,
  launch: 20_000,
  /** What a page then fetches by itself, right after the first view, with the 83 trials of 2026. */
  whenIdle: 70_600,
  /** With its first own answer: all models with words, choices, patients, real-world series. */
  thereafter: 72_000,
  /** Of each cohort, both parts: data may grow, and what is fetched by as much and no more. */
  computeSetOfCohort: 210,
  provenanceOfCohort: 1_200,
  /** HTML of `/embed` with the summary outcomes, which a browser gets in the first round trip. */
  embedPage: 14_000,
} as const;

export async function weigh(): Promise<Weight[]> {
  const { storedSet } = await generated<Generated>("data/generated/compute-set.ts");
  const cohorts = storedSet?.cohorts ?? [];
  const trials = cohorts.filter((cohort) => "figures" in cohort);
  const [widget, engine] = [await built("widget"), await built("engine")];
  const lazy = widget?.lazy.filter((file) => !isAsked(file));
  const idle = lazy && engine && [...lazy, engine, ...engine.imports];
  const later = widget && engine && [...engine.lazy, ...widget.lazy.filter(isAsked)];
  const computeSet = [idle, later].flatMap((files) => files ?? []).filter(isData);
  return [
    weight("first view on a page of another site", atOnce(widget), most.firstViewElsewhere),
    weight("first view of our own pages", atOnce(await built("embed")), most.firstView),
    weight("script for frames", atOnce(await built("frame")), most.frame),
    weight(
      "app on a device",
      globSync("dist/assets/device-*.js", { cwd: root }).flatMap((file) => read(file) ?? []),
      most.device,
    ),
    weight("service worker", read("dist/sw.js"), most.serviceWorker),
    weight("launch from a record", atOnce(await built("launch")), most.launch),
    weight("styles of the first view", await styles(["styles"])),
    weight("styles of the parts that come later", await styles(["opened-styles", "sheet-styles"])),
    weight(
      "all that is fetched when idle",
      idle && texts(idle),
      most.whenIdle + most.computeSetOfCohort * (trials.length - 83),
    ),
    ...each(idle),
    weight("all that is fetched thereafter", later && texts(later), most.thereafter),
    ...each(later),
    weight(
      "compute set, both parts",
      idle && texts(computeSet),
      most.computeSetOfCohort * cohorts.length,
    ),
    // All other evidence, which the edge and people who check it read.
    weight("provenance in all", await provenance(), most.provenanceOfCohort * cohorts.length),
    weight("Worker", read("dist-worker/worker.js")),
  ];
}

/** Only loaded when a reader asks for it. */
const isAsked = ({ href }: File) => href.includes("/products-view-");
const isData = ({ href }: File) => /\/(?:compute-set|real-world)-/.test(href);

/** The files of a tier; only their sum has a budget. */
function each(files: readonly File[] = []): Weight[] {
  return files.map((file) => {
    const [, name = ""] = /\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(file.href) ?? [];
    return weight(`  ${name}`, texts([file]));
  });
}

/** Every text is transferred on its own, so each is gzipped separately. */
export function weight(what: string, texts: string[] | undefined, budget?: number): Weight {
  const sum = (bytes: (text: string) => number) =>
    texts?.reduce((total, text) => total + bytes(text), 0);
  return {
    what,
    raw: sum(Buffer.byteLength),
    gzipped: sum((text) => gzipSync(text, { level: 9 }).length),
    budget,
  };
}

type Script = "widget" | "embed" | "frame" | "launch" | "engine";

interface File {
  href: string;
}

interface Entry extends File {
  imports: File[];
  lazy: File[];
}

async function built(script: Script): Promise<Entry | undefined> {
  const path = "generated/assets.ts";
  const { assets } = await generated<{ assets: Record<Script, Entry> }>(path);
  return assets?.[script];
}

/** A script and everything it loads at once. */
function atOnce(entry: Entry | undefined): string[] | undefined {
  return entry && texts([entry, ...entry.imports]);
}

function texts(files: readonly File[]): string[] | undefined {
  const found = files.map(({ href }) => read(`dist${href}`));
  return found.every((one) => one !== undefined) ? found.flat() : undefined;
}

async function provenance(): Promise<string[] | undefined> {
  const modules = ["details", "products", "collections"];
  const texts = await Promise.all(modules.map((name) => bundled(`data/generated/${name}.ts`)));
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}

async function styles(names: readonly string[]): Promise<string[] | undefined> {
  const modules = await Promise.all(
    names.map((name) => generated<Record<string, string>>(`generated/${name}.ts`)),
  );
  const found = modules.map((module, index) => module[camelCase(names[index] ?? "")]);
  return found.every((text) => text !== undefined) ? found.flat() : undefined;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

interface Generated {
  storedSet: StoredSet;
}

async function generated<Exports>(path: string): Promise<Partial<Exports>> {
  return existsSync(join(root, path)) ? await import(pathToFileURL(join(root, path)).href) : {};
}

const settings = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  write: false,
} as const;

/** The bytes that a browser would load for this file. */
async function bundled(path: string): Promise<string[] | undefined> {
  if (!existsSync(join(root, path))) return undefined;
  const result = await build({ ...settings, entryPoints: [path] });
  return result.outputFiles.map(({ text }) => text);
}

function read(path: string): string[] | undefined {
  const file = join(root, path);
  return existsSync(file) ? [readFileSync(file, "utf8")] : undefined;
}

/** Limits for the precomputed answers, a file a question: the bytes of the 62 of 2026, and 15 % more. */
export const mostPrecomputed = { files: 150, bytes: 1_066_000 } as const;

/** Number and size of all files below this folder, of any version. */
export function weighPrecomputed(folder: string): { files: number; bytes: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
