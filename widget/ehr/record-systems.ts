/** From which origins our page in a frame may take a patient: those of the setting `EHR_ANCESTORS`. */
import { parsedUrl } from "../page/url-of.ts";

/**
 * @param origin of the sender; `null` as a text if it has none
 * @param sources as in the policy for frames: `'none'`, `'self'`, `https://host`, `https://*.host`
 * @param own the origin of our page
 */
export function isRecordSystem(origin: string, sources: string, own: string): boolean {
  const given = parsedUrl(origin);
  if (given?.origin !== origin) return false;
  return sources.split(" ").some((source) => {
    if (source === "'self'") return origin === own;
    const named = parsedUrl(source.replace("//*.", "//"));
    if (named?.protocol !== given.protocol || named.port !== given.port) return false;
    return source.includes("//*.")
      ? given.hostname.endsWith(`.${named.hostname}`)
      : given.hostname === named.hostname;
  });
}
