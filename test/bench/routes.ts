import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedPath } from "#server/answers/precomputed-files.ts";
import type { Route } from "./throughput.ts";

/** The route that every other route is measured against: it returns a small constant. */
export const constant: Route = {
  name: "constant (/healthz)",
  address: () => "/healthz",
  least: null,
};

/** Path of the precomputed answer to the default question. */
const ofDefault = precomputedPath(answerVersion, "");

/** The same bytes as ours, sent by a Worker that does nothing else. */
const floor: readonly Route[] = [
  { name: "constant", address: () => "/" },
  { name: "constant of the size of a comparison", address: () => `/same${ofDefault}` },
  { name: "a file of the build", address: (n: number) => `/file${fileOf(n)}` },
].map((route) => ({ ...route, name: `the least: ${route.name}`, leastWorker: true, least: null }));

function fileOf(n: number): string {
  return precomputedPath(answerVersion, questions[n % questions.length] ?? "");
}

/**
 * Routes for every way in which an answer is produced. Those that compute use years that
 * exclude no cohort: the answer is that of the default question, but under another key every time,
 * and there are more keys than the memory of the Worker holds.
 */
export const routes: readonly Route[] = [
  constant,
  { name: "list without parameters, /v1/outcomes", address: () => "/v1/outcomes", least: null },
  { name: "remembered, /v1/comparison", address: () => "/v1/comparison", least: 0.4 },
  { name: "remembered, one outcome", address: () => "/v1/comparison?outcome=orr", least: null },
  { name: "remembered, /embed", address: () => "/embed", least: null },
  {
    // Under another key every time, but the answers are in memory once their files were read.
    name: "rendered from the files of the build, /report in short",
    address: (n) => `/report?part=short&data=${dayBefore(n)}&${questions[n % questions.length]}`,
    least: null,
  },
  // The pools are in memory, as they are for most questions after a while. The table of single
  // comparisons has the time without them.
  { name: "computed, summary set", address: (n) => `/v1/comparison?${upToAge(n)}`, least: null },
  {
    name: "computed, one outcome",
    address: (n) => `/v1/comparison?outcome=orr&${upToAge(n)}`,
    least: null,
  },
  ...floor,
];

/** Of twenty years before the data. */
function dayBefore(n: number): string {
  const day = new Date(Date.UTC(2000, 0, 1 + (n % 7300)));
  return day.toISOString().slice(0, "2000-01-01".length);
}

/** 150,000 different texts, above every median: `age=-100` to `age=-1599.99`. */
function upToAge(n: number): string {
  return `age=-${(10_000 + (n % 150_000)) / 100}`;
}
