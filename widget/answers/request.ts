/** A request to the API with a timeout, and errors that say what a reader can act on. */
import { ownOnly } from "#core/own-only.ts";
import { longestAddress } from "#core/question/longest-address.ts";
import { discreet } from "./discreet.ts";

export type Failure = ({ kind: "offline" | "failed" } | { kind: "refused"; details: string[] }) & {
  /** The reason in words, if there is more to say than the kind. */
  message?: string;
};

/** There is no answer; `failure` holds the reason as the screen shows it. */
export class SourceError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "SourceError";
    this.failure = failure;
  }
}

/** The failure to show for any error; "failed" for an error of another kind. */
export function failureOf(error: unknown): Failure {
  return error instanceof SourceError ? error.failure : { kind: "failed" };
}

/** Timeout of a request. After this long, "try again" helps a reader more than further waiting. */
const longestWaitMilliseconds = 15_000;

/** Answers that the service worker made on this device, because the network gave none. */
const madeHere = new WeakSet<object>();

export const isMadeHere = (answer: object): boolean => madeHere.has(answer);

export async function request<T>(
  url: string,
  isAnswer: (body: unknown) => body is T,
  signal: AbortSignal,
  cache: RequestCache = "default",
): Promise<T> {
  if (url.length > longestAddress) {
    const [longest = ""] = url.split(/[?&]/).sort((a, b) => b.length - a.length);
    const details = [`${longest.split("=")[0]}: too long`];
    throw new SourceError({ kind: "refused", details });
  }
  // `AbortSignal.any` would combine both, but the browsers of many hospitals are too old for it.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), longestWaitMilliseconds);
  signal.addEventListener("abort", () => controller.abort(), ownOnly({ once: true }));
  let response: Response;
  let body: unknown;
  try {
    const headers = { accept: "application/json" };
    const options = { ...discreet, signal: controller.signal, headers, cache };
    response = await fetch(url, ownOnly(options));
    // Within the time limit, too: a body may stop half-way.
    body = await response.json().catch(() => null);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new SourceError({ kind: navigator.onLine === false ? "offline" : "failed" });
  } finally {
    clearTimeout(timer);
  }
  if (response.ok && isAnswer(body)) {
    const whence = response.headers.get("cache-status");
    if (whence?.endsWith("detail=device") && typeof body === "object" && body) madeHere.add(body);
    return body;
  }
  if (response.status === 400) throw new SourceError({ kind: "refused", details: detailsOf(body) });
  throw new SourceError({ kind: "failed" });
}

function detailsOf(problem: unknown): string[] {
  if (!has(problem, "errors") || !Array.isArray(problem.errors)) return [];
  return problem.errors.map(
    (error: { parameter?: unknown; message?: unknown }) => `${error.parameter}: ${error.message}`,
  );
}

export function has<Name extends string>(
  body: unknown,
  ...names: Name[]
): body is Readonly<Record<Name, unknown>> {
  return typeof body === "object" && body !== null && names.every((name) => name in body);
}
