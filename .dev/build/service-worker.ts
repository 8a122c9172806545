/** Bundles the app for a device, and the service worker with what it keeps (a step of the build). */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { type BuildOptions, build as esbuild } from "esbuild";
import { pages } from "#server/site.ts";
import type { Kept } from "#widget/offline/offline-shell.ts";
import { makingFolder, root } from "../files.ts";

const addresses = [
  ...pages.filter(({ offline }) => offline === "file").map(({ path }) => path),
  "/manifest.webmanifest",
  "/favicon.svg",
  "/assets/icon-192.png",
];

/** Imports what earlier steps wrote. */
async function kept(device: string): Promise<Kept> {
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
    files: [assets.page.href, assets.report.href, assets.widget.href],
    pages: addresses,
  };
  const hash = createHash("sha256").update(release).update(JSON.stringify(content));
  return { version: hash.digest("hex").slice(0, 12), ...content };
}

const classic = {
  metafile: true,
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  format: "iife",
  target: "es2022",
} as const;

/** The app for a device, as a copy without a server has it, too. */
export const deviceScript = {
  ...classic,
  entryPoints: ["functions/device.ts"],
  conditions: ["worker", "browser"],
  define: { "process.env.NODE_ENV": '"production"' },
} as const satisfies BuildOptions;

/** Returns the paths of the modules that both contain. */
export async function bundleForDevices(): Promise<string[]> {
  const dist = join(makingFolder(), "dist");
  const { metafile: device } = await esbuild({
    ...deviceScript,
    outdir: dist,
    entryNames: "assets/[name]-[hash]",
  });
  const [file = ""] = Object.keys(device.outputs);
  const { metafile: worker } = await esbuild({
    ...classic,
    entryPoints: ["widget/offline/service-worker.ts"],
    outfile: join(dist, "sw.js"),
    define: { KEPT: JSON.stringify(await kept(`/assets/${basename(file)}`)) },
  });
  return [device, worker].flatMap(({ inputs }) => Object.keys(inputs));
}
