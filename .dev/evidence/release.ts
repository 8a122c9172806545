/**
 * `npm run evidence -- release "what changed" ["and what else"] [--corrects "what was wrong"]`: enters the present
 * data in `data/changes.json`. With `--corrects` all earlier data are withdrawn: no cache, open page or device shows
 * them any longer.
 */
import { parseArgs } from "node:util";
import { computeDataVersion } from "#data/build/read-files.ts";
import { evidence, refuseCommand, refuseInvalidData, today, writeDataFile } from "./present.ts";

const { positionals: changes, values } = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { corrects: { type: "string" } },
});
const { corrects } = values;
const version = computeDataVersion(evidence);
const { releases, minimumDataVersion } = evidence.changes;

refuseInvalidData();
if (releases.some((release) => release.version === version)) {
  refuseCommand(
    `${version} was released already; new data of a released kind need another dataDate.`,
  );
}
if (changes.length === 0 || [...changes, corrects ?? "-"].some((text) => text.trim() === "")) {
  refuseCommand('Say what changed: npm run evidence -- release "One sentence."');
}
const entry = {
  date: today,
  version,
  what: changes,
  ...(corrects === undefined ? {} : { corrects }),
};
await writeDataFile("data/changes.json", {
  releases: [entry, ...releases],
  minimumDataVersion: corrects === undefined ? minimumDataVersion : version,
});
console.log(`${version} is the newest entry of data/changes.json.`);
