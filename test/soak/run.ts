/**
 * `npm run soak`: mixed requests to the build in workerd and on Node, with callers that misbehave,
 * files and caches that fail, and servers that are killed. Every 200 is compared with an answer that
 * is computed here. `npm run soak -- 2000 7` sets the number for each runtime and the seed; a third
 * number how often it is killed. Exits with 1 if anything is wrong.
 */
import { build } from "../support/build.ts";
import { wholeNumbers } from "../support/whole-numbers.ts";

const [count, seed, kills] = wholeNumbers(process.argv.slice(2), [100_000, 20_261_125, 3]);

build();
// Imported here, because the build above generates modules that these need.
const { soakBoth } = await import("./both.ts");
const { report, isGood } = await soakBoth({ count, seed, kills, progress: console.error });
console.log(report);
process.exitCode = isGood ? 0 : 1;
