/** `npm run export`: a copy of the site as files, which needs no server of ours. */
import { resolve } from "node:path";
import { readArguments, usage } from "./arguments.ts";
import { placeProblem } from "./place.ts";

const { wanted, problem } = readArguments(process.argv.slice(2));
const where = wanted && resolve(process.env.INIT_CWD ?? ".", wanted.target);
const refused = problem ?? (where && placeProblem(where, wanted.isSingle));
if (refused) stop(`${refused}\n\n${usage}`, 2);
else if (wanted && where) {
  // Imported late, because it reads what the build wrote.
  const { writeCopy } = await import("./write-copy.ts");
  const { files, bytes } = await writeCopy(where, wanted);
  const megabytes = (bytes / 1_000_000).toFixed(1);
  console.log(`${where}: ${files === 1 ? "one file" : `${files} files`}, ${megabytes} MB.`);
}

function stop(message: string, code: number): void {
  console.error(message);
  process.exitCode = code;
}
