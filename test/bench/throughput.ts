import { readFileSync } from "node:fs";
import { askInTurn } from "./caller.ts";

/** One kind of answer: a row of the table. */
export interface Route {
  name: string;
  /**
   * The address of the n-th request. It is always the same if the answer is to come from memory.
   */
  address: (n: number) => string;
  /** Whether to ask the minimal Worker, to see the cost of the platform. */
  leastWorker?: boolean;
  /** Required throughput as a share of that of the constant route; `null` for no limit. */
  least: number | null;
}

export interface Measured {
  name: string;
  least: number | null;
  /** Requests per second with several callers: the median of the rounds. */
  rate: number;
  /** Milliseconds per answer with a single caller. */
  p50: number;
  p95: number;
  p99: number;
  /**
   * CPU milliseconds per answer, all threads of the server together; `null` if the system does not
   * report them.
   */
  cpu: number | null;
}

export interface Served {
  url: string;
  /** URL of the minimal Worker. */
  least: string;
  /** Process id of the server. */
  pid: number;
}

const callers = 8;
const rounds = 5;
const roundMilliseconds = 1000;
/** Minimum number of answers over which CPU time is averaged. */
const leastCounted = 1000;

/**
 * Measures all routes in turn, for several rounds, so that a machine that gets slower affects all
 * of them alike. Each route is measured first with several callers, for the rate, then with a
 * single one, for the latency.
 */
export async function throughput(
  { url, least, pid }: Served,
  routes: readonly Route[],
): Promise<Measured[]> {
  const measured = routes.map((route) => ({
    route,
    next: counter(route),
    base: new URL(route.leastWorker ? least : url),
    rates: [] as number[],
    times: [] as number[],
    answers: 0,
    cpu: 0 as number | null,
  }));
  for (let round = -1; round < rounds; round += 1) {
    for (const one of measured) {
      const before = processorTime(pid);
      const start = performance.now();
      const answers = await askTogether(one.base, one.next);
      const seconds = (performance.now() - start) / 1000;
      const after = processorTime(pid);
      const alone = await askInTurn(one.base, until(roundMilliseconds / 2, 0, one.next));
      // The first round is only for warming up.
      if (round < 0) continue;
      one.rates.push(answers / seconds);
      one.times.push(...alone);
      one.answers += answers;
      one.cpu =
        before === null || after === null || one.cpu === null ? null : one.cpu + after - before;
    }
  }
  return measured.map(({ route: { name, least }, rates, times, answers, cpu }) => {
    times.sort((a, b) => a - b);
    const quantile = (part: number) => times[Math.floor(part * (times.length - 1))] ?? Number.NaN;
    return {
      name,
      least,
      rate: rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? Number.NaN,
      p50: quantile(0.5),
      p95: quantile(0.95),
      p99: quantile(0.99),
      cpu: cpu === null ? null : cpu / answers,
    };
  });
}

function counter({ address }: Route): () => string {
  let n = 0;
  return () => address(n++);
}

/** Number of answers that all callers together receive in one round. */
async function askTogether(url: URL, next: () => string): Promise<number> {
  const share = Math.ceil(leastCounted / rounds / callers);
  const times = await Promise.all(
    Array.from({ length: callers }, () => askInTurn(url, until(roundMilliseconds, share, next))),
  );
  return times.reduce((sum, { length }) => sum + length, 0);
}

/** Returns addresses for this long, and at least this many. */
function until(milliseconds: number, least: number, next: () => string): () => string | null {
  const end = performance.now() + milliseconds;
  let asked = 0;
  return () => {
    if (performance.now() >= end && asked >= least) return null;
    asked += 1;
    return next();
  };
}

/**
 * CPU milliseconds that the process has used, user and system time. Linux reports them in units of
 * 10 ms.
 */
function processorTime(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return null;
  }
}
