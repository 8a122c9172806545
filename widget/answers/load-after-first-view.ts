/** What comes right after the first view, in one file (`.dev/build/one-part.ts`). */
import type * as opened from "../opened/after-first-view.tsx";
import { part } from "./load-part.ts";
import type * as answers from "./local-answers.ts";

/** The exports of both files, under their own names. */
export type AfterFirstView = typeof answers & typeof opened;

let rest: AfterFirstView | null = null;

/** Rejects with a `SourceError` if it cannot be loaded now. */
export const loadAfterFirstView = part(async (): Promise<AfterFirstView> => {
  const drawn = await import("../opened/after-first-view.tsx");
  rest = { ...(await import("./local-answers.ts")), ...drawn };
  return rest;
});

/** The part, if it is loaded already. */
export const readyAfterFirstView = (): AfterFirstView | null => rest;
