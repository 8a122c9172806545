/** What is shown when there are no numbers, or none yet. Every state says what happened and what to do. */
import type { ComponentChildren, Ref } from "preact";
import type { CompareView } from "#presentation/view/compare-view.ts";
import type { ScreenWords } from "#presentation/words/contract/screen.ts";
import type { Failure } from "../answers/client.ts";
import { blankView } from "./blank-view.ts";
import { Compare } from "./compare.tsx";

interface SkeletonProps {
  strings: ScreenWords;
  inlineFilters: boolean;
}

/**
 * The shape of the answer before it is there, so that nothing jumps when it arrives. Nothing of it is
 * heard; {@link Status} says what is going on.
 */
export function Skeleton({ strings, inlineFilters }: SkeletonProps) {
  return (
    <div class="skeleton" aria-busy="true" aria-hidden="true">
      <Compare view={blankView} strings={strings} inlineFilters={inlineFilters} site="" />
    </div>
  );
}

/** `null` when there is nothing to tell. */
export type StatusOf =
  | "loading"
  | "slow"
  | { ready: CompareView["cohorts"]; cutOff?: boolean | undefined }
  | null;

interface StatusProps {
  strings: ScreenWords;
  of: StatusOf;
  place?: Ref<HTMLOutputElement>;
}

/**
 * The one place where changes are announced. It stays while everything else comes and goes, because
 * a place that arrives together with its words is often not heard. Only slowness is also seen, over
 * the numbers, so that they keep their place.
 */
export function Status({ strings: { states }, of, place }: StatusProps) {
  return (
    <output class="status" ref={place ?? null}>
      {of === "slow" && <p class="notice">{states.slow}</p>}
      {of === "loading" && <p class="hidden">{states.loading}</p>}
      {of !== null && typeof of === "object" && (
        <p class="hidden">
          {states.ready(of.ready["car-t"], of.ready.bsab)} {of.cutOff && states.onDevice}
        </p>
      )}
    </output>
  );
}

/** An opened row whose trials are on their way. */
export function LoadingTrials({ strings }: { strings: ScreenWords }) {
  return <p class="muted">{strings.detail.loading}</p>;
}

/** No answer was ever had: the title, and why. */
export function NoAnswer({
  strings,
  children,
}: {
  strings: ScreenWords;
  children: ComponentChildren;
}) {
  return (
    <div class="compare">
      <p class="title">
        <strong>{strings.title}</strong>
      </p>
      {children}
    </div>
  );
}

export type Beside = "nothing" | "numbers" | "part";

interface FailureProps {
  failure: Failure;
  strings: ScreenWords;
  onRetry: () => void;
  onReset: () => void;
  /** What the message stands beside: nothing, the previous numbers, or a part that needs more. */
  beside: Beside;
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
    <div class={`notice${beside === "numbers" ? " over" : ""}`} role="alert">
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
