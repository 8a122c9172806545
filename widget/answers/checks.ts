/** Which checks of a finding are lost, in one sentence: `/v1/sensitivity`. */
import type { Sensitivity } from "#presentation/words/analyses-with-words.ts";
import { has, request } from "./request.ts";

export interface Checked {
  answerVersion: string;
  held: Pick<Sensitivity["held"], "finding" | "text">;
}

/** Requests are kept, and not aborted when a row is closed. */
const known = new Map<string, Promise<Checked>>();

/** @param question Question about one outcome, with the language of the sentence. */
export function checked(question: string, apiBase: string): Promise<Checked> {
  const url = `${apiBase}/v1/sensitivity?${question}`;
  const asked = known.get(url) ?? request(url, isChecked, new AbortController().signal);
  known.set(url, asked);
  asked.catch(() => known.delete(url));
  return asked;
}

const isChecked = (body: unknown): body is Checked =>
  has(body, "answerVersion", "held") && has(body.held, "finding", "text");
