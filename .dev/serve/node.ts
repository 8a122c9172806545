/** `npm run serve`: the build on Node, without wrangler. Settings are environment variables. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../files.ts";

const server = join(root, "dist-node/server.js");
if (existsSync(server)) await import(pathToFileURL(server).href);
else {
  console.error("There is no build yet: run `npm run build` first.");
  process.exitCode = 1;
}
