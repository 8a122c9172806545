/** Requests of the element to its installation: how and how often it asks, and why there is no answer. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeSentView, viewFormat } from "#presentation/views/format.ts";
import { longestAddress } from "#server/http/middleware/refusals.ts";
import {
  type Failure,
  makeCachedRequests,
  type RequestOptions,
  readErrorFailure,
} from "#widget/ask.ts";
import { inFormat } from "../../support/in-format.ts";
import { answerOf } from "../../support/in-process.ts";

const site = "https://here.example";
const fetched = vi.fn<(address: string, how: RequestInit) => Promise<Response>>();

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
  vi.stubGlobal("navigator", { onLine: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const body = makeSentView({ answerVersion: "made-up-0" });

const json = (of: unknown = body, init: ResponseInit = {}) =>
  new Response(JSON.stringify(of), {
    ...init,
    headers: { "content-type": "application/json; charset=utf-8", ...init.headers },
  });

/** The refusal of one parameter. */
const refusal = (error: object) => json({ errors: [{ message: "no", ...error }] }, { status: 400 });

const options = (over: Partial<RequestOptions> = {}): RequestOptions => ({
  signal: new AbortController().signal,
  ...over,
});

const addresses = () => fetched.mock.calls.map(([address]) => address.slice(site.length));
const howAsked = () => fetched.mock.calls.map(([, how]) => how);

/** Returns the failure of a question. */
async function failureTo(question = "", how = options()): Promise<Failure> {
  return makeCachedRequests(site)
    .screen(question, how)
    .then(
      () => Promise.reject(new Error("there was an answer")),
      (error: unknown) => readErrorFailure(error),
    );
}

describe("each thing that is asked", () => {
  it("is one request to an address of its own, which says nothing of who asks or from where", async () => {
    fetched.mockImplementation(async () => json());
    const ask = makeCachedRequests(site);
    await ask.screen("", options());
    await ask.screen("age=60-65", options());
    await ask.row("crs-3", "age=60-65", options());
    await ask.choices("age=60-65", options());
    await ask.patients("", options());
    await ask.copy("", options());
    expect(addresses()).toEqual([
      ...["/v1/screen", "/v1/screen?age=60-65", "/v1/screen/crs-3?age=60-65"].map(inFormat),
      ...["/v1/choices?age=60-65", "/v1/screen/patients", "/v1/screen/copy"].map(inFormat),
    ]);
    for (const how of howAsked()) {
      expect(how).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
      expect(how).toMatchObject({ headers: { accept: "application/json" }, cache: "default" });
      expect(how.method ?? "GET").toBe("GET");
    }
  });

  it("is answered by the app itself", async () => {
    fetched.mockImplementation(answerOf);
    const ask = makeCachedRequests(site);
    const { body: screen } = await ask.screen("lines=2", options());
    expect([screen.kind, screen.canonical]).toEqual(["classes", "lines=2"]);
    expect((await ask.row("orr", "", options())).body.outcome).toBe("orr");
    expect((await ask.choices("", options())).body.sections.length).toBeGreaterThan(2);
    expect((await ask.patients("", options())).body.trials.length).toBeGreaterThan(2);
    expect((await ask.copy("", options())).body.summary.text).toContain("{link}");
  });
});

