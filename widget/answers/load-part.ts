/** Parts of the script that come when they are wanted. */
import { SourceError } from "./client.ts";

/** Says why a part could not be had; what is there already is there without a connection, too. */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: T | undefined;
  return async () => {
    if (loaded !== undefined) return loaded;
    try {
      loaded = await load();
      return loaded;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
