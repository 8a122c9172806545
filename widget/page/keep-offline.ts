/** Keeps our own pages here, and says when there is a newer version; not in a frame. */
import { scriptAddress } from "../answers/load-verified.ts";
import { sparesData } from "./spares-data.ts";

/** Whoever stays this long may come again. */
const afterMilliseconds = 10_000;

/** Beside the folder of the scripts. A variable, so that the bundler leaves it alone. */
const script = "../sw.js";

export async function keepOffline(): Promise<void> {
  if (window.top !== window || sparesData()) return;
  // After everything that the page itself needs.
  await new Promise((resolve) => setTimeout(resolve, afterMilliseconds));
  try {
    const registration = await navigator.serviceWorker.register(
      scriptAddress(new URL(script, import.meta.url).href),
    );
    const look = () => registration.waiting && tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
    look();
    const update = () => {
      registration.update().catch(() => undefined);
    };
    addEventListener("online", update);
    // A page may stay open for days.
    document.addEventListener("visibilitychange", update);
  } catch {
    // Not supported, or not allowed, as in private windows: the page then needs the network.
  }
}

/** Says that there is a newer version, unless this page is of that version already. */
function tell(waiting: ServiceWorker): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data: isOfThisPage }) => {
    if (isOfThisPage === false) (await import("./announce.ts")).announce(waiting);
  };
  waiting.postMessage(import.meta.url, [port2]);
}
