/** Requests per second and latency of every way in which an answer is produced. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { questions } from "#data/generated/precomputed.ts";
import type { BareWorkerd } from "./bare-workerd.ts";

/** Describes one kind of answer, which is a row of the table. */
interface Route {
  name: string;
  /**
   * The address of the n-th request. It is always the same if the answer is to come from memory.
   */
  address: (n: number) => string;
  /** Required throughput as a share of that of the constant route; `null` for no limit. */
  least: number | null;
}

/** The route that every other route is measured against: it returns a small constant. */
export const constant: Route = {
  name: "constant (/healthz)",
  address: () => "/healthz",
  least: null,
};

/**
 * Routes for every way in which an answer is produced. Those that compute use years that
 * exclude no cohort: the answer is that of the default question, but under another key every time,
 * and there are more keys than the memory of the Worker holds.
 */
const routes: readonly Route[] = [
  constant,
  { name: "list without parameters, /v1/outcomes", address: () => "/v1/outcomes", least: null },
  // The text is rendered anew for every request.
  { name: "from memory, /v1/comparison", address: () => "/v1/comparison", least: 0.05 },
  { name: "from memory, one outcome", address: () => "/v1/comparison?outcome=orr", least: null },
  { name: "from memory, /embed", address: () => "/embed", least: null },
  {
    name: "from memory, /report",
    address: (n) => `/report?${questions[n % questions.length]}`,
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
];

/** Returns one of 150,000 different filters, all with a bound above every median age: `age=-100` to `age=-1599.99`. */
function upToAge(n: number): string {
  return `age=-${(10_000 + (n % 150_000)) / 100}`;
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
export async function throughput({ url, pid }: BareWorkerd) {
  const base = new URL(url);
  const measured = routes.map((route) => ({
    route,
    next: counter(route),
    rates: [] as number[],
    times: [] as number[],
    answers: 0,
    cpu: 0 as number | null,
  }));
  for (let round = -1; round < rounds; round += 1) {
    for (const measurement of measured) {
      const before = processorTime(pid);
      const start = performance.now();
      const answers = await askTogether(base, measurement.next);
      const seconds = (performance.now() - start) / 1000;
      const after = processorTime(pid);
      const alone = await askInTurn(base, until(roundMilliseconds / 2, 0, measurement.next));
      // The first round is only for warming up.
      if (round < 0) continue;
      measurement.rates.push(answers / seconds);
      measurement.times.push(...alone);
      measurement.answers += answers;
      measurement.cpu =
        before === null || after === null || measurement.cpu === null
          ? null
          : measurement.cpu + after - before;
    }
  }
  return measured.map(({ route: { name, least }, rates, times, answers, cpu }) => {
    times.sort((a, b) => a - b);
    const quantile = (part: number) => times[Math.floor(part * (times.length - 1))] ?? Number.NaN;
    return {
      name,
      least,
      /** Holds answers per second with several callers, as the median of the rounds. */
      rate: rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? Number.NaN,
      /** Milliseconds per answer with a single caller. */
      p50: quantile(0.5),
      p95: quantile(0.95),
      p99: quantile(0.99),
      /** Milliseconds per answer, all threads together; `null` if the system does not report them. */
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
  let requests = 0;
  return () => {
    if (performance.now() >= end && requests >= least) return null;
    requests += 1;
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

/** The value that browsers and Cloudflare send. */
const acceptEncoding = "gzip, br";

/**
 * Requests one address after another over one connection and returns how long each answer took, in
 * milliseconds. It reads only the status and the length of an answer, to leave the CPU to the
 * server. Ends when `next` returns `null`.
 */
function askInTurn(url: URL, next: () => string | null): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname);
    const times: number[] = [];
    let missing: number | null = null;
    let path: string | null = null;
    let askedAt = 0;
    const ask = () => {
      path = next();
      if (path === null) {
        socket.end(() => resolve(times));
        return;
      }
      missing = null;
      askedAt = performance.now();
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${url.host}\r\nAccept-Encoding: ${acceptEncoding}\r\n\r\n`,
      );
    };
    const fail = (why: string) => {
      socket.destroy();
      reject(new Error(`${path} ${why}`));
    };
    socket.setNoDelay(true);
    socket.on("data", (bytes) => {
      if (missing === null) {
        const length = answerLength(bytes);
        if (typeof length === "string") {
          fail(length);
          return;
        }
        missing = length;
      }
      missing -= bytes.length;
      if (missing > 0) return;
      if (missing < 0) {
        fail("was answered with more than it announced; the count means nothing.");
        return;
      }
      times.push(performance.now() - askedAt);
      ask();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`${path} was not answered to its end.`)));
    socket.on("connect", ask);
  });
}

/**
 * Length of the whole answer in bytes, headers included, computed from its first part; or a text
 * that says what is wrong with the answer.
 */
function answerLength(first: Buffer): number | string {
  const end = first.indexOf("\r\n\r\n");
  const head = first.toString("latin1", 0, end);
  if (end < 0 || !head.startsWith("HTTP/1.1 200 ")) return `was answered "${head.slice(0, 60)}"`;
  const length = /^content-length: (\d+)\r?$/im.exec(head)?.[1];
  return length === undefined ? "was answered without a length" : end + 4 + Number(length);
}
