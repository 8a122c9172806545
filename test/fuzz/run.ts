/**
 * `npm run fuzz`: sends random requests, valid and hostile, over HTTP to the built Worker in
 * workerd. `npm run fuzz -- 20000 7` sets their number and the seed. Exits with 1 if an answer
 * violates a rule of `test/support/invariants.ts`; each failure is printed with the address that
 * reproduces it.
 */
import { table } from "../../.dev/evidence/table.ts";
import { startBareWorkerd } from "../bench/bare-workerd.ts";
import { build } from "../support/build.ts";
import { wholeNumbers } from "../support/whole-numbers.ts";

const [count, seed] = wholeNumbers(process.argv.slice(2), [100_000, 20_261_120]);

build();
// Imported here, because the build above generates modules that these need.
const { dataset } = await import("#core/dataset.ts");
const { fuzz } = await import("../support/fuzz.ts");
const workerd = await startBareWorkerd();
const { statuses, sent, failures, failed, seconds } = await fuzz({
  url: workerd.url,
  dataset,
  count,
  seed,
}).finally(() => workerd.stop());

const columns = [...new Set([...statuses.values()].flatMap((one) => [...one.keys()]))].sort();
const rows = [...statuses].map(([resource, counts]) => [
  resource,
  ...columns.map((status) => String(counts.get(status) ?? "")),
]);
console.log(table([["resource", ...columns.map(String)], ...rows.sort()]));
const rate = (sent / seconds).toFixed(0);
console.log(`\n${sent} requests, seed ${seed}, ${seconds.toFixed(0)} s, ${rate} requests/s`);
for (const failure of failures) console.error(`✗ ${failure}`);
console.log(`${failed} failures.`);
process.exitCode = failed > 0 ? 1 : 0;
