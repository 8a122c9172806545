/** Keeps our own pages on this device, unless they are in a frame, and says when there is a newer version. */
import type { MyelomaCompare } from "../element.tsx";
import { makeTrustedScriptAddress, site } from "./site.ts";

/** A reader who stays this long may come again. */
const afterMilliseconds = 10_000;

export async function keepPagesOffline(): Promise<void> {
  if (window.top !== window || isSavingDataOrOn2G()) return;
  try {
    // Without a connection this page, and the next ones, are answered by the newest version.
    letTakeOver(await navigator.serviceWorker.getRegistration(`${site}/`));
    // This comes after everything that the page itself needs.
    await new Promise((resolve) => setTimeout(resolve, afterMilliseconds));
    const registration = await navigator.serviceWorker.register(
      makeTrustedScriptAddress(`${site}/sw.js`),
    );
    const followInstalling = () => {
      registration.installing?.addEventListener("statechange", () => letTakeOver(registration));
    };
    registration.addEventListener("updatefound", followInstalling);
    followInstalling();
    letTakeOver(registration);
    // A version that takes over is asked then. Chromium lets one with a message on its way wait for half a minute more.
    if (!registration.waiting) askIfOlder();
    navigator.serviceWorker.addEventListener("controllerchange", askIfOlder);
    const update = () => {
      registration.update().catch(() => undefined);
    };
    addEventListener("online", update);
    // A page may stay open for days.
    document.addEventListener("visibilitychange", update);
  } catch {
    // A browser may not support or allow it, as in private windows: the page then needs the network.
  }
}

/** Lets a version that waits take over from the one before. */
function letTakeOver(registration: ServiceWorkerRegistration | undefined): void {
  registration?.waiting?.postMessage("take over");
}

/** Asks the version that is kept whether this page belongs to it, and shows a notice if not. */
function askIfOlder(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data: isOfThisPage }) => {
    if (isOfThisPage === false) showNewerVersion();
  };
  navigator.serviceWorker.controller?.postMessage(readPageScriptsAndVersion(), [port2]);
}

/** Says that there is a newer version of our pages, over the page, so that nothing moves. */
function showNewerVersion(): void {
  if (document.querySelector(".update")) return;
  const line = document.createElement("div");
  line.className = "update";
  line.setAttribute("role", "status");
  line.textContent = "There is a newer version. ";
  const addButton = (text: string, press: () => void) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", press);
    line.appendChild(button);
  };
  addButton("Show it", () => location.reload());
  addButton("Later", () => line.remove());
  document.body.appendChild(line);
}

/** Holds what differs in a newer version. */
export interface PageFiles {
  scripts: readonly string[];
  /** It is absent on a page without an answer of the element. */
  answerVersion: string | undefined;
}

function readPageScriptsAndVersion(): PageFiles {
  const element = document.querySelector<MyelomaCompare>("myeloma-compare");
  return {
    scripts: [...document.scripts].map(({ src }) => src).filter(Boolean),
    answerVersion: element?.result?.answerVersion,
  };
}

/**
 * Tells whether the reader saves data or is on 2G; `connection` is missing in some browsers and in the types of
 * TypeScript.
 */
function isSavingDataOrOn2G(): boolean {
  const { connection } = navigator as {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  return connection?.saveData || /2g$/.test(`${connection?.effectiveType}`);
}
