import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type Task, tasks } from "./statistics-tasks.ts";

interface StatisticsTiming extends Omit<Task, "run"> {
  /** Milliseconds: the lowest of the medians of several rounds. */
  readonly median: number;
}

const rounds = 7;
const runs = 200;

/**
 * Times of single analyses after warm-up. Each runs in its own isolate: functions that several
 * analyses share are optimised for the first and slower for the next.
 */
export async function statisticsTimes(): Promise<StatisticsTiming[]> {
  const times: StatisticsTiming[] = [];
  for (const [index, { what, budget }] of tasks.entries()) {
    times.push({ what, median: await alone(index), budget });
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
  for (let i = 0; i < runs; i += 1) run();
  const medians = Array.from({ length: rounds }, () => {
    const times = Array.from({ length: runs }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }).sort((a, b) => a - b);
    return times[runs / 2] ?? Number.NaN;
  });
  return Math.min(...medians);
}

const task = isMainThread ? undefined : tasks[Number(workerData)];
if (task) parentPort?.postMessage(time(task));
