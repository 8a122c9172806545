import { readFileSync } from "node:fs";
import { type BareWorkerd, startBareWorkerd } from "./bare-workerd.ts";

/** Requests of a warm isolate: before they are measured, and measured. */
const [warmUp, measured] = [20, 12];
const isolates = 3;

export interface CpuQuestion {
  readonly what: string;
  /** A path that was not asked before for every `n`; the answer must be the same work. */
  readonly path: (n: number) => string;
}

export interface CpuTime {
  readonly what: string;
  /** Milliseconds of the server thread: median and most of requests no one has asked before. */
  readonly warm: number;
  readonly most: number;
  /** Median of the first question of an isolate. */
  readonly fresh: number;
}

/**
 * CPU time of the thread that runs the Worker, read from the kernel, so that waiting and other
 * processes do not count. Garbage collection on other threads is left out, as it is on the platform.
 */
export async function cpuTimes(questions: readonly CpuQuestion[]): Promise<CpuTime[]> {
  const fresh = questions.map((): number[] => []);
  for (let isolate = 0; isolate < isolates; isolate += 1) {
    for (const [index, { path }] of questions.entries()) {
      const workerd = await startBareWorkerd();
      fresh[index]?.push(await cpuOfAnswer(workerd, path(isolate)));
      await workerd.stop();
    }
  }
  const workerd = await startBareWorkerd();
  const times: CpuTime[] = [];
  for (const [index, { what, path }] of questions.entries()) {
    const each: number[] = [];
    for (let n = 0; n < warmUp + measured; n += 1) {
      const cpu = await cpuOfAnswer(workerd, path(1000 + n));
      if (n >= warmUp) each.push(cpu);
    }
    times.push({
      what,
      warm: median(each),
      most: Math.max(...each),
      fresh: median(fresh[index] ?? []),
    });
  }
  await workerd.stop();
  return times;
}

/** What one request costs, in milliseconds of the server thread, and how it was answered. */
export async function cpuOf(
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
