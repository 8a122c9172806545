/** The only memory of the isolate for answers and for the texts that are rendered from them. */
import { memo } from "#core/cache/memo.ts";
import type { Bytes } from "../../http/content-coding.ts";
import type { FullAnswer } from "../compute/full-answer.ts";

export interface CachedAnswer {
  readonly full: FullAnswer;
  /** Holds characters of its JSON. */
  readonly characters: number;
  readonly isPrecomputed: boolean;
}

export interface CachedText {
  readonly body: Bytes;
  /** A text that was just rendered is not gzipped yet. */
  readonly gzipped: boolean;
}

/** Bytes: some forty answers, because those who read one ask for more of it, and about 1200 whole comparisons. */
const most = 20_000_000;

/** An answer is kept by its version and the canonical text of its question, a text by its `ETag`. */
export const memory = memo<{ readonly answer?: CachedAnswer; readonly text?: CachedText }>(
  most,
  // An answer in memory takes one and a half times as many bytes as its JSON has characters.
  ({ answer, text }) => 1.5 * (answer?.characters ?? 0) + (text?.body.byteLength ?? 0),
);
