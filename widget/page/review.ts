/**
 * Keeps the ticks and remarks of a clinician on this device, and saves them as a file that `npm run evidence -- sign`
 * takes. Without this script the page is a sheet of paper.
 */
import { listAccepted, type ReviewFile } from "#data/review-file.ts";
import { saveFile } from "./save-file.ts";

/** Several versions of the data share the key: a tick holds for as long as its item reads the same. */
const storageKey = "review";

const main = document.querySelector<HTMLElement>("main.review");
if (main) keepReviewOnDevice(main);

interface ItemOnPage {
  readonly id: string;
  readonly signs: string;
  readonly text: string;
  /** Holds all that is checked: the item, the words of its source and where they stand. */
  readonly content: string;
  readonly box: HTMLInputElement;
  readonly remark: HTMLInputElement;
  /** Says that the item was ticked on this device and has changed since. */
  readonly change: HTMLElement;
}

function keepReviewOnDevice(page: HTMLElement): void {
  const dataVersion = page.dataset.version ?? "";
  const items = [...page.querySelectorAll<HTMLElement>("li[data-id]")].flatMap(
    readReviewItemAndAddChangeNote,
  );
  const fields = ["role", "name", "interests", "when", "checked"].flatMap((id) => {
    const field = page.querySelector<HTMLInputElement>(`#${id}`);
    return field ? [field] : [];
  });
  const progress = page.querySelector("#progress");
  const signs = page.querySelector("#signs");
  const ways = page.querySelector<HTMLElement>(".with-script");
  let isKept = true;

  const readEntries = (): ReviewFile["items"] =>
    items.map(({ id, signs, text, box, remark }) => ({
      id,
      signs,
      text,
      isRight: box.checked,
      remark: remark.value.trim(),
    }));

  const show = () => {
    if (!progress || !signs) return;
    const ticked = items.filter(({ box }) => box.checked).length;
    const remarks = items.filter(({ remark }) => remark.value.trim() !== "").length;
    const kept = isKept ? "" : " This browser keeps nothing: save the file before you leave.";
    const changed = items.filter(({ change }) => !change.hidden).length;
    const again = changed === 0 ? "" : ` ${changed} changed since the tick: check again.`;
    progress.textContent = `${ticked} of ${items.length} ticked, ${remarks} with a remark.${again}${kept}`;
    const names = listAccepted(readEntries());
    signs.textContent = `As it is now it signs ${names.join(", ") || "nothing"}.`;
  };

  const kept = readKeptReview(storageKey);
  for (const { id, content, box, remark, change } of items) {
    const ticked = kept.ticked[id];
    box.checked = ticked === content;
    change.hidden = ticked === undefined || box.checked;
    remark.value = kept.remarks[id] ?? "";
    box.addEventListener("input", () => {
      change.hidden = true;
    });
  }
  for (const field of fields) field.value = kept.fields[field.id] ?? "";

  page.addEventListener("input", () => {
    isKept = writeKeptReview(storageKey, {
      ticked: Object.fromEntries(
        items.flatMap(({ id, content, box, change }) => {
          if (box.checked) return [[id, content]];
          return change.hidden ? [] : [[id, kept.ticked[id] ?? ""]];
        }),
      ),
      remarks: Object.fromEntries(
        items.flatMap(({ id, remark }) => (remark.value === "" ? [] : [[id, remark.value]])),
      ),
      fields: Object.fromEntries(fields.map(({ id, value }) => [id, value])),
    });
    show();
  });
  page.querySelector("#print")?.addEventListener("click", () => print());
  page.querySelector("#save")?.addEventListener("click", () => {
    const given = Object.fromEntries(
      fields.map(({ id, value }) => [id, value.trim()]).filter(([, value]) => value !== ""),
    );
    const { role } = given;
    if (role === undefined) {
      fields[0]?.focus();
      if (progress) progress.textContent = "Say in which role.";
      return;
    }
    const file: ReviewFile = { dataVersion, ...given, role, items: readEntries() };
    const content = JSON.stringify(file, null, 2);
    const name = `review-${dataVersion}.json`;
    saveFile(new Blob([content], { type: "application/json" }), name);
    if (progress)
      progress.textContent = `Saved as ${name}. Send it to whoever runs this installation.`;
  });
  if (ways) ways.hidden = false;
  show();
}

function readReviewItemAndAddChangeNote(element: HTMLElement): ItemOnPage[] {
  const box = element.querySelector<HTMLInputElement>("[type=checkbox]");
  const remark = element.querySelector<HTMLInputElement>(".remark input");
  const { id, signs } = element.dataset;
  if (!box || !remark || id === undefined || signs === undefined) return [];
  const text = element.querySelector(".tick")?.textContent?.trim() ?? "";
  const parts = [...element.querySelectorAll(".tick, blockquote, .source")];
  const content = parts.map(({ textContent }) => textContent?.trim()).join("\n");
  const change = document.createElement("p");
  change.textContent = "Changed since it was ticked on this device: check it again.";
  change.hidden = true;
  box.closest("label")?.insertAdjacentElement("afterend", change);
  return [{ id, signs, text, content, box, remark, change }];
}

interface Kept {
  /** Maps the id of an item to its content when it was ticked. */
  readonly ticked: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads what was entered. Another program or an older page may have kept anything: what does not fit is left out. */
function readKeptReview(key: string): Kept {
  const { ticked, remarks, fields } = readStoredObject(key);
  return {
    ticked: selectTextEntries(ticked),
    remarks: selectTextEntries(remarks),
    fields: selectTextEntries(fields),
  };
}

function readStoredObject(key: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    // Storage may be forbidden, or hold no JSON.
    return {};
  }
}

/** Returns the entries of a list or an object that are texts. */
function selectTextEntries(value: unknown): Readonly<Record<string, string>> {
  const isText = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === "string";
  return Object.fromEntries(Object.entries(Object(value)).filter(isText));
}

/** Stores what was entered, and returns whether the browser keeps it. */
function writeKeptReview(key: string, value: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
