/** The widget inside its element: one question at a time, its answer, and what the reader opened. */
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Comparison } from "../functions/comparison/answer.ts";
import type { Failure } from "./client.ts";
import type { AnswerSource } from "./source.ts";
import { permalinkOf } from "./standalone-page.ts";
import type { Strings } from "./strings/en.ts";
import { type Loaded, useComparison } from "./use-comparison.ts";
import type { ChipName } from "./views/chips.ts";
import { Compare } from "./views/compare.tsx";
import { FilterSheet } from "./views/filter-sheet.tsx";
import { loadDetail, OpenedRow } from "./views/opened-row.tsx";
import {
  FailureState,
  LoadingTrials,
  NoAnswer,
  Relax,
  Skeleton,
  Status,
  type StatusOf,
} from "./views/states.tsx";

interface Props {
  query: string;
  source: AnswerSource;
  apiBase: string;
  initial: Loaded | null;
  /** Whether something around the widget keeps its filters from sticking to the screen. */
  isCutOff: () => boolean;
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
  isCutOff,
  strings,
  onChange,
  onResult,
  onError,
}: Props) {
  // An object of its own for every opening: the late close event of one sheet must not close the next.
  const [sheet, setSheet] = useState<{ name: ChipName } | null>(null);
  // The answer a page came with is read, not announced.
  const [firstAsked] = useState(initial?.asked);
  const [openRows, setOpenRows] = useState<readonly string[]>([]);
  // The server's buttons do nothing; they come alive in the first update after hydration.
  const [live, setLive] = useState(false);
  useEffect(() => {
    setLive(true);
    // An opened row asks again, and says so if it still cannot be had.
    loadDetail().catch(() => undefined);
  }, []);
  const [inlineFilters, setInlineFilters] = useState(false);

  const needsAll = sheet !== null || openRows.length > 0;
  const { loaded, pending, slow, failure, retry } = useComparison({
    query,
    source,
    initial,
    needsAll,
    strings,
    onResult,
    onError,
  });

  // What scrolls is known once the rows are there.
  const hasRows = loaded !== null;
  useLayoutEffect(() => setInlineFilters(isCutOff()), [hasRows]);

  const choose = (chosen: string) => {
    setSheet(null);
    if (chosen !== query) onChange(chosen);
  };

  const failureState = (beside: "nothing" | "numbers" | "part") =>
    failure && (
      <FailureState
        failure={failure}
        strings={strings}
        beside={beside}
        onRetry={retry}
        onReset={() => choose(loaded?.view.reset ?? "")}
      />
    );
  const status = (of: StatusOf) => <Status strings={strings} of={of} />;
  if (loaded === null) {
    return (
      <>
        {status(failure ? null : "loading")}
        {failure ? (
          <NoAnswer strings={strings}>{failureState("nothing")}</NoAnswer>
        ) : (
          <Skeleton strings={strings} inlineFilters={inlineFilters} />
        )}
      </>
    );
  }

  const { view, comparison } = loaded;
  const toggle = (row: string) =>
    setOpenRows(
      openRows.includes(row) ? openRows.filter((one) => one !== row) : [...openRows, row],
    );
  const detail = (outcome: string) => {
    const row = comparison?.outcomes.find((one) => one.outcome === outcome);
    if (row) return <OpenedRow row={row} strings={strings} apiBase={apiBase} />;
    return failureState("part") ?? <LoadingTrials strings={strings} />;
  };
  const isNews = live && !pending && loaded.asked !== firstAsked;
  const copyTable = async () => {
    const [{ comparisonTable }, answer] = await Promise.all([
      import("./comparison-table.ts"),
      comparison ?? source.answer(loaded.asked, new AbortController().signal),
    ]);
    return comparisonTable(answer, permalinkOf(apiBase, view.canonical), strings);
  };
  return (
    <>
      {status(slow && pending ? "slow" : isNews ? { ready: view.cohorts } : null)}
      <Compare
        view={view}
        strings={strings}
        stale={pending}
        inlineFilters={inlineFilters}
        openRows={openRows}
        site={apiBase}
        onCopyTable={live ? copyTable : undefined}
        onToggleRow={live ? toggle : undefined}
        onOpenSheet={live ? (name) => setSheet({ name }) : undefined}
        onReset={live ? () => choose(view.reset) : undefined}
        // Where the numbers are the right ones, only what was opened is missing: it says so itself.
        status={pending && failureState("numbers")}
        relax={<Relax view={view} strings={strings} onChoose={live ? choose : undefined} />}
        detail={detail}
      />
      {sheet !== null && (
        <FilterSheet
          key={sheet}
          name={sheet.name}
          comparison={pending ? null : comparison}
          failure={failureState("part")}
          reset={view.reset}
          strings={strings}
          onChoose={choose}
          onClose={() => setSheet((now) => (now === sheet ? null : now))}
        />
      )}
    </>
  );
}
