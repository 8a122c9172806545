/** Parts of the script that come when they are wanted. */
import { SourceError } from "./client.ts";

/**
 * Says why a part could not be had; what is there already is there without a connection, too.
 *
 * @param load Of a part with words, those of a language.
 */
export function part<T>(load: (language: string) => Promise<T>): (language?: string) => Promise<T> {
  const loaded = new Map<string, T>();
  return async (language = "") => {
    try {
      const value = loaded.get(language) ?? (await load(language));
      loaded.set(language, value);
      return value;
    } catch {
      throw new SourceError({ kind: navigator.onLine ? "failed" : "offline" });
    }
  };
}
