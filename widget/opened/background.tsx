/** What goes on beside the answer once the rest of the script is there. */
import type { ComponentProps, RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { placeSheets } from "../page/place-sheets.ts";
import { PatientResults } from "../sheets/filter-sheet.tsx";
import { adoptOpenedStyles } from "./adopt-opened-styles.ts";
import { warnOfLook } from "./warn-of-look.ts";

interface Props extends ComponentProps<typeof PatientResults> {
  /** Any element in the shadow root. */
  place: RefObject<Element | null>;
}

/** Draws the results for a patient, whose form is of the same part. */
export function Background({ place, ...props }: Props) {
  useEffect(() => begin(place.current), [place]);
  return <PatientResults {...props} />;
}

/** @returns A function that ends it. */
function begin(place: Element | null): (() => void) | undefined {
  const root = place?.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  adoptOpenedStyles(place);
  warnOfLook(root.host);
  if (window.parent !== window) return placeSheets(root.host);
}
