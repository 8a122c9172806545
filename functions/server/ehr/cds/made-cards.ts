/** Made by the build from the answers that pages show; the Worker reads the file once. */
import type { Context } from "hono";
import { constantPath } from "../../answers/constant-answer.ts";
import { readPrecomputed } from "../../answers/precomputed-files.ts";
import { gunzip } from "../../http/content-coding.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { inTime } from "../../http/in-time.ts";

/** Below a path that only the Worker serves. */
export const cardsFile = constantPath({ resource: "cds-cards" });

export interface CardText {
  /** Without and with the note that nobody reviewed the data, because it has a limit. */
  summary: string;
  unreviewedSummary: string;
  /** GitHub Flavored Markdown. */
  detail: string;
  /** The question behind it, and questions beside it. */
  question: string;
  beside: readonly { label: string; question: string }[];
}

export interface MadeCards {
  /** First line of a card as long as no clinician has reviewed the data; empty afterwards. */
  unreviewed: string;
  /** By question: from the narrowest to the widest, then the one after therapy against BCMA. */
  comparisons: Readonly<Record<string, CardText>>;
  /** The question that holds cohorts of a product, by product. Others have the default question. */
  questionOf: Readonly<Record<string, string>>;
  /** What studies reported of CAR-T after therapy against BCMA, in Markdown. */
  laterCarT: string;
}

let made: MadeCards | null = null;

/** @throws if the build did not write them, or they cannot be read in time. */
export async function madeCards(context: Context<HonoEnvironment>): Promise<MadeCards> {
  if (made !== null) return made;
  const file = await readPrecomputed(context, cardsFile);
  if (file === null) throw new Error("the cards were not built");
  const read: MadeCards = await inTime(new Response(gunzip(file)).json());
  made = read;
  return read;
}
