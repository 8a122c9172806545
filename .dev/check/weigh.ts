/** Sizes of everything that is published, raw and gzipped, with the budget if there is one. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { root } from "../files.ts";

export interface Weight {
  what: string;
  /** Bytes; `undefined` if it has not been built. */
  raw: number | undefined;
  gzipped: number | undefined;
  /** Maximum of gzipped bytes, if there is one. */
  budget: number | undefined;
}

/**
 * Budget in bytes for the HTML of `/embed` with the summary outcomes, which a browser gets in the
 * first round trip.
 */
export const mostEmbedBytes = 14_000;

export async function weigh(): Promise<Weight[]> {
  return [
    weight("first load on a page of another site", await entry("widget"), 25_000),
    weight("first load of our own pages", await entry("embed"), 21_000),
    weight("script for frames", await entry("frame"), 1_000),
    weight("launch from a record", await entry("launch"), 20_000),
    weight("styles of the first view", await styles()),
    weight("styles of the parts that come later", await laterStyles()),
    weight("what comes after the first view", await file("widget", "rest")),
    weight("what is in the sheets", await file("widget", "sheet-content")),
    weight("answers here: engine", await file("engine", "engine"), 26_000),
    weight("answers here: compute set", await file("engine", "compute-set"), 30_000),
    weight("answers here: special functions", await file("engine", "special-functions")),
    // Includes all of the above, because it is loaded once the page is idle.
    weight("answers here: all that is fetched", await entry("engine")),
    weight("answers here: unusual rules", await file("engine", "remembered-pools")),
    weight("answers here: patients", await file("engine", "patient-engine")),
    // All other evidence, which the edge and people who check it read.
    weight("provenance in all", await provenance(), 170_000),
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

interface Entry {
  href: string;
  imports: { href: string }[];
  lazy: { href: string }[];
}

async function built(script: Script): Promise<Entry | undefined> {
  const path = "widget/generated/assets.ts";
  const { assets } = await generated<{ assets: Record<Script, Entry> }>(path);
  return assets?.[script];
}

/** A script and everything it loads at once. */
async function entry(script: Script): Promise<string[] | undefined> {
  const found = await built(script);
  return found && [found, ...found.imports].flatMap(({ href }) => read(`dist${href}`) ?? []);
}

/** One of the files that a script may load. */
async function file(script: Script, name: string): Promise<string[] | undefined> {
  const found = await built(script);
  if (!found) return undefined;
  const named = [found, ...found.imports, ...found.lazy].find(({ href }) =>
    new RegExp(`/${name}-[\\w-]{8}\\.js$`).test(href),
  );
  if (!named) throw new Error(`${script} loads no ${name}.`);
  return read(`dist${named.href}`);
}

async function provenance(): Promise<string[] | undefined> {
  const modules = ["details", "products", "collections", "agreement"];
  const texts = await Promise.all(modules.map((name) => bundled(`data/generated/${name}.ts`)));
  return texts.every((one) => one !== undefined) ? texts.flat() : undefined;
}

async function styles(): Promise<string[] | undefined> {
  const { styles } = await generated<{ styles: string }>("widget/generated/styles.ts");
  return styles === undefined ? undefined : [styles];
}

async function laterStyles(): Promise<string[] | undefined> {
  const [opened, sheets] = await Promise.all([
    generated<{ openedStyles: string }>("widget/generated/opened-styles.ts"),
    generated<{ sheetStyles: string }>("widget/generated/sheet-styles.ts"),
  ]);
  const { openedStyles } = opened;
  const { sheetStyles } = sheets;
  return openedStyles && sheetStyles ? [openedStyles, sheetStyles] : undefined;
}

async function generated<Exports>(path: string): Promise<Partial<Exports>> {
  return existsSync(join(root, path)) ? await import(join(root, path)) : {};
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
