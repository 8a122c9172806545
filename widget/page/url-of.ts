/** Returns `null` for a text that is no address. (`URL.canParse` is too new for some hospitals.) */
export function parsedUrl(text: unknown): URL | null {
  try {
    return typeof text === "string" ? new URL(text) : null;
  } catch {
    return null;
  }
}
