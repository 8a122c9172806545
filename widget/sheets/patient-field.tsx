/**
 * Draws a field for one number of a patient.
 *
 * What is typed into an element of a page is heard by every listener of that page, in a shadow root
 * too: the events name each key. So on a page of another site the field stands in an empty frame of
 * its own, which no event leaves. Our own pages have no script but ours.
 */
import { useState } from "preact/hooks";
import type { PatientParameter } from "#core/question/patient.ts";
import { surroundings } from "../page/environment.ts";

export interface PatientFieldProps {
  name: PatientParameter;
  label: string;
  /** Maps the ids of the texts below the field to these texts. */
  notes: Readonly<Record<string, string>>;
  value: string;
  isWrong: boolean;
  onType: (text: string) => void;
  onEnter: () => void;
  onLeave: () => void;
}

export function PatientField(props: PatientFieldProps) {
  const [isFramed, setFramed] = useState(!surroundings.isOwnPage);
  return isFramed ? (
    <FramedField {...props} onRefused={() => setFramed(false)} />
  ) : (
    <PlainField {...props} />
  );
}

export function focusPatientField(form: HTMLElement | null, name: PatientParameter): void {
  const element = form?.querySelector<HTMLElement>(`#${name}`);
  const field = element instanceof HTMLIFrameElement ? findFramedField(element) : element;
  field?.focus();
}

/** Draws the field in the page; the form around hears the Enter key. */
function PlainField({ name, label, notes, value, isWrong, onType, onLeave }: PatientFieldProps) {
  return (
    <label>
      {label}
      <input
        id={name}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        size={4}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={Object.keys(notes).join(" ")}
        onInput={(event) => onType(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </label>
  );
}

/** @param onRefused Is called on a page that may not reach into a frame, as in a sandbox. */
function FramedField({ onRefused, ...props }: PatientFieldProps & { onRefused: () => void }) {
  const { name, label } = props;
  // `fill` runs with every drawing, and again when the browser puts another empty page into the frame.
  const fill = (frame: HTMLIFrameElement | null) => {
    if (!frame) return;
    const page = frame.contentDocument;
    if (page) updateFramedField(findFramedField(frame) ?? addInputToFrame(page), frame, props);
    else onRefused();
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is in the frame, and named there, too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key reaches the field itself.
    <label onClick={({ currentTarget }) => focusPatientField(currentTarget, name)}>
      {label}
      <iframe
        ref={fill}
        id={name}
        class="field"
        title={label}
        onLoad={({ currentTarget }) => fill(currentTarget)}
      />
    </label>
  );
}

function updateFramedField(
  field: HTMLInputElement,
  frame: HTMLIFrameElement,
  { label, notes, value, isWrong, onType, onEnter, onLeave }: PatientFieldProps,
): void {
  if (field.value !== value) field.value = value;
  field.ariaLabel = label;
  field.ariaInvalid = String(isWrong);
  // Texts outside of the frame cannot be named by their ids.
  field.setAttribute("aria-description", Object.values(notes).filter(Boolean).join(" "));
  field.oninput = () => onType(field.value);
  field.onblur = onLeave;
  field.onkeydown = (event) => {
    if (event.key === "Escape") frame.closest("dialog")?.close();
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const { color, colorScheme } = getComputedStyle(frame);
  const { documentElement: around } = field.ownerDocument;
  field.style.color = color;
  // Another scheme than that of the page around would give the frame a background.
  around.style.colorScheme = colorScheme;
  around.lang = frame.closest<HTMLElement>("[lang]")?.lang ?? "";
}

function findFramedField({ contentDocument }: HTMLIFrameElement): HTMLInputElement | null {
  return contentDocument?.querySelector("input") ?? null;
}

/** Makes the field by properties instead of markup and style sheets, which the page's policy may forbid. */
function addInputToFrame(page: Document): HTMLInputElement {
  const field = page.createElement("input");
  field.inputMode = "numeric";
  field.autocomplete = "off";
  Object.assign(field.style, {
    background: "none",
    border: "0",
    boxSizing: "border-box",
    // Letters below 16 px make a phone zoom into the page.
    font: "16px system-ui, sans-serif",
    height: "100%",
    // The frame would clip the outline of the browser's own style.
    outlineOffset: "-4px",
    padding: "0 8px",
    width: "100%",
  });
  Object.assign(page.documentElement.style, { height: "100%", overflow: "hidden" });
  Object.assign(page.body.style, { height: "100%", margin: "0" });
  page.body.appendChild(field);
  return field;
}
