/** Draws an opened row: over the answer, or beside it where there is room. */
import "#presentation/svg/unbroken.ts";
import { useEffect, useRef } from "preact/hooks";
import { joinLabelAndDetail } from "#presentation/row/names.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import { findRowName } from "#presentation/views/screen.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import type { AnswerProps } from "../app.tsx";
import { makeCopier } from "../copying.tsx";
import { makeQuestionAboutOutcome, readQuestionParameter } from "../question.ts";
import { SheetDialog, useRoomFor } from "../sheets/sheet.tsx";
import { isCurrentAnswerMissing, type Loaded, type OpenedOutcome } from "../store.ts";
import { useLoadedValueWithRetry } from "../use-loaded.ts";
import { RowsOnAxis } from "../views/overview.tsx";
import { Share } from "../views/share.tsx";
import { FailureState, Loading } from "../views/states.tsx";
import { OpenedParts } from "./opened-parts.tsx";
import { PublishedComparisons } from "./studies-of-others.tsx";
import { Fold } from "./surface.tsx";

interface RowPanelProps extends Omit<OpenedRowProps, "outcome"> {
  /** Holds the opened row; each opening is a new object. */
  opened: OpenedOutcome;
}

export function RowPanel(props: RowPanelProps) {
  const { loaded, send, place, opened, onProducts } = props;
  const { outcome, behind } = opened;
  const { view, forPatient } = loaded;
  const dialog = useRef<HTMLDialogElement>(null);
  // Columns of products leave no room.
  const isPanel = useRoomFor("beside", place) && view.kind !== "products";
  return (
    <SheetDialog
      dialog={dialog}
      id={`row-${outcome}`}
      title={behind?.name ?? findRowName(view, outcome) ?? ""}
      // For a patient, the subtitle says that the numbers are of all patients.
      subtitle={
        forPatient
          ? `${words.all}: ${forPatient.patients.asked} ${forPatient.patients.filters}`
          : [view.question.title, view.question.detail].filter(Boolean).join(" · ")
      }
      isPanel={isPanel}
      isWhole
      onClose={() => send("closed", opened)}
    >
      {behind && (
        <p class="acts">
          <button type="button" onClick={() => send("rowToggled", behind.of)}>
            Back to {findRowName(view, behind.of)}
          </button>
        </p>
      )}
      <LoadedRow
        {...props}
        outcome={outcome}
        onProducts={
          onProducts &&
          (() => {
            dialog.current?.close();
            onProducts();
          })
        }
      />
    </SheetDialog>
  );
}

// Draws the panel of an opened row, which is loaded when it is opened.

interface OpenedRowProps extends AnswerProps {
  outcome: string;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
  /** Asks the question without these trials. */
  onLeave: (ids: readonly string[]) => void;
}

/** Loads the row when it is opened; while the row of another question is on its way, the one before stays. */
function LoadedRow(props: OpenedRowProps) {
  const { state, loaded, ask, send, outcome } = props;
  const { canonical, answerVersion } = loaded.view;
  const isPrivate = loaded.forPatient !== undefined;
  // If the answer was requested again and is the same, the row is the older part, so it is requested again, too.
  const isSame = !state.isOutdated && state.renewedVersion === answerVersion;
  const key = `${answerVersion} ${isSame} ${canonical}`;
  const { value, failure, retry } = useLoadedValueWithRetry(key, async (signal) => {
    const isRenewed = state.renewedVersion !== null;
    return (await ask.row(outcome, canonical, { signal, isPrivate, isRenewed })).body;
  });
  // The numbers of a row and of the table above it are of one release, or there are none.
  const isOther = value !== null && value.answerVersion !== answerVersion;
  useEffect(() => {
    if (isOther) send("outdated", null);
  }, [isOther, send]);
  // The row is kept with its answer, because its links and its copied text name the question of that answer.
  const last = useRef<{ row: OpenedRow; loaded: Loaded } | null>(null);
  if (value && !isOther) last.current = { row: value, loaded };
  if (failure) return <FailureState failure={failure} onRetry={retry} />;
  if (isOther && !state.isOutdated && !isCurrentAnswerMissing(state)) {
    const again = () => {
      retry();
      send("outdated", true);
    };
    return <FailureState failure={{ kind: "failed" }} onRetry={again} />;
  }
  if (last.current === null) return <Loading />;
  const isStale = last.current.row !== value;
  return (
    <div class={isStale ? "muted" : ""} aria-busy={isStale || undefined}>
      <PanelParts {...props} {...last.current} />
    </div>
  );
}

interface PanelPartsProps extends OpenedRowProps {
  row: OpenedRow;
}

/** Adds to the parts of a row what only the panel has: the rows behind it, comparisons by others, and copying. */
export function PanelParts(props: PanelPartsProps) {
  const { state, loaded, send, outcome, row, onProducts, onLeave } = props;
  const { canonical } = loaded.view;
  const question = loaded.forPatient ? null : canonical;
  const leaving = {
    ids: readQuestionParameter(state.query, "exclude")?.split(",") ?? [],
    onChange: onLeave,
  };
  const copy = makeCopier(props, makeQuestionAboutOutcome(canonical, outcome), row.copied);
  const openDeeper = (id: string) => {
    const view = row.deeper.find((entry) => entry.outcome === id);
    if (view)
      send("rowBehindOpened", {
        outcome: id,
        behind: { name: joinLabelAndDetail(view), of: outcome },
      });
  };
  return (
    <>
      <OpenedParts
        row={row}
        question={question}
        onProducts={onProducts}
        leaving={leaving}
        deeper={
          row.deeper.length > 0 && (
            <Fold title={row.deeperInShort}>
              <RowsOnAxis {...props} rows={row.deeper} level="h5" act={{ toggleRow: openDeeper }} />
            </Fold>
          )
        }
        compared={<PublishedComparisons row={row} question={question} />}
      />
      <div class="acts">
        <Share copy={copy} ways={["summary"]} />
      </div>
    </>
  );
}
