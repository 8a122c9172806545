/** Draws what is shown if there are no numbers, or none yet. Every state says what happened and what to do. */
import type { ComponentChildren } from "preact";
import { elementTexts } from "#presentation/words/element.ts";
import { withdrawn } from "#presentation/words/withdrawn.ts";
import type { Failure } from "../ask.ts";
import { blankView } from "./blank-view.ts";
import { Shell } from "./shell.tsx";

/**
 * The shape of the answer before it is loaded, so that nothing moves when it arrives. It is hidden
 * from screen readers; {@link Status} announces the state.
 */
export function Skeleton() {
  return (
    <div class="skeleton" aria-busy="true" aria-hidden="true">
      <Shell view={blankView} site="" />
    </div>
  );
}

/** Stands in the place of a response that is on its way. */
export function Loading() {
  return (
    <p class="muted" role="status">
      {elementTexts.states.loading}
    </p>
  );
}

/** `null` if there is nothing to announce. */
type StatusOf = "loading" | "slow" | { ready: string; onDevice: boolean } | null;

/**
 * Draws the only live region, where changes are announced to screen readers. It stays in the page,
 * because a region that is inserted together with its text is often not announced. Only the notice
 * about slowness is also visible; it is over the numbers, so that these do not move.
 */
export function Status({ of }: { of: StatusOf }) {
  return (
    <output class="status">
      {of === "slow" && <p class="notice">{elementTexts.states.slow}</p>}
      {of === "loading" && <p class="hidden">{elementTexts.states.loading}</p>}
      {of !== null && typeof of === "object" && (
        <p class="hidden">
          Updated: {of.ready} {of.onDevice && elementTexts.states.onDevice}
        </p>
      )}
    </output>
  );
}

/** Draws what is shown if there was never an answer: the title and the reason. */
export function NoAnswer({ children }: { children: ComponentChildren }) {
  return (
    <div class="compare">
      <p class="title">
        <strong>{elementTexts.title}</strong>
      </p>
      {children}
    </div>
  );
}

/** Shown instead of numbers that were withdrawn, because they are of data that held a wrong one. */
export function WithdrawnNotice({ reason }: { reason: string | null }) {
  return (
    <NoAnswer>
      <div class="notice" role="alert">
        <p>
          <strong>{withdrawn.title}</strong> {withdrawn.reason(reason)}
        </p>
        <button type="button" onClick={() => location.reload()}>
          {withdrawn.reload}
        </button>
      </div>
    </NoAnswer>
  );
}

interface FailureProps {
  failure: Failure;
  onRetry: () => void;
  /** Asks the question without filters; not offered by a part of the view. */
  onReset?: () => void;
  /** The numbers of the previous question stand below. */
  hasNumbers?: boolean;
}

export function FailureState({ failure, onRetry, onReset, hasNumbers = false }: FailureProps) {
  const { states, sheet } = elementTexts;
  return (
    <div class={`notice${hasNumbers ? " over" : ""}`} role="alert">
      <p>
        {states[failure.kind]} {hasNumbers && states.previous}
      </p>
      {failure.kind === "refused" ? (
        <>
          <ul>
            {failure.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
          {onReset && (
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
