/**
 * The script of the page that a clinician signs: keeps ticks and remarks on this device, and saves them as a file that
 * `npm run evidence -- sign` takes. Without it the page is a sheet of paper.
 */
import { listSignedPartNames, type ReviewFile } from "#data/review-file.ts";
import { saveFile } from "./save-file.ts";

const main = document.querySelector<HTMLElement>("main.review");
if (main) keepReviewOnDevice(main);

interface ItemOnPage {
  readonly id: string;
  readonly signs: string;
  readonly text: string;
  readonly box: HTMLInputElement;
  readonly remark: HTMLInputElement;
}

function keepReviewOnDevice(page: HTMLElement): void {
  const dataVersion = page.dataset.version ?? "";
  const storageKey = `review ${dataVersion}`;
  const items = [...page.querySelectorAll<HTMLElement>("li[data-id]")].flatMap(readReviewItem);
  const fields = ["role", "checked"].flatMap((id) => {
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
    progress.textContent = `${ticked} of ${items.length} ticked, ${remarks} with a remark.${kept}`;
    const names = listSignedPartNames(readEntries());
    signs.textContent = `As it is now it signs ${names.join(", ") || "nothing"}.`;
  };

  const kept = readKeptReview(storageKey);
  for (const { id, box, remark } of items) {
    box.checked = kept.ticked.includes(id);
    remark.value = kept.remarks[id] ?? "";
  }
  for (const field of fields) field.value = kept.fields[field.id] ?? "";

  page.addEventListener("input", () => {
    isKept = writeKeptReview(storageKey, {
      ticked: items.filter(({ box }) => box.checked).map(({ id }) => id),
      remarks: Object.fromEntries(
        items.flatMap(({ id, remark }) => (remark.value === "" ? [] : [[id, remark.value]])),
      ),
      fields: Object.fromEntries(fields.map(({ id, value }) => [id, value])),
    });
    show();
  });
  page.querySelector("#print")?.addEventListener("click", () => print());
  page.querySelector("#save")?.addEventListener("click", () => {
    const [role = "", checked = ""] = fields.map(({ value }) => value.trim());
    const missing = fields.find(({ value }) => value.trim() === "");
    if (missing) {
      missing.focus();
      if (progress) progress.textContent = "Say in which role, and what was checked against what.";
      return;
    }
    const file: ReviewFile = {
      dataVersion,
      role,
      checked,
      items: readEntries(),
    };
    const content = JSON.stringify(file, null, 2);
    const name = `review-${dataVersion}.json`;
    saveFile(new Blob([content], { type: "application/json" }), name);
    if (progress)
      progress.textContent = `Saved as ${name}. Send it to whoever runs this installation.`;
  });
  if (ways) ways.hidden = false;
  show();
}

function readReviewItem(element: HTMLElement): ItemOnPage[] {
  const box = element.querySelector<HTMLInputElement>("[type=checkbox]");
  const remark = element.querySelector<HTMLInputElement>(".remark input");
  const { id, signs } = element.dataset;
  if (!box || !remark || id === undefined || signs === undefined) return [];
  const text = element.querySelector(".tick")?.textContent?.trim() ?? "";
  return [{ id, signs, text, box, remark }];
}

interface Kept {
  readonly ticked: readonly string[];
  readonly remarks: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** Reads what was entered. Another program or an older page may have kept anything: what does not fit is left out. */
function readKeptReview(key: string): Kept {
  const { ticked, remarks, fields } = parseEntries(key);
  return {
    ticked: Object.values(keepTexts(ticked)),
    remarks: keepTexts(remarks),
    fields: keepTexts(fields),
  };
}

function parseEntries(key: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(key) ?? "{}"));
  } catch {
    // Storage may be forbidden, or hold no JSON.
    return {};
  }
}

/** Returns the entries of a list or an object that are texts. */
function keepTexts(value: unknown): Readonly<Record<string, string>> {
  const isText = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === "string";
  return Object.fromEntries(Object.entries(Object(value)).filter(isText));
}

/** Returns whether the browser keeps it. */
function writeKeptReview(key: string, value: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
