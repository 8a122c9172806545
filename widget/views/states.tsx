/** What is shown when there are no numbers, or none yet. Every state says what happened and what to do. */
import { groups } from "../../functions/evidence/class-names.ts";
import type { Failure } from "../client.ts";
import type { Strings } from "../strings/en.ts";
import type { CompareView } from "./compare-view.ts";

/** The shape of the answer before it is there, so that nothing jumps when it arrives. */
export function Skeleton({ strings, inlineFilters }: { strings: Strings; inlineFilters: boolean }) {
  return (
    <div class={`compare skeleton${inlineFilters ? " inline-filters" : ""}`} aria-busy="true">
      <header class="top">
        <p class="title">
          <strong>{strings.title}</strong>
        </p>
        <p class="bone headline-bone" />
      </header>
      <p class="hidden" role="status">
        {strings.states.loading}
      </p>
      <div class="chips">
        {Object.values(strings.chip).map((label) => (
          <span key={label} class="chip muted">
            {label}
          </span>
        ))}
      </div>
      {["a", "b", "c", "d", "e"].map((key) => (
        <div key={key} class="bone row-bone" />
      ))}
    </div>
  );
}

interface FailureProps {
  failure: Failure;
  strings: Strings;
  onRetry: () => void;
  onReset: () => void;
  /** What the message stands beside: nothing, the previous numbers, or a part that needs more. */
  beside: "nothing" | "numbers" | "part";
}

export function FailureState({ failure, strings, onRetry, onReset, beside }: FailureProps) {
  const { states, sheet } = strings;
  const previous = beside === "numbers" ? ` ${states.previous}` : "";
  const offline = {
    nothing: states.offlineEmpty,
    numbers: states.offline,
    part: states.offlineInside,
  };
  const message = {
    offline: offline[beside],
    failed: (beside === "part" ? states.errorInside : states.error) + previous,
    refused: states.refused + previous,
  }[failure.kind];
  return (
    <div class="notice" role="alert">
      <p>{message}</p>
      {failure.kind === "refused" ? (
        <>
          <ul>
            {failure.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          {beside !== "part" && (
            <button type="button" onClick={onReset}>
              {sheet.reset}
            </button>
          )}
        </>
      ) : (
        <button type="button" onClick={onRetry}>
          {states.retry}
        </button>
      )}
    </div>
  );
}

/** At most this many ways out; more would be a menu. */
const offers = 3;

interface RelaxProps {
  view: CompareView;
  strings: Strings;
  onChoose?: ((query: string) => void) | undefined;
}

/** Which class is empty, and the filters that would bring it back, one tap each. */
export function Relax({ view: { cohorts, relax }, strings, onChoose }: RelaxProps) {
  const { states, classAdjective, relaxed } = strings;
  const empty = groups.filter((group) => cohorts[group] === 0);
  const [only] = empty;
  if (only === undefined) return null;
  return (
    <div class="notice">
      <p>
        {empty.length === groups.length ? states.empty : states.emptyClass(classAdjective[only])}
      </p>
      <ul class="relax">
        {relax.slice(0, offers).map(({ parameter, query, cohorts: then }) => (
          <li key={parameter}>
            <button
              type="button"
              disabled={!onChoose}
              onClick={onChoose && (() => onChoose(query))}
            >
              {states.relaxTo(relaxed[parameter] ?? parameter, then["car-t"], then.bsab)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
