/** Caches answers, and the texts that are rendered from them, in the memory of the isolate. */
import { memo } from "#core/cache/memo.ts";
import type { Bytes } from "../../http/content-coding.ts";
import type { FullAnswer } from "../compute/full-answer.ts";

export interface CachedAnswer {
  readonly full: FullAnswer;
  /** Counts the characters of the answer as JSON. */
  readonly characters: number;
  readonly isPrecomputed: boolean;
}

export interface CachedText {
  readonly body: Bytes;
  /** False for a text that was just rendered, because it is gzipped later. */
  readonly gzipped: boolean;
}

/**
 * The cache holds this many bytes: about forty answers, because readers of one answer request more of it, and about
 * 1200 whole comparisons.
 */
const mostBytes = 20_000_000;

/** The key of an answer is its version and the canonical text of its question; the key of a text is its `ETag`. */
export const memory = memo<{ readonly answer?: CachedAnswer; readonly text?: CachedText }>(
  mostBytes,
  // An answer in memory takes one and a half times as many bytes as its JSON has characters.
  ({ answer, text }) => 1.5 * (answer?.characters ?? 0) + (text?.body.byteLength ?? 0),
);
