/**
 * `npm run evidence -- release "what changed" ["and what else"] [--corrects "what was wrong"]`: enters
 * the present data in `data/changes.json`, with the numbers of the ready-made questions before and after. "Before" is
 * what the newest entry showed, so neither git nor an older version of the code is needed. If only
 * the code changed the numbers, what is shown is brought up to date without an entry. With
 * `--corrects` all earlier data are withdrawn: no cache, no open page and no device shows them on.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { dataVersionOf } from "#data/build/data-version.ts";
import type { Changes } from "#data/schema.ts";
import { root } from "../files.ts";
import { runNode } from "../run.ts";
import { effectLines } from "./effect-lines.ts";
import { evidence, problems } from "./present.ts";
import { effectOf, shownBy } from "./shown.ts";

const file = "data/changes.json";

const {
  positionals: what,
  values: { corrects },
} = parseArgs({
  args: process.argv.slice(3),
  allowPositionals: true,
  options: { corrects: { type: "string" } },
});
const version = dataVersionOf(evidence);
const { releases, shown: before, minimumDataVersion } = evidence.changes;
const isReleased = releases[0]?.version === version;
const isEarlier = !isReleased && releases.some((release) => release.version === version);

if (problems.length > 0) {
  refuse(`${problems.length} problems in the data; "npm run evidence -- check" names them.`);
} else if (isEarlier) {
  refuse(`These are the data of ${version} again; give them a new dataDate in data/review.json.`);
} else if (!isReleased && (what.length === 0 || what.some((sentence) => sentence.trim() === ""))) {
  refuse('Say what changed: npm run evidence -- release "One sentence."');
} else if (corrects !== undefined && (isReleased || corrects.trim() === "")) {
  refuse("Only new data correct earlier ones, and say in a sentence what was wrong.");
} else {
  const shown = shownBy(evidence);
  const effect = releases.length === 0 ? [] : effectOf(before, shown);
  const date = new Date().toISOString().slice(0, 10);
  const entry = { date, version, what, ...(corrects === undefined ? {} : { corrects }), effect };
  await write({
    releases: isReleased ? releases : [entry, ...releases],
    minimumDataVersion:
      corrects === undefined && releases.length > 0 ? minimumDataVersion : version,
    shown,
  });
  for (const line of effectLines(effect)) console.log(line);
  console.log(
    isReleased
      ? `${version} was released already; ${effect.length} shown rows are brought up to date in ${file}.`
      : `${version} is the newest entry of ${file}: ${effect.length} rows changed.`,
  );
}

function refuse(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function write(changes: Changes): Promise<void> {
  writeFileSync(join(root, file), `${JSON.stringify(changes)}\n`);
  const { code, output } = await runNode([
    "node_modules/@biomejs/biome/bin/biome",
    ...["format", "--write", file],
  ]);
  if (code !== 0) throw new Error(output);
}
