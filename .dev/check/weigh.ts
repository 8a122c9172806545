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
  /** What a page then fetches by itself, right after the first view, with the 83 trials of 2026. */
  whenIdle: 65_000,
  /**
   * What it fetches with its first own answer, which it gives by itself once it is idle: all models and
   * their words, the choices and the answers for patients, which need the real-world series, too.
   */
  thereafter: 72_000,
  /**
   * The compute set for each cohort, both parts. Data may grow, so what is fetched grows with it, by
   * as much and no more.
   */
  computeSetOfCohort: 210,
  provenanceOfCohort: 1_200,
  /** HTML of `/embed` with the summary outcomes, which a browser gets in the first round trip. */
  embedPage: 14_000,
} as const;

/** What may be fetched when idle, with so many trials. */
function mostWhenIdle(trials: number): number {
  return most.whenIdle + most.computeSetOfCohort * (trials - 83);
}

export async function weigh(): Promise<Weight[]> {
  const { storedSet } = await generated<Generated>("data/generated/compute-set.ts");
  const cohorts = storedSet?.cohorts ?? [];
  const trials = cohorts.filter((cohort) => "figures" in cohort);
  const [widget, engine] = [await built("widget"), await built("engine")];
  const idle = widget && engine && [...widget.lazy, engine, ...engine.imports];
  const later = engine?.lazy;
  const computeSet = [idle, later].flatMap((files) => files ?? []).filter(isData);
  return [
    weight("first view on a page of another site", atOnce(widget), most.firstViewElsewhere),
    weight("first view of our own pages", atOnce(await built("embed")), most.firstView),
    weight("script for frames", atOnce(await built("frame")), most.frame),
    weight("launch from a record", atOnce(await built("launch")), most.launch),
    weight("styles of the first view", await styles()),
    weight("styles of the parts that come later", await laterStyles()),
    weight("all that is fetched when idle", idle && texts(idle), mostWhenIdle(trials.length)),
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
