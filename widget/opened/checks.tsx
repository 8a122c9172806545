/**
 * The checks that lose the finding, by name, and its range when single trials are left out.
 * Only the service asks all these questions.
 */
import { useCallback } from "preact/hooks";
import { checked } from "../answers/of-opened-rows.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState } from "../views/states.tsx";
import type { RowProps } from "./row-props.ts";

interface Props extends RowProps {
  /** The question that the row answers. */
  query: string;
  /** Version of the answer; `null` if it is about a patient, of whom the service knows nothing. */
  answerVersion: string | null;
}

export function Checks({ row, query, answerVersion, ...shared }: Props) {
  const { outcome, contrasts } = row;
  if (contrasts[0]?.status !== "ok" || answerVersion === null) return null;
  const asked = new URLSearchParams(query);
  asked.set("outcome", outcome);
  return <Asked {...shared} asked={`${asked}`} version={answerVersion} />;
}

interface AskedProps extends Pick<Props, "strings" | "words" | "apiBase"> {
  asked: string;
  version: string;
}

function Asked({ asked, version, strings, words: { checks: words }, apiBase }: AskedProps) {
  const load = useCallback((text: string) => checked(text, apiBase), [apiBase]);
  const { value, failure, retry } = useLoaded(asked, load);
  if (failure) return <FailureState failure={failure} strings={strings} onRetry={retry} />;
  // Checks of other data than those of the row would contradict it.
  if (value && (value.answerVersion !== version || value.held.finding === null)) return null;
  return (
    <section class="checks">
      <h5>{words.heading}</h5>
      <p class={value ? "" : "muted"}>{value ? value.held.text : words.loading}</p>
      {value && value.held.lost.length > 1 && (
        <details>
          <summary>{value.held.finding === 0 ? words.found : words.lost}</summary>
          <ul>
            {value.held.lost.map(({ value: check, label }) => (
              <li key={check + label}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
