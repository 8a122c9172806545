/**
 * Measures the CPU time of the server thread for the usual questions, for the most expensive kinds, and for random
 * questions that ask for nearly everything.
 */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { dimensionNames } from "#core/question/dimensions.ts";
import { inFormat } from "../support/in-format.ts";
import { type BareWorkerd, startBareWorkerd } from "./bare-workerd.ts";

interface Question {
  readonly what: string;
  readonly budget?: Budget;
  /** A path that was not asked before for every `n`; the answer must be the same work. */
  readonly path: (n: number) => string;
}

/** Milliseconds of a warm isolate, and of a new one. */
interface Budget {
  readonly warm: number;
  readonly fresh?: number;
}

/** Returns a filter above every median age: the answer is the same, but nobody has asked for it in these words. */
const age = (n: number) => `age=-${(10_000 + n) / 100}`;
const all = "outcome=efficacy,toxicity,survival";
const wide =
  "availability=any&target=any&evidence=all&lines=any&prior-bcma=any&definition=broad&regimen=any";

const questionOf = (what: string, path: string, budget?: Budget): Question => ({
  what,
  ...(budget && { budget }),
  path: (n) => `${path}${path.includes("?") ? "&" : "?"}${age(n)}`,
});

const asks: readonly Question[] = [
  { what: "constant, /healthz", path: () => "/healthz" },
  { what: "/v1/comparison", path: () => "/v1/comparison" },
  { what: "/embed", path: () => "/embed", budget: { warm: 2, fresh: 10 } },
  {
    what: "/embed, a filter made at build",
    path: () => "/embed?lines=2",
    budget: { warm: 2, fresh: 5 },
  },
  questionOf("summary with a filter", "/v1/comparison", { warm: 15 }),
  questionOf("summary with two", "/v1/comparison?prior-lines=1-"),
  questionOf("/embed with a filter", "/embed"),
  questionOf("one outcome", "/v1/comparison?outcome=orr"),
  questionOf("report", "/report"),
  questionOf("all outcomes", `/v1/comparison?${all}`),
  questionOf("all, wide", `/v1/comparison?${all}&${wide}`, { warm: 60 }),
  questionOf("all, wide, GLMM", `/v1/comparison?${all}&${wide}&model=glmm`),
  questionOf(
    "efficacy, wide, by product",
    `/v1/comparison?outcome=efficacy&${wide}&compare=product`,
  ),
  questionOf("all, as Vandenboom 2025", `/v1/comparison?set=vandenboom-2025&${all}`),
  questionOf("opened row", inFormat("/v1/screen/orr")),
  questionOf("opened row, wide", inFormat(`/v1/screen/orr?${wide}`)),
  questionOf("opened row, wide, GLMM", inFormat(`/v1/screen/orr?${wide}&model=glmm`)),
];

/** Requests of a warm isolate: before they are measured, and measured. */
const [warmUp, measured] = [20, 12];
const isolates = 3;

/**
 * Milliseconds of the thread that runs the Worker, read from the kernel, so that waiting and other
 * processes do not count: median and most of requests no one has asked before, and the median of the
 * first question of an isolate. Garbage collection on other threads is left out, as it is on the platform.
 */
export async function cpuTimes() {
  const fresh = asks.map((): number[] => []);
  for (let isolate = 0; isolate < isolates; isolate += 1) {
    for (const [index, { path }] of asks.entries()) {
      const workerd = await startBareWorkerd();
      fresh[index]?.push(await cpuOfAnswer(workerd, path(isolate)));
      await workerd.stop();
    }
  }
  const workerd = await startBareWorkerd();
  const times: { what: string; warm: number; most: number; fresh: number; budget?: Budget }[] = [];
  for (const [index, { what, path, budget }] of asks.entries()) {
    const each: number[] = [];
    for (let n = 0; n < warmUp + measured; n += 1) {
      const cpu = await cpuOfAnswer(workerd, path(1000 + n));
      if (n >= warmUp) each.push(cpu);
    }
    const most = Math.max(...each);
    const cpu = { warm: median(each), most, fresh: median(fresh[index] ?? []) };
    times.push({ what, ...cpu, ...(budget && { budget }) });
  }
  await workerd.stop();
  return times;
}

/** Returns what one request costs, in milliseconds of the server thread, and how it was answered. */
async function cpuOf(
  { url, pid }: BareWorkerd,
  path: string,
): Promise<{ status: number; cpu: number }> {
  const before = threadCpu(pid);
  const answer = await fetch(url + path);
  await answer.arrayBuffer();
  return { status: answer.status, cpu: threadCpu(pid) - before };
}

async function cpuOfAnswer(workerd: BareWorkerd, path: string): Promise<number> {
  const { status, cpu } = await cpuOf(workerd, path);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  return cpu;
}

/** Milliseconds the main thread has run. */
function threadCpu(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Sets the number and the seed of the widest questions, which ask for all outcomes of nearly all cohorts, by any rules.
 */
const widestAsked = { numRuns: 2000, seed: 20261121 };
const widest = {
  availability: "any",
  target: "any",
  evidence: "all",
  lines: "any",
  "prior-bcma": "any",
  definition: "broad",
  regimen: "any",
  doses: "any",
};

/** Makes the text, or, for every second question, `undefined`: then it lacks the parameter. */
const sometimes = (text: fc.Arbitrary<string>) => fc.option(text, { freq: 2, nil: undefined });
const maybe = (...texts: string[]) => sometimes(fc.constantFrom(...texts));

const counted = fc.oneof(
  fc.constant({}),
  fc.record({ model: fc.constantFrom("glmm", "reml", "dl") }),
);

const widestPath = fc
  .tuple(
    fc.subarray(Object.entries(widest), { minLength: 6 }),
    fc.record({
      age: sometimes(fc.integer({ min: 80, max: 100 }).map((age) => `-${age}`)),
      compare: maybe(...dimensionNames, "prior-lines:4", "age:62", "high-risk:30"),
      cut: maybe("latest", "primary-only"),
    }),
    counted,
  )
  .map(([wide, rules, model]) => {
    const entries = Object.entries({ ...Object.fromEntries(wide), ...rules, ...model });
    const pairs = entries.filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `/v1/comparison?outcome=efficacy,toxicity,survival&${new URLSearchParams(pairs)}`;
  });

/**
 * Returns how many questions were answered, how many were refused because they cost too much, and the median, 95th
 * percentile and maximum of the milliseconds of the server thread.
 */
export async function widestQuestions() {
  const workerd = await startBareWorkerd();
  const times: { path: string; cpu: number }[] = [];
  let refused = 0;
  for (const [index, path] of fc.sample(widestPath, widestAsked).entries()) {
    const { status, cpu } = await cpuOf(workerd, path);
    if (status === 400) refused += 1;
    else if (status !== 200) throw new Error(`${path} answers ${status}`);
    else if (index >= warmUp) times.push({ path, cpu });
  }
  await workerd.stop();
  times.sort((a, b) => b.cpu - a.cpu);
  const at = (share: number) => times[Math.floor(share * times.length)]?.cpu ?? Number.NaN;
  const dearest = times[0]?.path ?? "";
  return { answered: times.length, refused, median: at(0.5), p95: at(0.05), most: at(0), dearest };
}
