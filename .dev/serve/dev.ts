/**
 * `npm run dev`: rebuilds when a file in data/, functions/ or widget/ changes. The Worker runs in workerd
 * as in production, and a page shows the change when it is reloaded. If a build fails, the terminal says why
 * and the last good version keeps running.
 */
import { watch } from "node:fs";
import { join } from "node:path";
import { root } from "../files.ts";
import { runNode } from "../run.ts";
import { folderOfThisProcess } from "./local-build.ts";
import { checkedPort } from "./port.ts";
import { type Server, startServer } from "./serve.ts";
import { onStop } from "./stop.ts";

const host = process.env.HOST || "127.0.0.1";
const port = await checkedPort("dev", host);

const buildFolder = folderOfThisProcess();
let server: Server | undefined;

/** States whether a file has changed since the last build began. It is true at first, so that it builds once. */
let hasChanged = true;
let building = false;

async function buildIfChanged(): Promise<void> {
  if (building || !hasChanged) return;
  building = true;
  hasChanged = false;
  try {
    const { code, output } = await runNode([
      ".dev/build/build.ts",
      // The versions are computed again, so that no cache returns an answer of earlier code.
      // Without precomputed answers the Worker computes the same bytes.
      "--skip=answers",
      "--keep-old-assets",
      `--into=${buildFolder}`,
    ]);
    if (code !== 0) throw new Error(output);
    console.log(output);
    if (server) await server.reload();
    else server = await startServer({ buildFolder, host, port });
    console.log(`${server.url}/ has every change once it is reloaded. Ctrl+C stops it.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  building = false;
  await buildIfChanged();
}

let timer: NodeJS.Timeout | undefined;
for (const folder of ["data", "functions", "widget"]) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!file || /(^|[\\/])(generated|\.)/.test(file)) return;
    hasChanged = true;
    clearTimeout(timer);
    timer = setTimeout(buildIfChanged, 100);
  });
}

onStop(async () => {
  await server?.dispose();
});

await buildIfChanged();
