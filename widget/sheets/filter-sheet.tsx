/** A sheet: the choices of a filter, all other filters, or the form for a patient. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import type { SheetName, Sheets } from "#presentation/views/sheet.ts";
import { drawn } from "#presentation/words/element.ts";
import type { Ask } from "../ask.ts";
import { useLoaded } from "../use-loaded.ts";
import { FailureState, Loading } from "../views/states.tsx";
import { Lists } from "./filter-lists.tsx";
import { PatientForm } from "./patient-form.tsx";
import { Sheet, useRoomFor } from "./sheet.tsx";

interface Props {
  name: SheetName;
  /** The filter that is brought into view. */
  filter?: string | undefined;
  /** What holds the view. */
  place: Element;
  /** The question as requested; of a patient, the one that holds them. */
  query: string;
  /** As it is asked about all patients. */
  queryForAll: string;
  ask: Ask;
  /** A patient led to the question. */
  isPrivate: boolean;
  patient: OwnPatient | undefined;
  /** "9 trials" of the answer on screen. */
  trials: string;
  onChoose: (query: string) => void;
  onPatient: (patient: OwnPatient | undefined) => void;
  onReset: () => void;
  /** To products side by side, if they are not there already. */
  onProducts: (() => void) | undefined;
  onClose: () => void;
}

export function FilterSheet(props: Props) {
  const { name, place, patient, onProducts, onClose } = props;
  const beside = useRoomFor("beside", place) && name === "patient";
  const dialog = useRef<HTMLDialogElement>(null);
  const press = useRef(() => {});
  const closing =
    <T,>(then: (value: T) => void) =>
    (value: T) => {
      dialog.current?.close();
      then(value);
    };
  const reset = () => closing(props.onReset)(undefined);
  const onPatient = beside ? props.onPatient : closing(props.onPatient);
  return (
    <Sheet
      dialog={dialog}
      title={drawn.sheet[name]}
      beside={beside}
      onClose={onClose}
      foot={
        name === "patient" ? (
          !beside && (
            <button type="button" class="apply" onClick={() => press.current?.()}>
              Find trials of such patients
            </button>
          )
        ) : (
          // Shown always, so that a reader can leave a question that has no answer.
          <>
            <button type="button" class="clear" onClick={reset}>
              {drawn.sheet.reset}
            </button>
            {name === "question" && (
              <button type="button" class="apply" onClick={() => dialog.current?.close()}>
                Show ({props.trials})
              </button>
            )}
          </>
        )
      }
    >
      {name === "patient" ? (
        <PatientForm
          question={props.queryForAll}
          patient={patient}
          live={beside}
          onPress={press}
          onPatient={onPatient}
        />
      ) : (
        <Choices {...props} onProducts={onProducts && (() => closing(onProducts)(undefined))} />
      )}
    </Sheet>
  );
}

type ChoicesProps = Pick<
  Props,
  "query" | "filter" | "ask" | "isPrivate" | "onChoose" | "onProducts"
>;

function Choices({ query, filter, ask, isPrivate, ...acts }: ChoicesProps): ComponentChildren {
  const { value, failure, retry } = useLoaded(query, async (signal) => {
    return (await ask.choices(query, { signal, isPrivate })).body;
  });
  // While the next choices are on their way those before stay, so that the focus does.
  const last = useRef<Sheets | null>(null);
  last.current = value ?? last.current;
  if (failure) return <FailureState failure={failure} onRetry={retry} />;
  const sheets = last.current;
  // A choice among those before would take back the one that is under way.
  const onChoose = (question: string) => value && acts.onChoose(question);
  if (sheets === null) return <Loading />;
  return <Lists {...acts} sheets={sheets} filter={filter} onChoose={onChoose} />;
}
