/**
 * SVG → PNG for the build. resvg as WebAssembly is the same program on every machine, so the same
 * drawing has the same bytes everywhere. Inter comes from its npm package (OFL), because the fonts
 * of machines differ. Only the pixels are published, not the program or the fonts.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { root } from "../files.ts";

const program = readPackaged(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
const fonts = [
  import.meta.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  import.meta.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
  import.meta.resolve("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf"),
].map(readPackaged);

/** Cache for all builds on this machine. */
const cache = join(root, "node_modules/.cache/pictures");
const tools = hash(program, ...fonts);
let started: Promise<void> | undefined;

export interface Raster {
  /** Hash of the drawing, its width and the tools. The same id means the same bytes. */
  id: string;
  png: Uint8Array;
}

export async function rasterise(svg: string, width: number): Promise<Raster> {
  const id = hash(tools, svg, String(width)).slice(0, 12);
  const file = join(cache, `${id}.png`);
  try {
    return { id, png: readFileSync(file) };
  } catch {
    // Not in the cache.
  }
  started ??= initWasm(program);
  await started;
  const picture = new Resvg(svg, {
    fitTo: { mode: "width", value: width },
    font: { fontBuffers: fonts, defaultFontFamily: "Inter" },
  });
  const reach = picture.getBBox();
  const inside = reach && reach.x >= 0 && reach.y >= 0;
  if (!inside || reach.width > picture.width || reach.height > picture.height) {
    throw new Error("something reaches beyond the edge of a picture");
  }
  const png = picture.render().asPng();
  mkdirSync(cache, { recursive: true });
  writeFileSync(file, png);
  return { id, png };
}

function readPackaged(url: string): Buffer<ArrayBuffer> {
  return readFileSync(fileURLToPath(url));
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
}
