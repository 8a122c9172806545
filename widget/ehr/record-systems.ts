/** Decides from which origins our page in a frame may take a patient: those of the setting `EHR_ANCESTORS`. */
import { parseUrl } from "../page/url-of.ts";

/**
 * @param origin of the sender; `null` as a text if it has none
 * @param sources as in the policy for frames: `'none'`, `'self'`, `https://host`, `https://*.host`
 * @param ownOrigin the origin of our page
 */
export function isRecordSystemOrigin(origin: string, sources: string, ownOrigin: string): boolean {
  const sender = parseUrl(origin);
  if (sender?.origin !== origin) return false;
  return sources.split(" ").some((source) => {
    if (source === "'self'") return origin === ownOrigin;
    const allowedUrl = parseUrl(source.replace("//*.", "//"));
    if (allowedUrl?.protocol !== sender.protocol || allowedUrl.port !== sender.port) return false;
    return source.includes("//*.")
      ? sender.hostname.endsWith(`.${allowedUrl.hostname}`)
      : sender.hostname === allowedUrl.hostname;
  });
}
