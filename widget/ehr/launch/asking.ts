/** Requests to the server of a record. They carry no cookie and no referrer, and are never kept. */
import { LaunchProblem } from "./problem.ts";

const longestWait = 20_000;

/** A redirect is refused: a token must not go where the server of the record says. */
const careful = {
  cache: "no-store",
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
} as const satisfies RequestInit;

/**
 * The whole answer: one that stops half way is none.
 *
 * @param patience in milliseconds
 * @throws LaunchProblem `unreached`
 */
export async function ask(
  url: string,
  init: RequestInit = {},
  patience = longestWait,
): Promise<Response> {
  const signal = AbortSignal.timeout(Math.ceil(Math.max(0, Math.min(patience, longestWait))));
  try {
    const response = await fetch(url, { ...init, ...careful, signal });
    const body = await response.arrayBuffer();
    return new Response(body.byteLength === 0 ? null : body, response);
  } catch {
    throw new LaunchProblem("unreached");
  }
}

/** An object, or `null` if the answer is none. */
export async function objectOf(response: Response): Promise<Record<string, unknown> | null> {
  try {
    const value: unknown = await response.json();
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
