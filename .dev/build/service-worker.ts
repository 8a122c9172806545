/** Bundles the service worker with the list of files that it keeps (a step of the build). */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import type { Asset, Entry } from "#server/pages/html/asset.ts";
import { pages } from "#server/site.ts";
import type { Kept } from "#widget/offline/kept.ts";
import { makingFolder, root } from "../files.ts";

const addresses = [
  ...pages.filter(({ offline }) => offline).map(({ path }) => path),
  "/manifest.webmanifest",
  "/favicon.svg",
  "/assets/icon-192.png",
  // For the sheet about a patient, who is never named to a server.
  "/v1/subgroups",
];

/** Imports what earlier steps wrote. */
async function kept(): Promise<Kept> {
  const { assets } = await import("#generated/assets.ts");
  const { dataset } = await import("#core/dataset.ts");
  const { recall } = await import("#data/generated/changes.ts");
  const { release } = await import("#server/pages/html/release.ts");
  const { productRegions } = await import("#server/pages/products/regions.ts");
  const { answerVersion, dataVersion, review, products } = dataset;
  const filesOf = ({ href, imports, lazy }: Entry) =>
    [{ href }, ...imports, ...lazy].map((file: Pick<Asset, "href">) => file.href);
  const { embed, report, engine } = assets;
  const content = {
    answerVersion,
    dataVersion,
    dataDate: review.dataDate,
    recalledDataVersions: recall.recalledDataVersions,
    files: [...new Set([embed, report, engine].flatMap(filesOf))].sort(),
    pages: [
      ...addresses,
      ...productRegions.map((region) => `/products?region=${region}`),
      ...products.map(({ slug }) => `/products/${slug}`),
    ],
  };
  const hash = createHash("sha256").update(release).update(JSON.stringify(content));
  return { version: hash.digest("hex").slice(0, 12), ...content };
}

/** Returns the paths of the modules it contains. */
export async function bundleServiceWorker(): Promise<string[]> {
  const { metafile } = await esbuild({
    metafile: true,
    absWorkingDir: root,
    entryPoints: ["widget/offline/service-worker.ts"],
    outfile: join(makingFolder(), "dist/sw.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { KEPT: JSON.stringify(await kept()) },
  });
  return Object.keys(metafile.inputs);
}
