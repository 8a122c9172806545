/** The region that a reader chose last, on this device: offered, and never applied. */
import { surroundings } from "./environment.ts";

const key = "myeloma-compare:region";

/** Nothing is stored in the name of another site, and a frame without an origin may store nothing. */
const mayKeep = () => surroundings.isOwnPage && globalThis.origin !== "null";

/** `null` if none is kept, or if the page may not store anything. */
export function keptRegion(): string | null {
  if (!mayKeep()) return null;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param region `null`: products approved anywhere, which is what everybody begins with */
export function keepRegion(region: string | null): void {
  if (!mayKeep()) return;
  try {
    if (region === null) localStorage.removeItem(key);
    else localStorage.setItem(key, region);
  } catch {
    // A reader may forbid it: then it is asked again next time.
  }
}
