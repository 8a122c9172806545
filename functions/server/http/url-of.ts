/** Parses a URL; `null` if the text is not an address. (`URL.parse` is too new for some devices that run the app.) */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
