/**
 * The script of the report, which is whole without it: a button that saves each picture as
 * a PNG, sorting in place, a memory of what was unfolded, for the way back, and keeping our pages on
 * this device.
 */
import { keepOffline } from "./keep-offline.ts";
import { savePng } from "./save-png.ts";

keepOffline();

for (const plot of document.querySelectorAll<HTMLAnchorElement>("a.plot")) {
  const { label = "", failed = "" } = plot.dataset;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", () => {
    savePng(plot.href, `${plot.closest("article")?.id ?? "forest"}.png`).catch(() => {
      button.textContent = failed;
    });
  });
  plot.insertAdjacentElement("afterend", button);
}

const sortings = document.querySelectorAll<HTMLAnchorElement>("a[data-by]");
for (const sorting of sortings) {
  sorting.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const one of sortings) one.removeAttribute("aria-current");
    sorting.setAttribute("aria-current", "true");
    const rows = document.querySelectorAll("#studies tbody tr");
    const place = (row: Element) => Number(row.getAttribute(`data-${sorting.dataset.by}`));
    for (const row of [...rows].sort((a, b) => place(a) - place(b))) {
      row.parentElement?.appendChild(row);
    }
    history.replaceState(null, "", sorting.href);
  });
}

for (const part of document.querySelectorAll("details")) {
  if (recalled(part.id)) part.open = true;
  part.addEventListener("toggle", () => remember(part.id, part.open));
}

function recalled(id: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(id)) !== null;
  } catch {
    // Storage may be forbidden; the page then begins folded.
    return false;
  }
}

function remember(id: string, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(keyOf(id), "");
    else sessionStorage.removeItem(keyOf(id));
  } catch {
    // As above.
  }
}

/** The path is the same for all questions, so what one unfolds stays so when one changes them. */
function keyOf(id: string): string {
  return `report ${id}`;
}
