/**
 * The frame of the sheets. Their content is a part of the script that is loaded when the browser is
 * idle, or with the first sheet.
 */
import type { ComponentProps } from "preact";
import { useRef, useState } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import type { DrawnWords, SheetName } from "#presentation/words/catalogue.ts";
import { detail } from "#words/detail.ts";
import type { AnswerSource } from "../answers/source.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState } from "../views/states.tsx";
import { type Content, loadContent } from "./load-content.ts";
import { Sheet } from "./sheet.tsx";

interface Props {
  name: SheetName;
  /** What holds the view. */
  place: Element;
  /** The question as requested. */
  query: string;
  source: AnswerSource;
  apiBase: string;
  patient: OwnPatient | undefined;
  strings: DrawnWords;
  onChoose: (query: string) => void;
  onPatient: (patient: OwnPatient | undefined) => void;
  onReset: () => void;
  /** To products side by side, if they are not there already. */
  onProducts: (() => void) | undefined;
  onClose: () => void;
}

interface ResultsProps
  extends Omit<ComponentProps<Content["PatientResults"]>, "patient" | "sheets" | "words"> {
  patient: OwnPatient | undefined;
}

/** Loaded together with the content of the sheets, where a reader enters a patient. */
export function PatientResults({ patient, ...props }: ResultsProps) {
  return patient && <LoadedResults {...props} patient={patient} />;
}

function LoadedResults(props: ResultsProps & { patient: OwnPatient }) {
  const { value: content } = useLoaded("sheets", loadContent);
  return (
    content && <content.PatientResults {...props} sheets={content.sheets} words={content.patient} />
  );
}

/** In pixels: the form, and the answer as wide as it is on a tablet. */
const wideEnough = 1000;

export function FilterSheet(props: Props) {
  const { name, place, query, source, apiBase, patient, strings, onProducts, onClose } = props;
  // The style sheet makes room by `:has`, which some browsers do not know.
  const [beside] = useState(
    () =>
      name === "patient" && place.clientWidth >= wideEnough && CSS.supports("selector(:has(a))"),
  );
  const dialog = useRef<HTMLDialogElement>(null);
  const content = useLoaded("sheets", loadContent);
  const choices = useLoaded(query, source.choices);
  // While products are ticked the choices before stay, so that the focus does.
  const last = useRef(choices.value);
  if (choices.value) last.current = choices.value;
  const failure = content.failure ?? choices.failure;
  const closing =
    <T,>(then: (value: T) => void) =>
    (value: T) => {
      dialog.current?.close();
      then(value);
    };
  const tick = (chosen: string) => choices.value && props.onChoose(chosen);
  const reset = () => closing(props.onReset)(undefined);
  return (
    <Sheet
      dialog={dialog}
      title={name === "more" ? strings.sheet.more : strings.chip[name]}
      strings={strings}
      beside={beside}
      onClose={onClose}
      foot={
        // Shown always, so that a reader can leave a question that has no answer.
        <>
          <button type="button" class="reset" onClick={reset}>
            {strings.sheet.reset}
          </button>
          {name === "product" && onProducts && (
            <button type="button" class="reset" onClick={() => closing(onProducts)(undefined)}>
              {detail.compareProducts}
            </button>
          )}
        </>
      }
    >
      {failure ? (
        <FailureState
          failure={failure}
          strings={strings}
          onRetry={() => {
            if (content.failure) content.retry();
            if (choices.failure) choices.retry();
          }}
        />
      ) : (
        !content.value && (
          <p class="muted" role="status">
            {strings.states.loading}
          </p>
        )
      )}
      {content.value && (
        <content.value.SheetContent
          sheets={content.value.sheets}
          name={name}
          query={query}
          choices={name === "product" ? last.current : choices.value}
          waiting={failure === null}
          patient={patient}
          live={beside}
          patientWords={content.value.patient}
          apiBase={apiBase}
          onChoose={name === "product" ? tick : closing(props.onChoose)}
          onPatient={beside ? props.onPatient : closing(props.onPatient)}
        />
      )}
    </Sheet>
  );
}
