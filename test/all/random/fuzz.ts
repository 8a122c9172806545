/** Sends random requests to a server and collects violations of the rules in `invariants.ts`. */
import { createHash } from "node:crypto";
import { Agent } from "node:http";
import fc from "fast-check";
import type { Dataset } from "#core/evidence/dataset.ts";
import { longestAddress } from "#server/http/middleware/refusals.ts";
import { resources } from "../../support/addresses.ts";
import { type Answer, send } from "../../support/send.ts";
import { type AnyRequest, anyRequest } from "./any-request.ts";
import { accidentsOf } from "./invariants.ts";

interface FuzzResult {
  /** For each resource: how often each status was answered. */
  statuses: Map<string, Map<number, number>>;
  /** The first failures, each with the request that reproduces it. */
  failures: string[];
}

interface FuzzOptions {
  url: string;
  dataset: Dataset;
  count: number;
  seed: number;
  /** Selects the requests that are sent; all without it. */
  asks?: (request: AnyRequest) => boolean;
}

const parallel = 8;
const batch = 500;
const failuresKept = 20;
/**
 * Number of canonical addresses that are requested again at the end, when newer answers have
 * evicted theirs from memory.
 */
const askedAgain = 200;

export async function fuzz({
  url,
  dataset,
  count,
  seed,
  asks = () => true,
}: FuzzOptions): Promise<FuzzResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const result: FuzzResult = { statuses: new Map(), failures: [] };
  const run = new Run(url, agent, result);
  try {
    const arbitrary = anyRequest(dataset, resources);
    for (let done = 0; done < count; done += batch) {
      const numRuns = Math.min(batch, count - done);
      await run.all(fc.sample(arbitrary, { numRuns, seed: seed + done }).filter(asks));
    }
    await run.all(run.canonical());
  } finally {
    agent.destroy();
  }
  return result;
}

class Run {
  readonly #url: string;
  readonly #agent: Agent;
  readonly #result: FuzzResult;
  /** Maps each ETag to the hash of the first body that was sent with it. */
  readonly #bytes = new Map<string, string>();
  readonly #addresses = new Map<string, string>();

  constructor(url: string, agent: Agent, result: FuzzResult) {
    this.#url = url;
    this.#agent = agent;
    this.#result = result;
  }

  async all(requests: readonly AnyRequest[]): Promise<void> {
    const waiting = requests.values();
    const worker = async () => {
      for (const request of waiting) await this.#ask(request);
    };
    await Promise.all(Array.from({ length: parallel }, worker));
  }

  /** Requests for the canonical addresses that the ETags of answers contained. */
  canonical(): AnyRequest[] {
    return [...this.#addresses.values()].map((path) => ({
      resource: "asked again as canonical",
      method: "GET",
      path,
      headers: {},
      valid: true,
      ofPatient: false,
    }));
  }

  async #ask(request: AnyRequest): Promise<void> {
    const { resource, method } = request;
    try {
      const answer = await this.#send(request);
      const counts = this.#result.statuses.get(resource) ?? new Map<number, number>();
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
      this.#result.statuses.set(resource, counts);
      const accidents = [...accidentsOf(request, answer), ...this.#sameBytes(answer)];
      if (method === "HEAD") {
        accidents.push(...differences(answer, await this.#send({ ...request, method: "GET" })));
      }
      for (const what of accidents) this.#fail(what, request);
    } catch (error) {
      this.#fail(`no answer: ${String(error)}`, request);
    }
  }

  #send({ method, path, headers }: AnyRequest): Promise<Answer> {
    return send(this.#url, path, { method, headers, agent: this.#agent });
  }

  #fail(what: string, { method, path, headers }: AnyRequest): void {
    if (this.#result.failures.length >= failuresKept) return;
    const sent = Object.keys(headers).length > 0 ? ` ${JSON.stringify(headers)}` : "";
    this.#result.failures.push(`${what}: ${method} ${this.#url}${path}${sent}`);
  }

  /**
   * An ETag identifies one question in one format, so all answers with it must have the same bytes.
   */
  #sameBytes({ status, headers: { etag }, text }: Answer): string[] {
    if (status !== 200 || etag === undefined || text === "") return [];
    const digest = createHash("sha1").update(text).digest("base64");
    const earlierBytes = this.#bytes.get(etag);
    this.#bytes.set(etag, earlierBytes ?? digest);
    const path = canonicalAddress(etag);
    if (path !== null && this.#addresses.size < askedAgain) this.#addresses.set(etag, path);
    return earlierBytes === undefined || earlierBytes === digest ? [] : [`other bytes for ${etag}`];
  }
}

/**
 * The address in an ETag: `W/"version;comparison?outcome=orr;json"` → `/v1/comparison?outcome=orr`.
 * The ETag may also contain a release. `null` for pages.
 */
function canonicalAddress(etag: string): string | null {
  const [, resource, form] = /^W\/"[^;]+;([^;]*)(?:;[^;]*)?;(json|csv)"$/.exec(etag) ?? [];
  if (resource === "recall") return "/recall.json";
  if (resource === undefined || resource.length > longestAddress - 200) return null;
  return `/v1/${form === "csv" ? resource.replace("?", ".csv?") : resource}`;
}

/**
 * Headers that may differ between two equal requests: how the answer is transferred, and which
 * cache it came from.
 */
const ofTheMoment = ["date", "connection", "content-length", "transfer-encoding", "cache-status"];

/** HEAD must have the same status and headers as GET, except for the content length. */
function differences(head: Answer, get: Answer): string[] {
  const names = (headers: object) =>
    Object.keys(headers).filter((name) => !ofTheMoment.includes(name));
  const differing = [...new Set([...names(head.headers), ...names(get.headers)])].filter(
    (name) => head.headers[name] !== get.headers[name],
  );
  const status = head.status === get.status ? [] : [`HEAD ${head.status}, GET ${get.status}`];
  return [...status, ...differing.map((name) => `HEAD and GET differ in ${name}`)];
}
