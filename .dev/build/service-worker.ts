/** Bundles the app for a device, and the service worker with what it keeps (a step of the build). */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { BuildOptions } from "rolldown";
import { pages } from "#server/site.ts";
import type { OfflineFiles } from "#widget/offline/offline-shell.ts";
import { chooseBuildFolder } from "../files.ts";
import { bundleEntry, scriptTarget } from "./bundle.ts";

const addresses = [
  ...pages.filter(({ offline }) => offline === "file").map(({ path }) => path),
  "/manifest.webmanifest",
  "/favicon.svg",
  "/assets/icon-192.png",
];

/**
 * Returns the versions and the addresses of the files that the service worker keeps; it imports what earlier steps
 * wrote.
 */
async function makeOfflineFilesWithVersion(device: string): Promise<OfflineFiles> {
  const { assets } = await import("#generated/assets.ts");
  const { dataset } = await import("#core/dataset.ts");
  const { recall } = await import("#data/generated/changes.ts");
  const { release } = await import("#server/pages/html/release.ts");
  const { answerVersion, dataVersion, review } = dataset;
  const content = {
    answerVersion,
    dataVersion,
    dataDate: review.dataDate,
    recalledDataVersions: recall.recalledDataVersions,
    device,
    files: [assets.page, assets.report, assets.widget, assets.patientView].map(({ href }) => href),
    pages: addresses,
  };
  const hash = createHash("sha256").update(release).update(JSON.stringify(content));
  return { version: hash.digest("hex").slice(0, 12), ...content };
}

/** Holds the bundle options of the app for a device. */
const deviceScript = {
  input: "functions/device.ts",
  platform: "browser",
  resolve: { conditionNames: ["worker", "browser"] },
  transform: { target: scriptTarget, define: { "process.env.NODE_ENV": '"production"' } },
  output: { format: "iife", minify: true },
} as const satisfies BuildOptions;

/** Bundles the app for a device and the service worker, and returns the paths of the modules in both bundles. */
export async function bundleDeviceAppAndServiceWorker(): Promise<string[]> {
  const dist = join(chooseBuildFolder(), "dist");
  const device = await bundleEntry({
    ...deviceScript,
    output: { ...deviceScript.output, dir: dist, entryFileNames: "assets/[name]-[hash].js" },
  });
  const worker = await bundleEntry({
    input: "widget/offline/service-worker.ts",
    platform: "browser",
    transform: { target: scriptTarget },
    output: {
      ...deviceScript.output,
      file: join(dist, "sw.js"),
      // A `define` would repeat the list at each place that reads it.
      intro: `const KEPT=${JSON.stringify(await makeOfflineFilesWithVersion(`/${device.fileName}`))};`,
    },
  });
  return [...device.moduleIds, ...worker.moduleIds];
}
