/** The widget inside its element: the current question, its answer, and what the reader opened. */

import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Comparison } from "#core/comparison/answer.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { sentenceOf } from "#presentation/statement/sentence.ts";
import type { DrawnWords, SheetName } from "#presentation/words/catalogue.ts";
import type { Failure } from "./answers/client.ts";
import { loadRest, type Rest, readyRest } from "./answers/load-rest.ts";
import { withOutcome } from "./answers/ordered-query.ts";
import type { AnswerSource } from "./answers/source.ts";
import { type Loaded, useComparison } from "./answers/use-comparison.ts";
import { OpenedRow, OpenedSheet } from "./opened/opened-row.tsx";
import { sparesData } from "./page/spares-data.ts";
import { Compare } from "./views/compare/compare.tsx";
import type { Copying } from "./views/compare/copying.tsx";
import {
  type Beside,
  FailureState,
  LoadingTrials,
  NoAnswer,
  Skeleton,
  Status,
  type StatusOf,
} from "./views/states.tsx";

interface Props {
  query: string;
  source: AnswerSource;
  apiBase: string;
  initial: Loaded | null;
  /** Whether an ancestor clips the widget, so that its filters cannot stick to the screen. */
  isCutOff: () => boolean;
  strings: DrawnWords;
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
  // A new object for every opening, so that a late close event of one sheet does not close the
  // next.
  const [sheet, setSheet] = useState<{ name: SheetName } | null>(null);
  // The answer that came with the page is not announced to screen readers.
  const [firstAsked] = useState(initial?.asked);
  // Stays in this component: no attribute, address, event or storage holds it.
  const [patient, setPatient] = useState<OwnPatient>();
  const [openRows, setOpenRows] = useState<readonly string[]>([]);
  // The server's buttons are disabled; the first update after hydration enables them.
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const [withdrawn, setWithdrawn] = useState<VNode | null>(null);
  const [inlineFilters, setInlineFilters] = useState(false);

  const needsAll = openRows.length > 0;
  const needsRest = needsAll || sheet !== null || !sparesData();
  const [, setRest] = useState<Rest>();
  useEffect(() => {
    // What needs it tries again, and shows the failure if it fails again.
    if (needsRest) loadRest().then(setRest, () => undefined);
  }, [needsRest]);
  const place = useRef<HTMLOutputElement>(null);
  const { loaded, fresh, pending, slow, failure, retry } = useComparison({
    query,
    source,
    patient,
    initial,
    needsAll,
    visible: () => readyRest()?.visibleRows(place.current) ?? [],
    strings,
    onResult,
    onError,
  });
  // Whether something clips can be measured only when there are rows.
  const hasRows = loaded !== null;
  useLayoutEffect(() => setInlineFilters(isCutOff()), [hasRows, isCutOff]);

  const change = (chosen: string) => {
    setSheet(null);
    if (chosen !== query) onChange(chosen);
  };
  const reset = () => {
    setPatient(undefined);
    change(loaded?.view.reset ?? "");
  };

  const failureState = (beside: Beside) =>
    failure && (
      <FailureState
        failure={failure}
        strings={strings}
        beside={beside}
        onRetry={retry}
        onReset={reset}
      />
    );
  const status = (of: StatusOf) => <Status strings={strings} of={of} place={place} />;
  if (withdrawn) return withdrawn;
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

