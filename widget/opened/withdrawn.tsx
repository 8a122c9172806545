/** Shown instead of numbers that were withdrawn, because they are of data that held a wrong one. */
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { kept as words } from "#words/kept.ts";
import { NoAnswer } from "../views/states.tsx";

export function Withdrawn({ strings, reason }: { strings: DrawnWords; reason: string | null }) {
  return (
    <NoAnswer strings={strings}>
      <div class="notice" role="alert">
        <p>
          <strong>{words.withdrawn}</strong> {words.reason(reason)}
        </p>
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </NoAnswer>
  );
}
