/** Parts of the script that are loaded on demand. */
import { SourceError } from "./client.ts";

/**
 * Wraps the loader of a part. A failure becomes a SourceError that says why the part could not be
 * loaded. A part that was loaded before is returned without a request.
 */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: T | undefined;
  return async () => {
    try {
      loaded ??= await load();
      return loaded;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
