/** Bytes of everything that ships, raw and gzipped, with the budget where there is one. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { root } from "../files.ts";

export interface Weight {
  what: string;
  /** Bytes; `undefined` when it has not been built. */
  raw: number | undefined;
  gzipped: number | undefined;
  /** Most gzipped bytes it may have, where there is a limit. */
  budget: number | undefined;
}

/** Of the HTML of `/embed` with the outcomes of the summary: what a browser gets in the first round trip. */
export const mostEmbedBytes = 14_000;

export async function weigh(): Promise<Weight[]> {
  const engine = await offlineEngine();
  return [
    weight("Compare view (widget and its imports)", await shipped("widget"), 25_000),
    weight("script for frames", await shipped("frame"), 1_000),
    weight("styles", await styles()),
    weight("offline engine", engine?.rest, 20_000),
    weight("special functions", engine?.special, 20_000),
    weight(
      "words of answers, English",
      await bundled("functions/presentation/words/english/codes.ts"),
    ),
    // A question typed into a URL is parsed on the phone as well.
    weight("query parser", await bundled("functions/core/question/parse-query.ts")),
    weight("compute set", await bundled("data/generated/compute-set.ts"), 25_000),
    // All of the above, as it is fetched once the page is idle.
    weight("local answers (engine and its imports)", await shipped("engine")),
    // Everything else the evidence holds: the edge and whoever audits it read these.
    weight("provenance in all", await provenance(), 120_000),
    weight("Worker", read("dist-worker/worker.js")),
  ];
}

/** Every text is a transfer of its own, so each is gzipped alone. */
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

/** A script, and what it loads at once. */
async function shipped(script: "widget" | "frame" | "engine"): Promise<string[] | undefined> {
  const { assets } = await generated<{ assets: Record<typeof script, Entry> }>(
    "widget/generated/assets.ts",
  );
  if (!assets) return undefined;
  const { [script]: entry } = assets;
  return [entry, ...entry.imports].flatMap(({ href }) => read(`dist${href}`) ?? []);
}

interface Entry {
  href: string;
  imports: { href: string }[];
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

async function generated<Exports>(path: string): Promise<Partial<Exports>> {
  return existsSync(join(root, path)) ? await import(join(root, path)) : {};
}

/** What compare() imports, and apart from it the special functions, which load as a chunk of their own. */
async function offlineEngine() {
  const entry = "functions/core/comparison/compare.ts";
  if (!existsSync(join(root, entry))) return undefined;
  const special = /\/special\//;
  const whole = await build({ ...settings, entryPoints: [entry] });
  const used = Object.keys(whole.metafile.inputs).filter((file) => special.test(file));
  const contents = used.map((file) => `export * from "./${file}";`).join("\n");
  const apart = await build({ ...settings, stdin: { contents, resolveDir: root } });
  return {
    rest: await bundled(entry, special),
    special: apart.outputFiles.map(({ text }) => text),
  };
}

const settings = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  format: "esm",
  target: "es2022",
  write: false,
} as const;

/** What a browser would load for this file. */
async function bundled(path: string, without?: RegExp): Promise<string[] | undefined> {
  if (!existsSync(join(root, path))) return undefined;
  const leaveOut: Plugin = {
    name: "leave-out",
    setup({ onResolve }) {
      if (without) onResolve({ filter: without }, ({ path }) => ({ path, external: true }));
    },
  };
  const result = await build({ ...settings, entryPoints: [path], plugins: [leaveOut] });
  return result.outputFiles.map(({ text }) => text);
}

function read(path: string): string[] | undefined {
  const file = join(root, path);
  return existsSync(file) ? [readFileSync(file, "utf8")] : undefined;
}
