/** The heap of an isolate of workerd that has answered the usual questions, as its inspector reads it. */

import * as v from "valibot";
import { questions } from "#data/generated/precomputed.ts";
import { inFormat } from "../support/in-format.ts";
import { type BareWorkerd, startBareWorkerd } from "./bare-workerd.ts";

const targets = v.array(v.object({ webSocketDebuggerUrl: v.string() }));
const usage = v.object({
  result: v.object({ usedSize: v.number(), backingStorageSize: v.number() }),
});

/**
 * Lists the requests. `/v1/comparison` and `/report` are asked with ages that leave out no trial, so that their answers
 * are computed.
 */
const paths = questions.flatMap((question) => {
  const computed = [question, "age=-100"].filter((text) => text !== "").join("&");
  return [
    ...[
      `/embed?${question}`,
      inFormat(`/v1/screen?${question}`),
      inFormat(`/v1/screen/orr?${question}`),
    ],
    ...[`/v1/comparison?${computed}`, `/report?${computed}`],
  ];
});

/** Bytes that are live after a collection of all garbage: before the first question, and after all. */
export async function liveHeap(): Promise<{ before: number; after: number; requests: number }> {
  const workerd = await startBareWorkerd();
  try {
    const before = await liveBytes(workerd);
    let requests = 0;
    for (const path of paths) {
      const answer = await fetch(workerd.url + path);
      await answer.arrayBuffer();
      if (answer.ok) requests += 1;
    }
    return { before, after: await liveBytes(workerd), requests };
  } finally {
    await workerd.stop();
  }
}

/** Returns the bytes in use after a garbage collection: objects, and the buffers of texts beside them. */
async function liveBytes({ inspector, url }: BareWorkerd): Promise<number> {
  const [target] = v.parse(targets, await (await fetch(`${inspector}/json`)).json());
  if (!target) throw new Error("workerd shows no isolate to a debugger.");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const call = (method: string) =>
    new Promise<unknown>((resolve) => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)));
      socket.send(JSON.stringify({ id: 1, method }));
    });
  const collected = call("HeapProfiler.collectGarbage");
  // An isolate does what a debugger asks when it next answers a request.
  await fetch(`${url}/healthz`);
  await collected;
  const { result } = v.parse(usage, await call("Runtime.getHeapUsage"));
  socket.close();
  return result.usedSize + result.backingStorageSize;
}
