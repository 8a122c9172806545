/**
 * Lists the codes of all notes, the weightiest first; those of labels last. The rules are in `notes.ts`, the meanings
 * in `schema/code-meanings.ts`.
 */
export const noteCodes = [
  "patients-apart",
  "one-trial-carries",
  "other-trials",
  "above-whole",
  "figures-missing",
  "follow-up",
  "infections",
  "grading",
  "deaths-apart",
  "regimen",
  "patients-counted",
  "earlier-therapy",
  "earlier-therapy-elsewhere",
  "dose-finding",
  "cuts-and-overlap",
  "question",
  "labels-in-part",
  "labelled-without-trial",
  "no-label",
  "counted-without-label",
  "label-from-line",
  "label-condition",
  "left-out-for-label",
  "sold-elsewhere",
  "lines-unknown",
  "early-after-three",
  "after-kinds",
] as const;
