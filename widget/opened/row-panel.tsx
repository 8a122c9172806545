/** An opened row: over the answer, or beside it where there is room. */
import { useEffect, useRef, useState } from "preact/hooks";
import { rowName } from "#presentation/statement/row-name.ts";
import { patient as words } from "#words/patient.ts";
import { backCloses } from "../page/history.ts";
import { hasRoomBeside, Sheet } from "../sheets/sheet.tsx";
import { type OfRow, OpenedDetail } from "./detail.tsx";

interface Props extends Omit<OfRow, "outcome"> {
  /** One opening of a row. */
  opened: { readonly outcome: string };
}

export function RowPanel(props: Props) {
  const { loaded, send, place, strings, opened, onProducts } = props;
  const { outcome } = opened;
  const { view, forPatient } = loaded;
  const dialog = useRef<HTMLDialogElement>(null);
  // Columns of products leave no room.
  const [beside] = useState(() => hasRoomBeside(place) && view.kind !== "products");
  useEffect(() => (beside ? undefined : backCloses(() => dialog.current?.close())), [beside]);
  return (
    <Sheet
      dialog={dialog}
      id={`row-${outcome}`}
      title={rowName(view, outcome) ?? ""}
      // Over the numbers of all patients, whoever the patient is.
      subtitle={forPatient ? `${words.all}: ${forPatient.asked}` : view.question.title}
      beside={beside}
      isWhole
      strings={strings}
      onClose={() => send("closed", opened)}
    >
      <OpenedDetail
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
    </Sheet>
  );
}
