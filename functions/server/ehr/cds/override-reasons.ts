/** Why a clinician may set a card aside. */

export const reasonSystem = "urn:myeloma-compare:override-reason";

export const overrideReasons = [
  { code: "known", system: reasonSystem, display: "I know this evidence" },
  { code: "decided", system: reasonSystem, display: "The decision is already made" },
  { code: "not-for-patient", system: reasonSystem, display: "Does not fit this patient" },
  {
    code: "not-available",
    system: reasonSystem,
    display: "One of the therapies is not available here",
  },
  { code: "not-now", system: reasonSystem, display: "Not at this moment" },
] as const;
