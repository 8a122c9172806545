/** The same element as everywhere, handed the patient here; loaded once it is asked for. */
import type { OwnPatient } from "#core/question/patient.ts";
import { styles } from "#generated/styles.ts";
import { loadAfterFirstView } from "../answers/load-after-first-view.ts";
import { viewMaker } from "../answers/view-maker.ts";
import { setSurroundings } from "../page/surroundings.ts";
import "../registered.ts";

export interface Shown {
  place: Element;
  theme: "dark" | "light" | "system";
}

/** `undefined` shows all patients. */
export type Tell = (patient: OwnPatient | undefined) => void;

/**
 * Shows it below; the patient can be corrected with what is returned. What takes the patient is loaded
 * before, also where data are spared: otherwise the numbers of all patients would stay.
 */
export async function showComparison(
  { place, theme }: Shown,
  first: OwnPatient | undefined,
): Promise<Tell> {
  await loadAfterFirstView();
  let patient = first;
  let tell: Tell | undefined;
  setSurroundings({
    styles,
    viewMaker: async () => viewMaker,
    patient: (onPatient) => {
      tell = onPatient;
      tell(patient);
    },
  });
  const element = document.createElement("myeloma-compare");
  element.setAttribute("theme", theme);
  place.replaceChildren(element);
  return (corrected) => {
    patient = corrected;
    tell?.(patient);
  };
}
