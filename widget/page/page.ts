/**
 * The script of our own pages beside the element, whose public face it uses: the back button, the height
 * in a frame, and answers without a connection.
 */

import type { MyelomaCompare } from "../element.tsx";
import { tellHeight } from "./framed-page.ts";
import { followHistory } from "./history.ts";
import { keepOffline } from "./keep-offline.ts";
import { loadModule } from "./load-module.ts";
import { isOurPage } from "./site.ts";

/** Inserted by the build: the address of the script for added counts. */
declare const ADDED: string;

keepOffline();

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
// The event does not bubble.
document.addEventListener("add-counts", ({ target }) => openCounts(target as MyelomaCompare), true);

if (element && isOurPage()) {
  if (window.top !== window) tellHeight();
  else customElements.whenDefined("myeloma-compare").then(() => followHistory(element));
}

/** Opens the form for counts of the reader, whose script and app are loaded for it. */
async function openCounts(of: MyelomaCompare): Promise<void> {
  const line = document.createElement("p");
  line.className = "update";
  line.setAttribute("role", "status");
  line.textContent = "Loading the form";
  document.body.appendChild(line);
  try {
    const { addCounts } = await loadModule<typeof import("../added/added.tsx")>(ADDED);
    await addCounts(of);
    line.remove();
  } catch {
    line.textContent = "This could not be loaded.";
    setTimeout(() => line.remove(), 8000);
  }
}
