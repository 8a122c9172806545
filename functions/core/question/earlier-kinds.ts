/** What a question asks of earlier therapy. */
import { type EarlierKind, earlierKinds } from "#data/earlier-kinds.ts";
import type { Query } from "./query.ts";

/** The kinds of earlier therapy that a question names. */
export function kindsIn(priorBcma: Query["priorBcma"]): EarlierKind[] {
  return earlierKinds.filter((kind) => priorBcma.includes(kind));
}

/** Whether a question asks for trials that recruited for earlier therapy. */
export function isAfterTherapy({ priorBcma }: Pick<Query, "priorBcma">): boolean {
  return priorBcma.includes("selected") || kindsIn(priorBcma).length > 0;
}
