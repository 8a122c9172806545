/** How old the data of a copy are, and whether they were withdrawn: asked on each of its pages, as long as it is open. */
import { ageText, tooOldText } from "#presentation/screen/age.ts";
import { watchRecall } from "#widget/answers/watch-recall.ts";
import { copy as own } from "#words/copy.ts";
import { drawn } from "#words/drawn.ts";
import { kept as words } from "#words/kept.ts";
import type { Copy } from "./places.ts";

const everyMilliseconds = 3_600_000;

/** Where the device remembers that the data of a version were withdrawn, for when nobody can be asked. */
const key = (dataVersion: string) => `myeloma-compare:withdrawn ${dataVersion}`;

let hidden = false;

/** Whether nothing may be shown any more. */
export const isHidden = (): boolean => hidden;

export function guard({ dataDate, dataVersion }: Copy): void {
  const look = () => {
    const text = tooOldText(dataDate, Date.now(), own, drawn.date);
    if (text !== null) hide(`${text} ${own.askForNewer}`);
  };
  look();
  setInterval(look, everyMilliseconds);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  const withdraw = (reason: string | null) => {
    hide(`${words.withdrawn} ${words.reason(reason)} ${own.askForNewer}`);
    remember(dataVersion, reason);
  };
  const known = remembered(dataVersion);
  if (known !== null) withdraw(known || null);
  else if (!hidden) watchRecall(dataVersion, withdraw);
}

function remember(dataVersion: string, reason: string | null): void {
  try {
    localStorage.setItem(key(dataVersion), reason ?? "");
  } catch {
    // A reader may forbid it: then it is asked again next time.
  }
}

function remembered(dataVersion: string): string | null {
  try {
    return localStorage.getItem(key(dataVersion));
  } catch {
    return null;
  }
}

/** The element says it in its verdict; any other page at its top. */
export function sayAge({ dataDate }: Copy): void {
  const text = ageText(dataDate, Date.now(), words, drawn.date);
  if (text === null || document.querySelector("myeloma-compare")) return;
  document.querySelector("main")?.insertAdjacentElement("afterbegin", paragraph(text, "note"));
}

function hide(text: string): void {
  if (hidden) return;
  hidden = true;
  document.querySelector("main")?.replaceChildren(paragraph(text, "alert"));
}

function paragraph(text: string, role: string): HTMLElement {
  const made = document.createElement("p");
  made.className = "kept";
  made.setAttribute("role", role);
  made.textContent = text;
  return made;
}
