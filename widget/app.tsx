/** The widget inside its element: one question at a time, its answer, and what the reader opened. */
import { useEffect, useState } from "preact/hooks";
import type { Comparison } from "../functions/comparison/answer.ts";
import type { AnswerSource, Failure } from "./source.ts";
import type { Strings } from "./strings/en.ts";
import { type Loaded, useComparison } from "./use-comparison.ts";
import type { ChipName } from "./views/chips.ts";
import { Compare } from "./views/compare.tsx";
import { Detail } from "./views/detail.tsx";
import { FilterSheet } from "./views/filter-sheet.tsx";
import { FailureState, Relax, Skeleton } from "./views/states.tsx";

interface Props {
  query: string;
  source: AnswerSource;
  apiBase: string;
  initial: Loaded | null;
  strings: Strings;
  onChange: (query: string) => void;
  onResult: (comparison: Comparison) => void;
  onError: (failure: Failure) => void;
}

export function App({
  query,
  source,
  apiBase,
  initial,
  strings,
  onChange,
  onResult,
  onError,
}: Props) {
  const [sheet, setSheet] = useState<ChipName | null>(null);
  const [openRow, setOpenRow] = useState<string | null>(null);
  // The server's buttons do nothing; they come alive in the first update after hydration.
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);

  const needsAll = sheet !== null || openRow !== null;
  const { loaded, pending, slow, failure, retry } = useComparison({
    query,
    source,
    initial,
    needsAll,
    strings,
    onResult,
    onError,
  });

  const choose = (chosen: string) => {
    setSheet(null);
    if (chosen !== query) onChange(chosen);
  };

  const failureState = failure && (
    <FailureState
      failure={failure}
      strings={strings}
      onRetry={retry}
      onReset={() => choose("")}
      hasOldNumbers={loaded !== null}
    />
  );
  if (loaded === null) {
    return failureState ? (
      <div class="compare">{failureState}</div>
    ) : (
      <Skeleton strings={strings} />
    );
  }

  const { view, comparison } = loaded;
  const openOutcome = comparison?.outcomes.find(({ outcome }) => outcome === openRow);
  const { "car-t": carT, bsab } = view.cohorts;
  return (
    <>
      <Compare
        view={view}
        strings={strings}
        stale={pending}
        openRow={openRow}
        apiHref={`${apiBase}/v1/comparison${view.canonical && `?${view.canonical}`}`}
        onToggleRow={live ? (row) => setOpenRow(openRow === row ? null : row) : undefined}
        onOpenSheet={live ? setSheet : undefined}
        status={
          <>
            <p class="hidden" role="status">
              {live && !pending && comparison !== null && strings.states.ready(carT, bsab)}
            </p>
            {slow && pending && <p class="notice">{strings.states.slow}</p>}
            {/* Where something is open, what went wrong is said there. */}
            {!needsAll && failureState}
          </>
        }
        relax={<Relax view={view} strings={strings} onChoose={live ? choose : undefined} />}
        detail={
          openOutcome ? (
            <Detail row={openOutcome} strings={strings} apiBase={apiBase} />
          ) : (
            (failureState ?? <p class="muted">{strings.detail.loading}</p>)
          )
        }
      />
      {sheet !== null && (
        <FilterSheet
          name={sheet}
          comparison={pending ? null : comparison}
          failure={failureState}
          strings={strings}
          onChoose={choose}
          onClose={() => setSheet(null)}
        />
      )}
    </>
  );
}