  const { comparison, onDevice } = loaded;
  const { canonical } = loaded.view;
  // Of the question that holds a patient only what the reader changed leaves this component.
  const choose = (chosen: string) =>
    change(loaded.patient && rest ? rest.withChanges(query, canonical, chosen) : chosen);
  // No question holds the patient: then there are no numbers, and the others are for all patients.
  const isNone = comparison?.patient?.held === null;
  const offered = (chosen: string) => {
    if (!isNone) return choose(chosen);
    setPatient(undefined);
    change(chosen);
  };
  // Always loaded where it is needed: an answer that needs this part waits for it.
  const rest = readyRest();
  // Answers that are computed here arrive row by row; what needs every row waits for the last one.
  const freshOf = (outcome: string) => fresh.find(({ row }) => row.outcome === outcome);
  const view = {
    ...loaded.view,
    rows: loaded.view.rows.map((row) => {
      const found = freshOf(row.outcome)?.view;
      // Rows are folded, or not, with the whole answer, so that nothing moves before.
      return found ? { ...found, numberless: row.numberless } : row;
    }),
  };
  const toggle = (row: string) =>
    setOpenRows(
      openRows.includes(row) ? openRows.filter((one) => one !== row) : [...openRows, row],
    );
  const detail = (outcome: string) => {
    const newRow = freshOf(outcome)?.row;
    const row = newRow ?? comparison?.outcomes.find((one) => one.outcome === outcome);
    if (row) {
      return (
        <OpenedRow
          row={row}
          strings={strings}
          apiBase={apiBase}
          query={newRow ? query : loaded.patient ? canonical : loaded.asked}
          answerVersion={!newRow && loaded.patient ? null : view.answerVersion}
          copy={newRow ? undefined : copyingOf(withOutcome(view.canonical, outcome), outcome)}
          uncited={newRow || (onDevice && !patient) ? { failure: failureState("part") } : null}
        />
      );
    }
    return failureState("part") ?? <LoadingTrials strings={strings} />;
  };
  const isNews = live && !pending && (loaded.asked !== firstAsked || loaded.patient !== undefined);
  // What is copied may be pasted elsewhere. It is the answer to a question, and holds no patient.
  const copyingOf =
    (asked: string, outcome?: string): Copying =>
    (what) =>
      loadRest().then(
        ({ copying, words }) =>
          copying({
            site: apiBase,
            asked,
            outcome,
            view,
            answer: comparison,
            query: loaded.asked,
            source,
            strings,
            words,
          })(what),
        () => ({ said: strings.states.errorInside }),
      );
  return (
    <>
      {status(
        slow && pending
          ? "slow"
          : isNews
            ? { ready: sentenceOf(view), cutOff: onDevice?.cutOff }
            : null,
      )}
      <Compare
        view={view}
        strings={strings}
        stale={pending}
        inlineFilters={inlineFilters}
        fresh={fresh.map(({ row }) => row.outcome)}
        openRows={openRows}
        site={apiBase}
        copy={live && !isNone ? copyingOf(view.canonical) : undefined}
        onToggleRow={live ? toggle : undefined}
        onOpenSheet={live ? (name) => setSheet({ name }) : undefined}
        onReset={live ? reset : undefined}
        onTab={live ? (tab) => change(withOutcome(query, tab)) : undefined}
        status={
          <>
            {rest && (
              <rest.Background
                place={place}
                answerVersion={view.answerVersion}
                cutOff={!pending && onDevice?.cutOff}
                onWithdrawn={setWithdrawn}
                patient={patient}
                comparison={comparison}
                strings={strings}
                apiBase={apiBase}
                onPatient={setPatient}
                onEdit={() => setSheet({ name: "age" })}
                onOffer={offered}
              />
            )}
            {/* Here, so that it is seen if it cannot be loaded. */}
            {sheet !== null && (
              <OpenedSheet
                key={sheet}
                name={sheet.name}
                query={loaded.patient ? canonical : query}
                source={source}
                apiBase={apiBase}
                patient={patient}
                isHere={loaded.patient !== undefined}
                strings={strings}
                onChoose={choose}
                onPatient={setPatient}
                onReset={reset}
                onClose={() => setSheet((now) => (now === sheet ? null : now))}
              />
            )}
            {/* If the numbers on screen are current, only what the reader opened is missing, and
                it shows the failure itself. */}
            {pending && failureState("numbers")}
          </>
        }
        {...(isNone ? {} : rest?.later(view, strings, live ? choose : undefined, onDevice?.cutOff))}
        detail={detail}
      />
    </>
  );
}
