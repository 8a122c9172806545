import { questions } from "#data/generated/precomputed.ts";
import { answerVersion } from "#data/generated/version.ts";
import { precomputedPath } from "#server/answers/precomputed-path.ts";
import type { Route } from "./throughput.ts";

/** What every other route is measured against: nothing but a small constant. */
export const constant: Route = {
  name: "constant (/healthz)",
  address: () => "/healthz",
  least: null,
};

/** More than are noticed when they are asked again, as with the files of the build. */
const keptAtEdge = 100;

/**
 * The kinds of answers the API gives. A question that nobody asked lately comes from a first year
 * that leaves no cohort out: the answer is that of the default question, under another name each
 * time, and more names than are remembered.
 */
/** The answer to the default question, as the build left it. */
const ofDefault = precomputedPath(answerVersion, "");

/** The same bytes as ours, by a Worker that does nothing else. */
const floor: readonly Route[] = [
  { name: "constant", address: () => "/" },
  { name: "constant of the size of a comparison", address: () => `/same${ofDefault}` },
  { name: "a file of the build", address: (n: number) => `/file${fileOf(n)}` },
  {
    name: "an answer of the edge cache",
    address: (n: number) => `/cached${fileOf(n % keptAtEdge)}`,
  },
].map((route) => ({ ...route, name: `the least: ${route.name}`, leastWorker: true, least: null }));

function fileOf(n: number): string {
  return precomputedPath(answerVersion, questions[n % questions.length] ?? "");
}

export const routes: readonly Route[] = [
  constant,
  { name: "list without parameters, /v1/outcomes", address: () => "/v1/outcomes", least: null },
  { name: "remembered, /v1/comparison", address: () => "/v1/comparison", least: 0.4 },
  { name: "remembered, one outcome", address: () => "/v1/comparison?outcome=orr", least: null },
  { name: "remembered, /embed", address: () => "/embed", least: null },
  {
    // More of them in turn than are noticed when they are asked again, so none is read into memory.
    name: "from the files of the build",
    address: (n) => `/v1/comparison?${questions[n % questions.length]}`,
    least: 0.4,
  },
  {
    // With the work of the cache itself, which at the edge is done elsewhere.
    name: "from the edge cache",
    address: (n) => `/v1/comparison?year=-${3000 + (n % keptAtEdge)}`,
    least: 0.4,
    keptAtEdge,
  },
  // Its pools are remembered, as they are for most questions once others were asked: see the table of
  // single comparisons for what the first one costs.
  { name: "computed, summary set", address: (n) => `/v1/comparison?${fromYear(n)}`, least: null },
  {
    name: "computed, one outcome",
    address: (n) => `/v1/comparison?outcome=orr&${fromYear(n)}`,
    least: null,
  },
  ...floor,
];

/** 150,000 different texts: `year=0.01-` to `year=1500-`. */
function fromYear(n: number): string {
  return `year=${((n % 150_000) + 1) / 100}-`;
}
