/** The live heap of a program, asked through the inspector protocol of V8. */
import * as v from "valibot";

const targets = v.array(v.object({ title: v.string(), webSocketDebuggerUrl: v.string() }));

const usage = v.object({
  usedSize: v.number(),
  backingStorageSize: v.optional(v.number(), 0),
});

const message = v.object({
  id: v.optional(v.number()),
  result: v.optional(v.unknown()),
});

export interface Heap {
  /** Megabytes of objects that are alive. */
  objects: number;
  /** Megabytes of buffers outside of the heap. */
  buffers: number;
}

/**
 * A snapshot is taken and thrown away, because it collects what is not alive in workerd, too, which
 * answers no `collectGarbage`.
 *
 * @param name part of the title of the program, if there are several at this address
 */
export async function liveHeap(inspector: string, name = ""): Promise<Heap> {
  const found = v.parse(targets, await (await fetch(`${inspector}/json`)).json());
  const target = found.find(({ title }) => title.includes(name));
  if (!target) throw new Error(`nothing to inspect is called ${name}`);
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const text = String(data);
    // Chunks of the snapshot are many and long, and not needed.
    if (text.startsWith('{"method"')) return;
    const { id, result } = v.parse(message, JSON.parse(text));
    if (id !== undefined) waiting.get(id)?.(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the inspector does not answer")));
  });
  let last = 0;
  const call = (method: string): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params: {} }));
    });
  try {
    await call("HeapProfiler.enable");
    await call("HeapProfiler.takeHeapSnapshot");
    await call("HeapProfiler.disable");
    const { usedSize, backingStorageSize } = v.parse(usage, await call("Runtime.getHeapUsage"));
    return { objects: usedSize / 1e6, buffers: backingStorageSize / 1e6 };
  } finally {
    socket.close();
  }
}
