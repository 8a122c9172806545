/** Parts of the script that are loaded on demand. */
import { SourceError } from "./client.ts";

/**
 * Wraps the loader of a part. A failure becomes a SourceError that says why the part could not be
 * loaded. A part that was loaded before is returned without a request.
 *
 * @param load Loads the part; if the part has words, in the given language, which is always the same.
 */
export function part<T>(load: (language: string) => Promise<T>): (language?: string) => Promise<T> {
  let loaded: T | undefined;
  return async (language = "en") => {
    try {
      loaded ??= await load(language);
      return loaded;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
