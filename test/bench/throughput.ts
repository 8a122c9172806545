import { readFileSync } from "node:fs";
import { askInTurn } from "./caller.ts";

/** One kind of answer: a row of the table. */
export interface Route {
  name: string;
  /** The address of the n-th request; the same every time where an answer is to be remembered. */
  address: (n: number) => string;
  /** Asked of a Worker that does the least, as what the platform itself takes. */
  leastWorker?: boolean;
  /** Requests per second of the constant route, as a part, that it must reach; `null` where there is no limit. */
  least: number | null;
  /** So many of its addresses, the first, are in the edge cache before anything is measured. */
  keptAtEdge?: number;
}

export interface Measured {
  name: string;
  least: number | null;
  /** Requests per second with many callers: the median of the rounds. */
  rate: number;
  /** Milliseconds of one answer, asked by one caller alone. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of processor per answer, all threads of the server together; `null` where the system does not say. */
  cpu: number | null;
}

export interface Served {
  url: string;
  /** Of the Worker that does the least. */
  least: string;
  /** Process of the server. */
  pid: number;
}

const callers = 8;
const rounds = 5;
const roundMilliseconds = 1000;
/** Answers whose processor time is counted, at least. */
const leastCounted = 1000;

/**
 * Every route in turn, several rounds of it, so that a machine that slows down slows all of them:
 * first with many callers, for the rate, then with one alone, for how long it waits.
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
      // The first round only warms up.
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

/** How many answers many callers get in one round. */
async function askTogether(url: URL, next: () => string): Promise<number> {
  const share = Math.ceil(leastCounted / rounds / callers);
  const times = await Promise.all(
    Array.from({ length: callers }, () => askInTurn(url, until(roundMilliseconds, share, next))),
  );
  return times.reduce((sum, { length }) => sum + length, 0);
}

/** Addresses for this long, and for at least so many requests. */
function until(milliseconds: number, least: number, next: () => string): () => string | null {
  const end = performance.now() + milliseconds;
  let asked = 0;
  return () => {
    if (performance.now() >= end && asked >= least) return null;
    asked += 1;
    return next();
  };
}

/** Milliseconds of processor the process has used, by itself and in the system; Linux counts them in hundredths of a second. */
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
