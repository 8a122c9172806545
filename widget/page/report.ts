/** Saves pictures of the report, and remembers what was unfolded. The report is whole without this script. */
import { keepPagesOffline } from "./keep-offline.ts";
import { saveSvgAsPng } from "./save-file.ts";

keepPagesOffline();
addReportTools();

function addReportTools(): void {
  for (const plot of document.querySelectorAll<HTMLAnchorElement>("a.plot")) {
    const { label = "", failed = "" } = plot.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      saveSvgAsPng(
        plot.href,
        `${plot.closest("article, #outcomes > details > div")?.id ?? "forest"}.png`,
      ).catch(() => {
        button.textContent = failed;
      });
    });
    plot.insertAdjacentElement("afterend", button);
  }

  for (const part of document.querySelectorAll("details")) {
    const id = part.id || part.querySelector(":scope > div")?.id;
    if (!id) continue;
    if (wasUnfolded(id)) part.open = true;
    part.addEventListener("toggle", () => rememberWhetherUnfolded(id, part.open));
  }
  unfoldByScriptInOlderBrowsers();
}

function wasUnfolded(id: string): boolean {
  try {
    return sessionStorage.getItem(makeFoldStorageKey(id)) !== null;
  } catch {
    // Storage may be forbidden; the page then begins folded.
    return false;
  }
}

function rememberWhetherUnfolded(id: string, open: boolean): void {
  try {
    if (open) sessionStorage.setItem(makeFoldStorageKey(id), "");
    else sessionStorage.removeItem(makeFoldStorageKey(id));
  } catch {
    // Storage may be forbidden; the page then forgets what was unfolded.
  }
}

/**
 * Makes the key of a part of the page, without the question, so that what one unfolds stays so when the question
 * changes.
 */
function makeFoldStorageKey(id: string): string {
  return `report ${id}`;
}

/** Older browsers cannot unfold by style alone what is folded on a phone or a screen only. */
function unfoldByScriptInOlderBrowsers(): void {
  if (CSS.supports("selector(details::details-content)")) return;
  const unfold = (parts: string) => {
    const folded = [...document.querySelectorAll<HTMLDetailsElement>(`${parts}:not([open])`)];
    for (const part of folded) part.open = true;
    return folded;
  };
  if (matchMedia("(min-width: 641px)").matches) unfold("details.narrow");
  let unfolded: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    unfolded = unfold("details");
  });
  addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
  });
}
