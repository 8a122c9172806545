/**
 * The script of our own pages beside the element, whose public face it uses: the back button, the height
 * in a frame, and answers without a connection.
 */

import type { MyelomaCompare } from "../element.tsx";
import { tellHostHeight } from "./framed-page.ts";
import { followHistory } from "./history.ts";
import { keepPagesOffline } from "./keep-offline.ts";
import { loadModule } from "./load-module.ts";
import { isOurEmbedPage } from "./site.ts";

/** Inserted by the build: the address of the script for added counts. */
declare const ADDED: string;

keepPagesOffline();

const element = document.querySelector<MyelomaCompare>("myeloma-compare");
// The event does not bubble.
document.addEventListener(
  "add-counts",
  ({ target }) => loadAndOpenCountsForm(target as MyelomaCompare),
  true,
);

if (element && isOurEmbedPage()) {
  if (window.top !== window) tellHostHeight();
  else customElements.whenDefined("myeloma-compare").then(() => followHistory(element));
}

async function loadAndOpenCountsForm(of: MyelomaCompare): Promise<void> {
  const line = document.createElement("p");
  line.className = "update";
  line.setAttribute("role", "status");
  line.textContent = "Loading the form";
  document.body.appendChild(line);
  try {
    const { openAddedCountsForm } = await loadModule<typeof import("../added/added.tsx")>(ADDED);
    await openAddedCountsForm(of);
    line.remove();
  } catch {
    line.textContent = "This could not be loaded.";
    setTimeout(() => line.remove(), 8000);
  }
}
