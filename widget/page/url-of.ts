/**
 * Parses a URL; `null` for a text that is no address, because `URL.canParse` is too new for some hospitals.
 */
export function parseUrl(text: unknown): URL | null {
  try {
    return typeof text === "string" ? new URL(text) : null;
  } catch {
    return null;
  }
}
