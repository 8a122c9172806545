/**
 * `npm run evidence -- release "what changed" ["and what else"] [--corrects "what was wrong"]`: enters the
 * present data in `data/changes.json`. With `--corrects` all earlier data are withdrawn: no cache, no open
 * page and no device shows them on.
 */
import { parseArgs } from "node:util";
import { dataVersionOf } from "#data/build/data-version.ts";
import { evidence, problems } from "./present.ts";
import { writeData } from "./write-data.ts";

const { positionals: what, values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { corrects: { type: "string" } },
});
const { corrects } = values;
const version = dataVersionOf(evidence);
const { releases, minimumDataVersion } = evidence.changes;

if (problems.length > 0) {
  refuse(`${problems.length} problems in the data; "npm run evidence -- check" names them.`);
} else if (releases.some((release) => release.version === version)) {
  refuse(`${version} was released already; new data of a released kind need another dataDate.`);
} else if (what.length === 0 || [...what, corrects ?? "-"].some((text) => text.trim() === "")) {
  refuse('Say what changed: npm run evidence -- release "One sentence."');
} else {
  const date = new Date().toISOString().slice(0, 10);
  const entry = { date, version, what, ...(corrects === undefined ? {} : { corrects }) };
  const changes = {
    releases: [entry, ...releases],
    minimumDataVersion: corrects === undefined ? minimumDataVersion : version,
  };
  await writeData("data/changes.json", changes);
  console.log(`${version} is the newest entry of data/changes.json.`);
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
