/** Asks one runtime again and again, disturbs it, kills it, and compares all that it answers. */
import { createHash } from "node:crypto";
import { Agent } from "node:http";
import type { AnyRequest } from "../support/any-request.ts";
import { accidentsOf } from "../support/invariants.ts";
import { type Got, gone, half, type Sent, whole } from "./callers.ts";
import type { Expecting } from "./expected.ts";
import type { Heap } from "./heap.ts";
import { type Injected, type Runtime, type Start, site } from "./runtimes.ts";

export interface Soaked {
  requests: number;
  /** Answers of which every byte was compared. */
  compared: number;
  statuses: Map<number, number>;
  /** What callers did, what was broken, and how often. */
  faults: Map<string, number>;
  /** Answers of 500 and more, and connections that broke, while files and cache failed. */
  failedByFault: number;
  brokenByFault: number;
  /** 200 with another body or another number than expected. */
  wrong: string[];
  /** 5xx without a fault. */
  own5xx: string[];
  /** Anything else that breaks a rule. */
  broken: string[];
  /** In the last life of the server, after so many requests in all. */
  heaps: { requests: number; heap: Heap }[];
  seconds: number;
}

export interface SoakOptions {
  start: Start;
  expecting: Expecting;
  /** Asked several times each. */
  asked: readonly AnyRequest[];
  count: number;
  seed: number;
  /** How often it is killed in the midst of requests and started again. */
  kills: number;
  /** Told now and then how far it is. */
  progress?: ((sentence: string) => void) | undefined;
}

const parallel = 24;
/** Asked while files and cache work, then while they fail, in turn. */
const mostAtOnce = 1000;
/** Asked while the server is killed. */
const lost = 60;

type State = "calm" | "disturbed" | "killed";

export async function soak(options: SoakOptions): Promise<Soaked> {
  const run = new Run(options);
  try {
    return await run.all();
  } finally {
    await run.end();
  }
}

class Run {
  readonly #options: SoakOptions;
  readonly #random: () => number;
  readonly #result: Soaked;
  /** Validators that this runtime sent. */
  readonly #etags = new Map<string, string>();
  readonly #checked = new Set<AnyRequest>();
  readonly #batch: number;
  #runtime: Runtime | null = null;
  #agent = new Agent({ keepAlive: true, maxSockets: parallel });
  #injected: Injected = {};

