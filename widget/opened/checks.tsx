/**
 * The checks that lose the finding, by name, and its range when single cohorts are left out.
 * Only the service asks all these questions; where it cannot be reached, nothing is said.
 */

import { useCallback } from "preact/hooks";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import type { DetailWords } from "#presentation/words/catalogue.ts";
import { checked } from "../answers/of-opened-rows.ts";
import { useLoaded } from "../answers/use-loaded.ts";

interface Props {
  row: OutcomeComparison;
  /** The question that the row answers. */
  query: string;
  /** Version of the answer; `null` if it is about a patient, of whom the service knows nothing. */
  answerVersion: string | null;
  words: DetailWords;
  apiBase: string;
}

export function Checks({ row, query, answerVersion, words, apiBase }: Props) {
  const { outcome, contrasts } = row;
  if (contrasts[0]?.status !== "ok" || answerVersion === null) return null;
  const asked = new URLSearchParams(query);
  asked.set("outcome", outcome);
  return <Asked asked={`${asked}`} version={answerVersion} words={words} apiBase={apiBase} />;
}

interface AskedProps extends Pick<Props, "words" | "apiBase"> {
  asked: string;
  version: string;
}

function Asked({ asked, version, words: { checks: words }, apiBase }: AskedProps) {
  const load = useCallback((text: string) => checked(text, apiBase), [apiBase]);
  const { value, failure } = useLoaded(asked, load);
  if (failure) return null;
  // Checks of other data than those of the row would contradict it.
  if (value && (value.answerVersion !== version || value.held.finding === null)) return null;
  return (
    <section class="remarks checks">
      <h5>{words.heading}</h5>
      <p class={value ? "" : "muted"}>{value ? value.held.text : words.loading}</p>
    </section>
  );
}
