/**
 * `npm run evidence -- watch --email you@example.org [--since 2026-11-20] [--from folder]`: asks
 * ClinicalTrials.gov and PubMed what is new on the trials, papers and drugs in the data, enters what was met in
 * `data/screening.json` as undecided, and prints it. It writes no figure and decides nothing. If a service does not
 * answer, nothing is written. `--from` takes recorded answers from a folder instead of the network; `--log` names
 * another file to write; `--registry` and `--pubmed` name other servers that answer like the two.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { type Screening, screeningRoutes } from "#data/schema.ts";
import { evidence, refuse, refuseProblems, today } from "./present.ts";
import { type Watched, watch } from "./watch/routes.ts";
import { network, overNetwork, recordedIn, Unanswered } from "./watch/services.ts";
import { writeData } from "./write-data.ts";

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    since: { type: "string" },
    from: { type: "string" },
    email: { type: "string", default: "" },
    log: { type: "string" },
    registry: { type: "string", default: network.addresses["ClinicalTrials.gov"] },
    pubmed: { type: "string", default: network.addresses.PubMed },
  },
});
const { screening, review } = evidence;
const since = values.since ?? screening.runs.at(-1)?.on ?? review.dataDate;

refuseProblems();
if (!v.is(v.pipe(v.string(), v.isoDate()), since) || since > today) {
  refuse(`--since is a day up to today, such as ${review.dataDate}; "${since}" is none.`);
}
if (values.from === undefined && !v.is(v.pipe(v.string(), v.email()), values.email)) {
  refuse("PubMed asks who asks: npm run evidence -- watch --email you@example.org");
}
const ask =
  values.from === undefined
    ? overNetwork({
        ...network,
        addresses: { "ClinicalTrials.gov": values.registry, PubMed: values.pubmed },
        email: values.email,
      })
    : recordedIn(values.from);

const { run, records } = await runWatch();
const log: Screening = {
  runs: [...screening.runs, run],
  records: [...screening.records, ...records],
};
if (values.log === undefined) await writeData("data/screening.json", log);
else writeFileSync(values.log, `${JSON.stringify(log, null, 2)}\n`);

for (const route of screeningRoutes) {
  for (const { id, title, why, cohorts } of records.filter((record) => record.route === route)) {
    const cohortNote = cohorts.length === 0 ? "" : ` (${cohorts.join(", ")})`;
    console.log(`${route}  ${id}  ${title}: ${why}${cohortNote}`);
  }
}
const recordCount = run.queries.reduce((sum, query) => sum + query.metCount, 0);
const undecidedCount = log.records.filter(({ decision }) => decision === "undecided").length;
console.log(
  `Since ${since}: ${recordCount} met, ${records.length} new, ${undecidedCount} undecided in data/screening.json.`,
);

async function runWatch(): Promise<Watched> {
  try {
    return await watch(evidence, ask, { since, today });
  } catch (error) {
    if (error instanceof Unanswered) return refuse(`${error.message} Nothing was changed.`);
    throw error;
  }
}