describe("the memory of the last answers", () => {
  beforeEach(() => {
    fetched.mockImplementation(async () => json());
  });

  it("holds what was asked already, of one installation", async () => {
    const ask = makeCachedRequests(site);
    const { body: first } = await ask.screen("", options());
    expect((await ask.screen("", options())).body).toBe(first);
    await ask.row("orr", "", options());
    await ask.row("orr", "", options());
    expect(addresses()).toEqual(["/v1/screen", "/v1/screen/orr"].map(inFormat));
    await makeCachedRequests(site).screen("", options());
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it("holds forty, and lets the oldest go", async () => {
    const ask = makeCachedRequests(site);
    const questions = Array.from({ length: 40 }, (_, index) => `age=${30 + index}-`);
    for (const question of questions) await ask.screen(question, options());
    for (const question of questions) await ask.screen(question, options());
    expect(fetched).toHaveBeenCalledTimes(40);
    await ask.screen("", options());
    await ask.screen(questions[1] ?? "", options());
    expect(fetched).toHaveBeenCalledTimes(41);
    await ask.screen(questions[0] ?? "", options());
    expect(fetched).toHaveBeenCalledTimes(42);
  });

  it("holds nothing that a patient led to, nor does the browser", async () => {
    const ask = makeCachedRequests(site);
    await ask.screen("", options({ isPrivate: true }));
    await ask.screen("", options({ isPrivate: true }));
    await ask.screen("", options());
    expect(howAsked().map(({ cache }) => cache)).toEqual(["no-store", "no-store", "default"]);
    // An answer about all patients that is remembered would show by a request that is missing.
    await ask.screen("", options({ isPrivate: true }));
    expect(fetched).toHaveBeenCalledTimes(4);
  });

  it("is passed by where a later release may answer, and then holds that answer", async () => {
    const ask = makeCachedRequests(site);
    await ask.screen("", options());
    fetched.mockImplementation(async () => json(makeSentView({ answerVersion: "made-up-1" })));
    await ask.screen("", options({ isRenewed: true }));
    expect(howAsked().at(-1)?.cache).toBe("no-cache");
    expect((await ask.screen("", options())).body.answerVersion).toBe("made-up-1");
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("holds no failure", async () => {
    const ask = makeCachedRequests(site);
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await expect(ask.screen("", options())).rejects.toThrow("failed");
    expect((await ask.screen("", options())).body.answerVersion).toBe("made-up-0");
  });
});

describe("there is no answer", () => {
  const failed = { kind: "failed" };

  it("but the reasons where the question is refused, parameter by parameter", async () => {
    fetched.mockImplementation(answerOf);
    expect(await failureTo("lines=never&age=70-60")).toEqual({
      kind: "refused",
      details: [expect.stringMatching(/^lines: /), expect.stringMatching(/^age: /)],
    });
    fetched.mockImplementation(async () => json({ title: "no" }, { status: 400 }));
    expect(await failureTo()).toEqual({ kind: "refused", details: [] });
  });

  it.each<[string, () => Response]>([
    ["a page in place of it, as of a captive portal", () => page(200)],
    ["the same with our fields in it", () => page(200, JSON.stringify(body))],
    ["JSON that ends half-way", () => text('{"answerVersion":"made-up-0","rows":[')],
    ["JSON of something else", () => json(["rows"])],
    ["JSON that is nothing", () => json(null)],
    ["something else in a view", () => json({ view: {} })],
    ["an error of the server", () => json({ status: 500 }, { status: 500 })],
    ["a server that is busy", () => page(503)],
    ["an address that is gone", () => page(404)],
    ["too many questions", () => json({ status: 429 }, { status: 429 })],
  ])("from %s", async (_, response) => {
    fetched.mockImplementation(async () => response());
    expect(await failureTo()).toEqual(failed);
  });

  it.each<[string, () => Response]>([
    ["a view without its version", () => json(makeSentView({}))],
    ["a version that is none", () => json(makeSentView({ answerVersion: 1 }))],
    ["a view of release 1.1", () => json({ answerVersion: "made-up-0", verdict: {} })],
    ["a view of a later format", () => json({ ...body, format: viewFormat + 1 })],
    ["a release that knows no formats", () => refusal({ parameter: null, position: 1 })],
    ["a release of other formats", () => refusal({ parameter: "format" })],
  ])("but that of another release, from %s", async (_, response) => {
    fetched.mockImplementation(async () => response());
    expect(await failureTo("lines=2")).toEqual({ kind: "release" });
  });

  it("where nobody can be reached, which is told from a device without a network", async () => {
    fetched.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await failureTo()).toEqual(failed);
    vi.stubGlobal("navigator", { onLine: false });
    expect(await failureTo()).toEqual({ kind: "offline" });
  });

  /** Never answers, but ends with its request. */
  const silent = (_: string, { signal }: RequestInit) =>
    new Promise<never>((_resolve, reject) =>
      signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError"))),
    );

  it("after fifteen seconds of silence", async () => {
    vi.useFakeTimers();
    fetched.mockImplementation(silent);
    const report = vi.fn();
    const waiting = failureTo().then(report);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(report).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(report).toHaveBeenCalledWith(failed);
  });

  it("where its body stops half-way, after the same time", async () => {
    vi.useFakeTimers();
    fetched.mockImplementation(async (_, { signal }) => {
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"answerVersion":'));
          signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
        },
      });
      return new Response(stream, { headers: { "content-type": "application/json" } });
    });
    const waiting = failureTo();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await waiting).toEqual(failed);
  });

  it("and no failure where nobody waits for it any more", async () => {
    fetched.mockImplementation(silent);
    const controller = new AbortController();
    const waiting = makeCachedRequests(site).screen("", options({ signal: controller.signal }));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });

  it("to what is longer than the service reads: the parameter is named", async () => {
    fetched.mockImplementation(answerOf);
    const exclude = "karmma,".repeat(longestAddress / 7);
    expect(await failureTo(`age=60-&exclude=${exclude}`)).toEqual({
      kind: "refused",
      details: [expect.stringMatching(/longer than 8192 characters; shorten exclude\.$/)],
    });
  });

  it("leaves no timer behind, however it ends", async () => {
    vi.useFakeTimers();
    fetched.mockResolvedValueOnce(json());
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    await makeCachedRequests(site).screen("", options());
    await failureTo();
    expect(vi.getTimerCount()).toBe(0);
  });
});

it.each([
  ["myeloma-compare; hit; detail=device", true],
  ["myeloma-compare; hit", false],
  [null, false],
])("an answer with the status %j says whether this device made it", async (status, onDevice) => {
  const headers: HeadersInit = status === null ? {} : { "cache-status": status };
  fetched.mockImplementation(async () => json(body, { headers }));
  const ask = makeCachedRequests(site);
  expect((await ask.screen("", options())).onDevice).toBe(onDevice);
  fetched.mockImplementation(async () => json());
  expect((await ask.screen("", options())).onDevice, "asked again").toBe(false);
  // The network may by then confirm the answer of the device.
  expect(fetched).toHaveBeenCalledTimes(onDevice ? 2 : 1);
});

function page(status: number, content = "<title>Sign in</title>") {
  return new Response(content, { status, headers: { "content-type": "text/html" } });
}

function text(content: string) {
  return new Response(content, { headers: { "content-type": "application/json" } });
}