  constructor(options: SoakOptions) {
    this.#options = options;
    this.#random = randomFrom(options.seed);
    this.#batch = Math.min(mostAtOnce, Math.ceil(options.count / 8));
    this.#result = {
      ...{ requests: 0, compared: 0, failedByFault: 0, brokenByFault: 0, seconds: 0 },
      ...{ statuses: new Map(), faults: new Map(), wrong: [], own5xx: [], broken: [], heaps: [] },
    };
  }

  async all(): Promise<Soaked> {
    const began = performance.now();
    const { count, kills } = this.#options;
    // The last life is the longest, to see whether memory grows.
    for (let life = 0; life <= kills; life += 1) {
      const until = life < kills ? ((life + 1) * count) / (4 * kills) : count;
      await this.#live(until);
      if (life < kills) await this.#kill();
    }
    this.#result.seconds = (performance.now() - began) / 1000;
    return this.#result;
  }

  async end(): Promise<void> {
    await this.#runtime?.kill();
    this.#agent.destroy();
  }

  /** Serves until so many requests were sent in all. */
  async #live(until: number): Promise<void> {
    this.#runtime = await this.#options.start();
    this.#result.heaps = [];
    const first = this.#result.requests;
    let next = first;
    for (let disturbed = false; this.#result.requests < until; disturbed = !disturbed) {
      if (this.#result.requests >= next) {
        await this.#weigh();
        next += Math.max(this.#batch, (until - first) / 6);
      }
      await this.#disturb(disturbed);
      const left = Math.ceil(until - this.#result.requests);
      await this.#several(Math.min(this.#batch, left), disturbed ? "disturbed" : "calm");
    }
    await this.#disturb(false);
    await this.#weigh();
    for (const [kind, times] of Object.entries(this.#injected)) this.#fault(kind, times);
  }

  async #disturb(fails: boolean): Promise<void> {
    this.#injected = (await this.#runtime?.disturb(fails)) ?? {};
  }

  async #weigh(): Promise<void> {
    const heap = await this.#runtime?.heap();
    const { requests, heaps, wrong, own5xx, broken } = this.#result;
    if (heap) heaps.push({ requests, heap });
    this.#options.progress?.(
      `${requests} requests, ${wrong.length + own5xx.length + broken.length} failures`,
    );
  }

  async #kill(): Promise<void> {
    const asking = this.#several(lost, "killed");
    await new Promise((resolve) => setTimeout(resolve, 40));
    await this.#runtime?.kill();
    this.#runtime = null;
    await asking;
    this.#fault("server killed", 1);
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true, maxSockets: parallel });
  }

  async #several(count: number, state: State): Promise<void> {
    let left = count;
    const url = this.#runtime?.url ?? "";
    const worker = async () => {
      while (left > 0) {
        left -= 1;
        await this.#one(url, state);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  }

  async #one(url: string, state: State): Promise<void> {
    const { asked } = this.#options;
    const one = asked[Math.floor(this.#random() * asked.length)];
    if (!one) return;
    const [dice, gzips] = [this.#random(), this.#random() < 0.5];
    const headers = { host: site, ...(gzips && { "accept-encoding": "gzip" }), ...one.headers };
    const sent: Sent = { method: one.method, path: one.path, headers };
    this.#result.requests += 1;
    if (dice < 0.03) {
      this.#fault("caller gone", 1);
      return gone(url, sent, this.#random() * 30);
    }
    if (dice < 0.04) {
      this.#fault("half a request", 1);
      return half(url, sent, this.#random() * 300);
    }
    const isPlain = one.method === "GET" && Object.keys(one.headers).length === 0;
    if (isPlain && dice < 0.09) return this.#derived(url, one, { ...sent, method: "HEAD" }, state);
    const etag = this.#etags.get(one.path);
    if (isPlain && dice < 0.17 && etag !== undefined) {
      const again = { ...sent, headers: { ...headers, "if-none-match": etag } };
      return this.#derived(url, one, again, state);
    }
    const isSlow = dice > 0.98;
    if (isSlow) this.#fault("slow reader", 1);
    const got = await this.#answer(url, sent, state, isSlow ? 3 : 0);
    if (!got || !(await this.#compare(one, sent, got, state))) return;
    if (isPlain && got.status === 200 && got.headers.etag) {
      this.#etags.set(one.path, got.headers.etag);
    }
    if (this.#checked.has(one)) return;
    this.#checked.add(one);
    const answer = { ...got, text: got.bytes.toString() };
    for (const accident of accidentsOf(one, answer)) this.#say("broken", accident, sent);
  }

  /** HEAD, and asked with the validator: the same status or 304, and no body. */
  async #derived(url: string, one: AnyRequest, sent: Sent, state: State): Promise<void> {
    const got = await this.#answer(url, sent, state, 0);
    if (!got || this.#isFailure(sent, got, state)) return;
    const { status } = await this.#options.expecting.of(one);
    const expected = sent.method === "HEAD" ? status : 304;
    if (got.status !== expected) this.#say("broken", `${got.status}, not ${expected}`, sent);
    if (got.bytes.length > 0) this.#say("broken", "a body", sent);
  }

  async #answer(url: string, sent: Sent, state: State, pause: number): Promise<Got | null> {
    try {
      const got = await whole(url, sent, { agent: this.#agent, pause });
      const { statuses } = this.#result;
      statuses.set(got.status, (statuses.get(got.status) ?? 0) + 1);
      return got;
    } catch (error) {
      if (state === "killed") this.#fault("lost when the server was killed", 1);
      else if (state === "disturbed") this.#result.brokenByFault += 1;
      else this.#say("broken", `no whole answer: ${String(error)}`, sent);
      return null;
    }
  }

  async #compare(one: AnyRequest, sent: Sent, got: Got, state: State): Promise<boolean> {
    if (this.#isFailure(sent, got, state)) return false;
    const { status, digest, otherwise } = await this.#options.expecting.of(one);
    // Who says `*` has any answer with a validator, and files have one on some platforms only.
    const hasAny = one.headers["if-none-match"] === "*" && status === 200;
    if (hasAny && got.status === 304 && got.headers.etag) return true;
    this.#result.compared += 1;
    const own = createHash("sha1").update(got.bytes).digest("base64");
    if (got.status !== status) this.#say("broken", `${got.status}, not ${status}`, sent);
    else if (one.method !== "HEAD" && own !== digest) {
      this.#say(status === 200 ? "wrong" : "broken", "another body", sent);
    } else if (otherwise.length > 0) this.#say("wrong", otherwise.join("; "), sent);
    else return true;
    return false;
  }

  /** Of the service itself. While files and cache fail, it may fail if it says so. */
  #isFailure(sent: Sent, { status, headers, bytes }: Got, state: State): boolean {
    if (status < 500 || status === 501) return false;
    if (state !== "disturbed") {
      this.#say("own5xx", `${status} without a fault`, sent);
      return true;
    }
    this.#result.failedByFault += 1;
    const type = String(headers["content-type"]);
    const isSaid =
      sent.method === "HEAD" ||
      (type.startsWith("application/problem+json") && bytes.toString().includes('"detail":"')) ||
      (type.startsWith("text/html") && isRead(sent));
    if (!isSaid) this.#say("broken", `${status} of ${type}`, sent);
    if (headers["retry-after"] === undefined) this.#say("broken", `${status} without when`, sent);
    if (headers["cache-control"] !== "no-store") this.#say("broken", "a failure is kept", sent);
    return true;
  }

  #fault(kind: string, times: number): void {
    this.#result.faults.set(kind, (this.#result.faults.get(kind) ?? 0) + times);
  }

  #say(where: "wrong" | "own5xx" | "broken", what: string, { method, path, headers }: Sent): void {
    const said = `${what}: ${method} ${path} ${JSON.stringify(headers)}`;
    this.#result[where].push(said);
    this.#options.progress?.(`✗ ${said.slice(0, 600)}`);
  }
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Whether an error is shown as a page: to callers that name one first, and where a frame may be. */
function isRead({ path, headers }: Sent): boolean {
  return /^\/(embed|report|launch)/.test(path) || Boolean(headers.accept?.startsWith("text/html"));
}
