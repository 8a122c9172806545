/** Sizes of everything that is published, raw and gzipped, with the budget if there is one. */
import { existsSync, readFileSync } from "node:fs";
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
  firstViewElsewhere: 25_000,
  firstView: 21_000,
  frame: 1_000,
  launch: 20_000,
  /** What a page then fetches by itself, with the 147 cohorts of 2026. */
  whenIdle: 95_000,
  /**
   * The compute set for each cohort. Data may grow, so what is fetched when idle grows with it, by as
   * much and no more.
   */
  computeSetOfCohort: 210,
  provenanceOfCohort: 1_200,
  /** HTML of `/embed` with the summary outcomes, which a browser gets in the first round trip. */
  embedPage: 14_000,
} as const;

/** What may be fetched when idle, with so many cohorts. */
function mostWhenIdle(cohorts: number): number {
  return most.whenIdle + most.computeSetOfCohort * (cohorts - 147);
}

export async function weigh(): Promise<Weight[]> {
  const { storedSet } = await generated<Generated>("data/generated/compute-set.ts");
  const cohorts = storedSet?.cohorts.length ?? 0;
  const [widget, engine] = [await built("widget"), await built("engine")];
  const computeSet = await file("engine", "compute-set");
  return [
    weight("first view on a page of another site", atOnce(widget), most.firstViewElsewhere),
    weight("first view of our own pages", atOnce(await built("embed")), most.firstView),
    weight("script for frames", atOnce(await built("frame")), most.frame),
    weight("launch from a record", atOnce(await built("launch")), most.launch),
    weight("styles of the first view", await styles()),
    weight("styles of the parts that come later", await laterStyles()),
    weight("what comes after the first view", await file("widget", "rest")),
    weight("what is in the sheets", await file("widget", "sheet-content")),
    weight("answers here: engine", await file("engine", "engine")),
    weight("answers here: special functions", await file("engine", "special-functions")),
    weight("answers here: compute set", computeSet, most.computeSetOfCohort * cohorts),
    // Each of the five above, and what they share.
    weight(
      "all that is fetched when idle",
      widget && engine && texts([...widget.lazy, engine, ...engine.imports]),
      mostWhenIdle(cohorts),
    ),
    // Only readers who ask for it fetch these.
    weight("answers here: all models", await file("engine", "remembered-pools")),
    weight("answers here: patients", await file("engine", "patient-engine")),
    // All other evidence, which the edge and people who check it read.
    weight("provenance in all", await provenance(), most.provenanceOfCohort * cohorts),
    weight("Worker", read("dist-worker/worker.js")),
  ];
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

/** One of the files that a script may load. */
async function file(script: Script, name: string): Promise<string[] | undefined> {
  const found = await built(script);
  if (!found) return undefined;
  const named = [found, ...found.imports, ...found.lazy].find(({ href }) =>
    new RegExp(`/${name}-[\\w-]{8}\\.js$`).test(href),
  );
  if (!named) throw new Error(`${script} loads no ${name}.`);
  return texts([named]);
}

async function provenance(): Promise<string[] | undefined> {
  const modules = ["details", "products", "collections", "agreement"];
  const texts = await Promise.all(modules.map((name) => bundled(`data/generated/${name}.ts`)));
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}

async function styles(): Promise<string[] | undefined> {
  const { styles } = await generated<{ styles: string }>("generated/styles.ts");
  return styles === undefined ? undefined : [styles];
}

async function laterStyles(): Promise<string[] | undefined> {
  const [opened, sheets] = await Promise.all([
    generated<{ openedStyles: string }>("generated/opened-styles.ts"),
    generated<{ sheetStyles: string }>("generated/sheet-styles.ts"),
  ]);
  const { openedStyles } = opened;
  const { sheetStyles } = sheets;
  return openedStyles && sheetStyles ? [openedStyles, sheetStyles] : undefined;
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
