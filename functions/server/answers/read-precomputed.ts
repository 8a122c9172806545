/** A file with an answer that the build made; one that is not there, or cannot be read, is a miss. */
import type { Context } from "hono";
import type { HonoEnvironment } from "../http/environment.ts";

/** The binding reads only the path. */
const anyOrigin = "http://assets";

export async function readPrecomputed(
  { env }: Context<HonoEnvironment>,
  path: string,
): Promise<ReadableStream | null> {
  try {
    const found = await env.ASSETS.fetch(`${anyOrigin}${path}`);
    if (found.status === 200) return found.body;
    await found.body?.cancel();
    return null;
  } catch {
    return null;
  }
}
