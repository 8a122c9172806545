/** Reading numbers and labels out of the words of a collected figure. */
import type { Figure } from "../schema.ts";

/** `cohortsAB` → `cohorts-ab`, `CRonly` → `cr-only`, `27.7mo` stays. */
export function cutLabel(suffix: string): string {
  return suffix
    .replace(/([A-Z]{2,})([a-z])/g, "$1-$2")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

/** Months of follow-up that a definition states, as in "IRC, 14.1 mo"; "exposed >=6 mo" is no follow-up. */
export function statedMonths(definition: string | null): number | null {
  const match = definition?.match(/(?<!>=)\b(\d+(?:\.\d+)?) mo(?:nths?)?\b/);
  return match ? Number(match[1]) : null;
}

/** The number of a cut named after its follow-up: `27.7mo`, `igg400-22.8mo`. */
export function suffixMonths(suffix: string): number | null {
  const match = suffix.match(/(?:^|-)(\d+(?:\.\d+)?)mo\b/);
  return match ? Number(match[1]) : null;
}

export function gradingOf(definition: string | null): Figure["grading"] {
  const text = definition ?? "";
  if (/\bASTCT\b/.test(text)) return "astct";
  if (/\bCARTOX\b/.test(text)) return "cartox";
  if (/\bLee\b/.test(text)) return "lee";
  if (/\bCTCAE\b/.test(text)) return "ctcae";
  return "unknown";
}

/** Whether an outcome of grade 3 or more counted the fatal cases. */
export function gradesOf(definition: string | null, locator: string): Figure["grades"] {
  const text = `${definition ?? ""} | ${locator}`;
  if (/grade 3[-/]5|incl(?:\.|uding) one (?:death|fatal)|plus one grade 5|\+ grade 5/i.test(text)) {
    return "3-5";
  }
  return /grade 3(?:[-/]| or )4/i.test(text) ? "3-4" : null;
}

export function timeOriginOf(definition: string | null): Figure["timeOrigin"] {
  const text = definition ?? "";
  if (/(?:of|from|after) randomisation/.test(text)) return "randomisation";
  return /mo after infusion/.test(text) ? "infusion" : null;
}
