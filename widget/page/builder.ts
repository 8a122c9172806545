/** The builder of `/build`: the question of the live preview is in every snippet. */
import { type Theme, themes } from "#presentation/screen/appearance.ts";
import { type FrameSize, type Installation, snippetsOf } from "#presentation/screen/snippets.ts";
import { withOutcome, withParameter } from "../answers/ordered-query.ts";
import type { MyelomaCompare } from "../element.tsx";
import { copied } from "./clipboard.ts";
import { siteOf } from "./site-of.ts";

/** The value of a question that names no region. */
const anywhere = "approved";

const form = document.querySelector<HTMLFormElement>("#builder");
const preview = document.querySelector<HTMLElement>("#preview");
const element = document.querySelector<MyelomaCompare>("myeloma-compare");

if (form && preview && element) {
  await customElements.whenDefined("myeloma-compare");
  build(form, preview, element);
}

function build(form: HTMLFormElement, preview: HTMLElement, element: MyelomaCompare): void {
  const origin = siteOf(import.meta.url);
  const scriptOf = (name: "element" | "frame"): Installation["script"] => {
    const { [`${name}Href`]: href = "", [`${name}Integrity`]: integrity = "" } = form.dataset;
    return { href, integrity };
  };
  const scripts = { element: scriptOf("element"), frame: scriptOf("frame") };
  const regions = choiceOf(form, "availability");
  const questions = choiceOf(form, "question");
  const outcomes = choiceOf(form, "outcome");
  const looks = choiceOf(form, "theme");
  const light = choiceOf(form, "light");
  const sizes = [numberOf(form, "width"), numberOf(form, "height")] as const;
  let size = sizeOf(sizes) ?? { width: "100%", height: null };

  function show(): void {
    const question = element.query;
    const texts = snippetsOf(origin, scripts, {
      question,
      look: { theme: themeOf(looks.value) },
      picture: light.value === "picture",
      ...size,
      dataDate: form.dataset.date ?? "",
    });
    for (const [id, text] of Object.entries(texts)) setText(`#${id}`, text);
    const code = `${origin}/qr.svg${question && `?${question}`}`;
    document.querySelector("#code")?.setAttribute("src", code);
    document.querySelector("#code-file")?.setAttribute("href", code);
    choose(regions, new URLSearchParams(question).get("availability") ?? anywhere);
    // A ready-made question is the same one in every region.
    choose(questions, isOffered(questions, question) ? question : inRegion(question, null));
    choose(outcomes, new URLSearchParams(question).get("outcome") ?? "summary");
  }

  function ask(question: string): void {
    element.query = question;
    show();
  }

  element.addEventListener("myeloma-compare:change", show);
  regions.addEventListener("change", () => {
    const { value } = regions;
    ask(inRegion(element.query, value === anywhere ? null : value));
  });
  questions.addEventListener("change", () => {
    const { value } = questions;
    const isRegion = ![anywhere, "any"].includes(regions.value);
    const hasOwn = new URLSearchParams(value).has("availability");
    ask(isRegion && !hasOwn ? inRegion(value, regions.value) : value);
  });
  outcomes.addEventListener("change", () => {
    const { value } = outcomes;
    ask(withOutcome(element.query, value));
  });
  looks.addEventListener("change", () => {
    element.theme = looks.value;
    show();
  });
  light.addEventListener("change", show);
  for (const field of sizes) {
    field.addEventListener("input", () => {
      for (const one of sizes) one.setAttribute("aria-invalid", String(!one.validity.valid));
      const wrong = sizes.find(({ validity }) => !validity.valid);
      setText("#builder .said", wrong?.dataset.allowed ?? "");
      // While the input is not a valid size, the last valid one is used.
      size = sizeOf(sizes) ?? size;
      preview.style.maxInlineSize = size.width === "100%" ? "" : `${size.width}px`;
      show();
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll<HTMLElement>("[data-copies]")) {
    button.addEventListener("click", () => copy(button));
    button.parentElement?.removeAttribute("hidden");
  }
  form.hidden = false;
  show();
}

function choiceOf(form: HTMLFormElement, name: string): HTMLSelectElement {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLSelectElement)) throw new Error(`${name} is not on the page`);
  return field;
}

function numberOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) throw new Error(`${name} is not on the page`);
  return field;
}

interface AskedSize extends Pick<FrameSize, "width"> {
  /** `null` if the frame fits its content. */
  height: number | null;
}

/** `null` if the width or the height is not a valid size of a frame. */
function sizeOf([width, height]: readonly [HTMLInputElement, HTMLInputElement]): AskedSize | null {
  if (!width.validity.valid || !height.validity.valid) return null;
  return {
    width: width.value === "" ? "100%" : Number(width.value),
    height: height.value === "" ? null : Number(height.value),
  };
}

/** Selects the option with that value, or "other" if there is none. */
function choose(select: HTMLSelectElement, value: string): void {
  select.value = isOffered(select, value) ? value : "other";
}

function isOffered(select: HTMLSelectElement, value: string): boolean {
  return [...select.options].some((option) => option.value === value);
}

/** The question with another region; `null` asks for products approved anywhere. */
function inRegion(question: string, region: string | null): string {
  return withParameter(question, "availability", region);
}

function themeOf(value: string): Theme {
  return themes.find((theme) => theme === value) ?? "auto";
}

function setText(selector: string, text: string): void {
  const place = document.querySelector(selector);
  if (place) place.textContent = text;
}

async function copy(button: HTMLElement): Promise<void> {
  const source = document.querySelector(`#${button.dataset.copies}`);
  const output = button.parentElement?.querySelector("output");
  if (!source || !output) return;
  const text = source.textContent ?? "";
  // Emptied first: a screen reader does not announce the same text twice.
  output.textContent = "";
  const done = await copied(Promise.resolve({ text, html: source.innerHTML }));
  if (!done) getSelection()?.selectAllChildren(source);
  output.textContent = (done ? button.dataset.copied : button.dataset.refused) ?? "";
}
