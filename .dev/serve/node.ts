/** `npm run serve`: the build on Node, without wrangler. Settings are environment variables. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildFacts } from "#server/node/build-facts.ts";
import { sourcesHash } from "../build/sources.ts";
import { root } from "../files.ts";

const built = join(root, "dist-node");
const facts = buildFacts(join(built, "build.json"));
if (facts?.sources === sourcesHash()) await import(pathToFileURL(join(built, "server.js")).href);
else {
  const why = facts ? "The build is of other files than are here now" : "There is no build yet";
  console.error(`${why}: run \`npm run build\` first.`);
  process.exitCode = 1;
}
