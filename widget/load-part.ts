/** Parts of the script that come when they are wanted. */
import { SourceError } from "./client.ts";

/** Remembers that a part is there, so that it is there without a connection, too. */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: T | undefined;
  return async () => {
    if (loaded !== undefined) return loaded;
    // A browser may remember that a part could not be had: without a connection it is not asked for.
    if (!navigator.onLine) throw new SourceError({ kind: "offline" });
    try {
      loaded = await load();
      return loaded;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
