import { send } from "../support/send.ts";
import type { BareWorkerd } from "./bare-workerd.ts";
import type { Route } from "./throughput.ts";

/**
 * Lets the second instance compute answers, and checks that the measured instance then finds them
 * in the edge cache.
 */
export async function fillEdgeCache(
  { url, neighbour }: Pick<BareWorkerd, "url" | "neighbour">,
  { name, address, keptAtEdge = 0 }: Route,
): Promise<void> {
  // The cache key is the whole URL, so both instances must be asked under the same host.
  const headers = { host: new URL(url).host };
  const ask = async (of: string, n: number) =>
    String((await send(of, address(n), { headers })).headers["cache-status"]);
  for (let n = 0; n < keptAtEdge; n += 1) await ask(neighbour, n);
  // An answer is stored only after it was sent.
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let n = 0; n < keptAtEdge; n += 1) {
    const whence = await ask(url, n);
    if (!whence.endsWith("detail=cache")) throw new Error(`${name}: ${address(n)} says ${whence}`);
  }
}
