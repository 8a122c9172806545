import { SourceError } from "./client.ts";

/** A failure becomes a SourceError that says why; what was loaded is not asked for again. */
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
