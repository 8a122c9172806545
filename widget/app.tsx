/** The widget inside its element: draws the state of the store. */
import { readyAfterFirstView } from "./answers/load-after-first-view.ts";
import { withOutcome } from "./answers/ordered-query.ts";
import type { Shown } from "./opened/after-first-view.tsx";
import { isPending } from "./store.ts";
import { Compare } from "./views/compare/compare.tsx";
import {
  type Beside,
  FailureState,
  LoadingTrials,
  NoAnswer,
  Skeleton,
  Status,
} from "./views/states.tsx";

type Props = Omit<Shown, "loaded" | "failed">;

export function App({ state, send, place, source, apiBase, strings }: Props) {
  const { query, initial, loaded, failure, openRows, sheet, live, lacking, withdrawn } = state;

  const reset = () => send("chosenForAll", loaded?.view.reset ?? "");
  const failed = (beside: Beside, reason = failure) =>
    reason && (
      <FailureState
        failure={reason}
        strings={strings}
        beside={beside}
        onRetry={() => send("retried", null)}
        onReset={reset}
      />
    );
  // Always loaded where it is needed: an answer that needs this part waits for it.
  const rest = readyAfterFirstView();
  if (withdrawn && rest) return <rest.Withdrawn strings={strings} reason={withdrawn.reason} />;
  if (loaded === null) {
    return (
      <>
        <Status strings={strings} of={failure ? null : "loading"} />
        {failure ? (
          <NoAnswer strings={strings}>{failed("nothing")}</NoAnswer>
        ) : (
          <Skeleton strings={strings} />
        )}
      </>
    );
  }

  const { view } = loaded;
  const pending = isPending(state);
  // The answer that came with the page is not announced to screen readers.
  const isNews = live && !pending && (loaded.asked !== initial?.asked || loaded.patient);
  const shown = { state, loaded, send, place, source, apiBase, strings, failed };
  const added = rest?.addedTo(shown);
  const lack = failed("part", lacking);
  return (
    <>
      <Status
        strings={strings}
        of={
          state.slow && pending
            ? "slow"
            : isNews
              ? { ready: added?.heard ?? view.verdict.lead, cutOff: loaded.onDevice?.cutOff }
              : null
        }
      />
      <Compare
        view={view}
        strings={strings}
        stale={pending}
        openRows={openRows}
        site={apiBase}
        {...(live && {
          onShare: () => send("shareOpened", null),
          onToggleRow: (outcome) => send("rowToggled", outcome),
          onOpenSheet: (name) => send("sheetOpened", name),
          onReset: reset,
          onTab: (tab) => send("chosen", withOutcome(query, tab)),
        })}
        status={
          <>
            {rest ? <rest.Beside {...shown} /> : sheet && lack}
            {/* If the numbers on screen are current, only what the reader opened is missing, and
                it shows the failure itself. */}
            {pending && failed("numbers")}
          </>
        }
        detail={() => lack ?? failed("part") ?? <LoadingTrials strings={strings} />}
        {...added}
      />
    </>
  );
}
