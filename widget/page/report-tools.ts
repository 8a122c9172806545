/** The report is whole without it: saves pictures, sorts in place, remembers what was unfolded. */
import { savePng } from "./save-png.ts";

export function addTools(): void {
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
      const rows = document.querySelectorAll(".studies tbody tr");
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
  unfoldWhereOnlyPhonesFold();
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

/** Older browsers cannot unfold by style alone what is folded on a phone only. */
function unfoldWhereOnlyPhonesFold(): void {
  if (CSS.supports("selector(details::details-content)")) return;
  const unfold = () => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>(".narrow")) part.open = true;
  };
  if (matchMedia("(min-width: 641px)").matches) unfold();
  addEventListener("beforeprint", unfold);
}
