/**
 * Loads what comes right after the first view, with its words: opened rows, the frame of the sheets,
 * what is copied, and answers that are computed on this device. The build makes one file of it
 * (`.dev/build/one-part.ts`).
 */
import type { DetailWords } from "#presentation/words/contract/detail.ts";
import type { Background, copying, Detail, FilterSheet, withChanges } from "../opened/detail.tsx";
import { part } from "./load-part.ts";

type Answers = typeof import("./local-answers.ts");

/** The exports of both files, under their own names. */
export interface Rest extends Answers {
  Background: typeof Background;
  Detail: typeof Detail;
  FilterSheet: typeof FilterSheet;
  copying: typeof copying;
  withChanges: typeof withChanges;
  language: string;
  words: DetailWords;
}

let rest: Rest | null = null;

/** Rejects with a `SourceError` if it cannot be loaded now. */
export const loadRest = part(async (language): Promise<Rest> => {
  const opened = await import("../opened/detail.tsx");
  const answers = await import("./local-answers.ts");
  rest = { ...answers, ...opened, language, words: await opened.detailWords(language) };
  return rest;
});

/** The part, if it is loaded already. */
export const readyRest = (): Rest | null => rest;
