/** Draws an opened row: over the answer, or beside it where there is room. */
import { useRef } from "preact/hooks";
import { findRowName } from "#presentation/views/opened-name.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { SheetDialog, useRoomFor } from "../sheets/sheet.tsx";
import type { OpenedOutcome } from "../store.ts";
import { LoadedRow, type OpenedRowProps } from "./opened-row.tsx";

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
