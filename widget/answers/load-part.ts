/** Parts of the script that are loaded on demand. */
import { SourceError } from "./client.ts";

/**
 * Wraps the loader of a part. A failure becomes a SourceError that says why the part could not be
 * loaded. A part that was loaded before is returned without a request.
 *
 * @param load Loads the part; if the part has words, in the given language.
 */
export function part<T>(load: (language: string) => Promise<T>): (language?: string) => Promise<T> {
  const loaded = new Map<string, T>();
  return async (language = "en") => {
    try {
      const value = loaded.get(language) ?? (await load(language));
      loaded.set(language, value);
      return value;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
