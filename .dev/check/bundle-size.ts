/** Measures everything that is published, raw and gzipped, against its budget if there is one. */
import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Asset } from "#server/pages/html/document.ts";
import { root } from "../files.ts";

export interface Weight {
  part: string;
  /** `raw` and `gzipped` are bytes; `undefined` if the file has not been built. */
  raw: number | undefined;
  gzipped: number | undefined;
  /** `budget` is the maximum of gzipped bytes, if there is one. */
  budget: number | undefined;
}

/**
 * Holds the budgets, in gzipped bytes, of what is sent: each is about a tenth above what the part needs when it is
 * made well. A part that needs more gets a higher limit here, with the reason; no code is bent to stay below one.
 */
export const sizeLimits = {
  /** `element` is the script of the whole element. */
  element: 44_000,
  /**
   * `patientView` is the script that selects and words what concerns a patient, on the device; it is loaded once a
   * reader opens the form.
   */
  patientView: 9_000,
  /** `page` is the script of our own pages, `handOver` that of a page in a frame that takes a patient. */
  page: 2_000,
  handOver: 2_200,
  frame: 600,
  report: 2_000,
  review: 1_700,
  snippets: 500,
  /**
   * Covers the app on a device, with the evidence: also every published number, which `/explore` lists. It needs 369 kB;
   * the tenth above is for data to come, which grow with each release.
   */
  device: 406_000,
  serviceWorker: 4_000,
  /** After two lines the tables of three randomised trials come with the rows, one with what the FDA says of its survival. */
  screen: 4_450,
  /** All harms come with the deaths that are not from the disease, and with the times of each. */
  screenOfHarms: 6_200,
  openedRow: 9_000,
  patients: 9_000,
  choices: 3_500,
  /**
   * `embedPage` is the HTML of `/embed`: the first round trip to a browser carries 14,600 bytes, with about 1,100 of
   * headers. The longest usual page is that of overall survival, with the randomised trials that are not counted, why,
   * and their sources: 14,200 at the usual level of gzip, of which the end, the answer for the element, may come in a
   * second round trip.
   */
  embedPage: 14_600,
  /**
   * `embedState` is the answer within that page, for the element that takes it over; the widest question, 4,804 bytes,
   * names the most drugs.
   */
  embedState: 5_000,
  /**
   * `reportPage` is the HTML of `/report`, over the frozen data of `test/collection/`: new trials may make it longer.
   */
  reportPage: 48_000,
} as const;

export async function measureBundleSizes(): Promise<Weight[]> {
  const assets = await readAssetReferences();
  const script = (name: string) => {
    const asset = assets?.[name];
    return asset && readBuiltFileAsList(`dist${asset.href}`);
  };
  const device = globSync("dist/assets/device-*.js", { cwd: root });
  return [
    measurePartSize("element", script("widget"), sizeLimits.element),
    measurePartSize("script of a patient's view", script("patientView"), sizeLimits.patientView),
    measurePartSize("script of our own pages", script("page"), sizeLimits.page),
    measurePartSize("script of a frame in a record", script("handOver"), sizeLimits.handOver),
    measurePartSize("script for frames", script("frame"), sizeLimits.frame),
    measurePartSize("script of the report", script("report"), sizeLimits.report),
    measurePartSize("script of the page that is signed", script("review"), sizeLimits.review),
    measurePartSize("script of the page of snippets", script("snippets"), sizeLimits.snippets),
    measurePartSize(
      "app on a device",
      device[0] ? readBuiltFileAsList(device[0]) : undefined,
      sizeLimits.device,
    ),
    measurePartSize("service worker", readBuiltFileAsList("dist/sw.js"), sizeLimits.serviceWorker),
    measurePartSize("Worker", readBuiltFileAsList("dist-worker/worker.js")),
  ];
}

/** Returns the size of a published part. Its texts are transferred one by one, so each is gzipped separately. */
export function measurePartSize(
  part: string,
  texts: string[] | undefined,
  budget?: number,
): Weight {
  const sum = (bytes: (text: string) => number) =>
    texts?.reduce((total, text) => total + bytes(text), 0);
  return {
    part,
    raw: sum(Buffer.byteLength),
    gzipped: sum((text) => gzipSync(text, { level: 9 }).length),
    budget,
  };
}

/** Returns the assets of the last build by name; `undefined` if nothing was built. */
async function readAssetReferences(): Promise<Readonly<Record<string, Asset>> | undefined> {
  const path = join(root, "generated/assets.ts");
  return existsSync(path) ? (await import(pathToFileURL(path).href)).assets : undefined;
}

function readBuiltFileAsList(path: string): string[] | undefined {
  const file = join(root, path);
  return existsSync(file) ? [readFileSync(file, "utf8")] : undefined;
}

/**
 * Limits the precomputed answers, of which each question has one file: the bytes of the 64 answers of 2026, each with
 * the rates by trial, what changes a difference, and short texts for a phone, and 10 % more.
 */
export const mostPrecomputed = { files: 150, bytes: 1_700_000 } as const;

/** Returns the number and the size of all files below a folder, of any version. */
export function measurePrecomputedFiles(folder: string): { files: number; bytes: number } {
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
