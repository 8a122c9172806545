/**
 * Keeps our own pages on this device, and says when there is a newer version. Only where our page is
 * the whole window: in a frame the page around decides what is stored.
 */
import { usualKept as words } from "#presentation/words/parts/kept.ts";
import { sparesData } from "./spares-data.ts";
import { whenIdle } from "./when-idle.ts";

/** Beside the folder of the scripts. A variable, so that the bundler leaves it alone. */
const script = "../sw.js";

export async function keepOffline(): Promise<void> {
  if (window.top !== window || sparesData()) return;
  // After everything that the page itself needs.
  await whenIdle();
  try {
    const registration = await navigator.serviceWorker.register(new URL(script, import.meta.url));
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
  port1.onmessage = ({ data: isOfThisPage }) => {
    if (isOfThisPage === false && !document.querySelector(".update")) announce(waiting);
  };
  waiting.postMessage(import.meta.url, [port2]);
}

function announce(waiting: ServiceWorker): void {
  const line = document.createElement("div");
  line.className = "update";
  line.setAttribute("role", "status");
  line.textContent = `${words.update} `;
  const button = (text: string, press: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    line.appendChild(made);
  };
  button(words.show, () => {
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated") location.reload();
    });
    waiting.postMessage("take over");
  });
  button(words.later, () => line.remove());
  document.body.appendChild(line);
}
