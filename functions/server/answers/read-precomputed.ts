/** Reads a precomputed file. A file that is missing or cannot be read counts as a miss. */
import type { Context } from "hono";
import type { HonoEnvironment } from "../http/environment.ts";
import { inTime } from "../http/in-time.ts";

/** The assets binding reads only the path of the URL. */
const anyOrigin = "http://assets";

export async function readPrecomputed(
  { env }: Context<HonoEnvironment>,
  path: string,
): Promise<ReadableStream | null> {
  try {
    const found = await inTime(env.ASSETS.fetch(`${anyOrigin}${path}`));
    if (found.status === 200) return found.body;
    await found.body?.cancel();
    return null;
  } catch {
    return null;
  }
}
