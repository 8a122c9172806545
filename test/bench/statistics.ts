import { readFileSync } from "node:fs";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { contrastPools } from "#core/statistics/bayes/contrast.ts";
import { poolProportions } from "#core/statistics/bayes/pool.ts";
import { poolGlmm } from "#core/statistics/glmm/pool.ts";
import { poolInverseVariance } from "#core/statistics/inverse-variance/pool.ts";
import type { Study } from "#core/statistics/study.ts";
import { commonFit } from "../oracle/common-fit.ts";

interface Task {
  readonly what: string;
  readonly run: () => unknown;
  /** Holds the budget in milliseconds; `null` without one. */
  readonly budget: number | null;
}

/** Simulated counts: 14 cohorts of one group, then 12 of another. */
const events = [
  ...[64, 62, 64, 50, 61, 60, 75, 64, 63, 18, 19, 53, 27, 20],
  ...[57, 17, 110, 65, 94, 64, 89, 20, 95, 77, 37, 75],
];
const sizes = [
  ...[76, 77, 91, 77, 91, 86, 98, 69, 72, 18, 28, 72, 30, 21],
  ...[128, 25, 161, 111, 121, 76, 156, 62, 140, 132, 47, 113],
];
const firstGroup = 14;

export const studies: readonly Study[] = events.map((count, i) => ({
  events: count,
  n: sizes[i] ?? 0,
}));
export const groups = studies.map((_, i) => (i < firstGroup ? "0" : "1"));
export const first = studies.slice(0, firstGroup);
const second = studies.slice(firstGroup);

export const twoStep = { method: "REML" } as const;

const tasks: readonly Task[] = [
  { what: "GLMM pool, k = 14", run: () => poolGlmm(first), budget: 0.23 },
  {
    what: "GLMM with class as moderator, k = 26",
    run: () => commonFit(studies, groups),
    budget: 0.3,
  },
  {
    what: "REML pool, k = 14",
    run: () => poolInverseVariance(first, { ...twoStep, test: "z" }),
    budget: null,
  },
  {
    what: "Bayesian pools and contrast, 26 cohorts",
    // The ratio is computed when it is read.
    run: () => contrastPools(poolProportions(first), poolProportions(second))?.ratio,
    budget: 0.9,
  },
];

const rounds = 15;
const runs = 100;

/**
 * Returns the milliseconds of the thread for one analysis after warm-up: the lowest mean of several rounds, because
 * other work on the machine only adds to it. Each analysis runs in its own isolate: functions that several analyses
 * share are optimised for the first and slower for the next.
 */
export async function statisticsTimes() {
  const times: { what: string; time: number; budget: number | null }[] = [];
  for (const [index, { what, budget }] of tasks.entries()) {
    times.push({ what, time: await alone(index), budget });
  }
  return times;
}

function alone(index: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: index });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function time({ run }: Task): number {
  for (let i = 0; i < 4 * runs; i += 1) run();
  const means = Array.from({ length: rounds }, () => {
    const start = threadTime();
    for (let i = 0; i < runs; i += 1) run();
    return (threadTime() - start) / runs;
  });
  return Math.min(...means);
}

/** Returns the milliseconds that this thread has run, as Linux counts them; elsewhere those of the clock. */
function threadTime(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

const task = isMainThread ? undefined : tasks[Number(workerData)];
if (task) parentPort?.postMessage(time(task));
