/** Draws a sheet: the choices of a filter, all other filters, or the form for a patient. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { PatientWithTraits } from "#core/question/patient.ts";
import type { Sheets } from "#presentation/views/sheet.ts";
import { elementTexts } from "#presentation/words/element.ts";
import type { AnswerProps } from "../app.tsx";
import { isCurrentAnswerMissing, type OpenedSheet } from "../store.ts";
import { useLoadedValueWithRetry } from "../use-loaded.ts";
import { FailureState, Loading } from "../views/states.tsx";
import { FilterLists } from "./filter-lists.tsx";
import { PatientForm } from "./patient-form.tsx";
import { SheetDialog, useRoomFor } from "./sheet.tsx";

interface FilterSheetProps extends AnswerProps {
  /** Holds the opened sheet; each opening is a new object. */
  opened: OpenedSheet;
  onChoose: (query: string) => void;
  onReset: () => void;
  /** Leads to products side by side, unless they are shown already. */
  onProducts: (() => void) | undefined;
}

export function FilterSheet(props: FilterSheetProps) {
  const { state, loaded, send, place, opened, onProducts } = props;
  const { name } = opened;
  const isPanel = useRoomFor("beside", place) && name === "patient";
  const dialog = useRef<HTMLDialogElement>(null);
  const press = useRef(() => {});
  const closing =
    <T,>(then: (value: T) => void) =>
    (value: T) => {
      dialog.current?.close();
      then(value);
    };
  const reset = () => closing(props.onReset)(undefined);
  const give = (patient: PatientWithTraits | undefined) => send("patientGiven", patient);
  return (
    <SheetDialog
      dialog={dialog}
      title={elementTexts.sheet[name]}
      isPanel={isPanel}
      onClose={() => send("closed", opened)}
      foot={
        name === "patient" ? (
          !isPanel && (
            <button type="button" class="apply" onClick={() => press.current?.()}>
              Find trials of such patients
            </button>
          )
        ) : (
          // This button is always shown, so that a reader can leave a question that has no answer.
          <>
            <button type="button" class="clear" onClick={reset}>
              {elementTexts.sheet.reset}
            </button>
            {name === "question" && (
              <button type="button" class="apply" onClick={() => dialog.current?.close()}>
                Show ({isCurrentAnswerMissing(state) ? "…" : loaded.view.trials})
              </button>
            )}
          </>
        )
      }
    >
      {name === "patient" ? (
        <PatientForm
          question={state.query}
          patient={state.patient}
          typed={state.typed}
          live={isPanel}
          onPress={press}
          onType={(typed) => send("patientTyped", typed)}
          onPatient={isPanel ? give : closing(give)}
        />
      ) : (
        <LoadedFilters
          {...props}
          onProducts={onProducts && (() => closing(onProducts)(undefined))}
        />
      )}
    </SheetDialog>
  );
}

function LoadedFilters({
  state,
  loaded,
  ask,
  opened,
  ...acts
}: FilterSheetProps): ComponentChildren {
  const { forPatient, view } = loaded;
  // With a patient, the choices belong to the question that the patient fits.
  const query = forPatient ? view.canonical : state.query;
  // The question on screen is the patient's until all patients are answered.
  const isPrivate = state.patient !== undefined || forPatient !== undefined;
  const { value, failure, retry } = useLoadedValueWithRetry(query, async (signal) => {
    return (await ask.choices(query, { signal, isPrivate })).body;
  });
  // While the next choices are on their way those before stay, so that the focus does.
  const last = useRef<Sheets | null>(null);
  last.current = value ?? last.current;
  if (failure) return <FailureState failure={failure} onRetry={retry} />;
  const sheets = last.current;
  // A choice among the previous ones would take back the one that is under way.
  const onChoose = (question: string) => value && acts.onChoose(question);
  if (sheets === null) return <Loading />;
  return <FilterLists {...acts} sheets={sheets} filter={opened.filter} onChoose={onChoose} />;
}
