/** Offers earlier therapy as buttons. If none is on, nothing is stated. */
import { type EarlierKind, type EarlierKinds, earlierKinds } from "#core/question/patient.ts";

export type EarlierOption = EarlierKind | "some" | "none";

export const earlierNames: Readonly<Record<EarlierOption, string>> = {
  "car-t": "CAR-T",
  bispecific: "BCMA bispecific",
  adc: "Antibody–drug conjugate",
  gprc5d: "GPRC5D",
  some: "BCMA, kind unknown",
  none: "None",
};
export const earlierOptions = Object.keys(earlierNames) as EarlierOption[];

export function isEarlierOptionChosen(value: EarlierKinds | null, option: EarlierOption): boolean {
  if (value === null) return false;
  if (option === "none") return value.length === 0;
  return option === "some" ? value === option : value !== "some" && value.includes(option);
}

/** Returns the value with one option toggled. A known kind excludes "none" and "unknown", and the other way round. */
export function toggleEarlierOption(
  value: EarlierKinds | null,
  option: EarlierOption,
): EarlierKinds | null {
  if (isEarlierOptionChosen(value, option)) {
    const kindsLeft =
      typeof value === "object" && value ? value.filter((kind) => kind !== option) : [];
    return kindsLeft.length > 0 ? kindsLeft : null;
  }
  if (option === "none") return [];
  if (option === "some") return option;
  return earlierKinds.filter((kind) => kind === option || isEarlierOptionChosen(value, kind));
}
