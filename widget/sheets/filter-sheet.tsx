/** The frame of the four sheets; what is in them is a part of the script that comes with the first one opened. */
import type { ComponentProps } from "preact";
import { useCallback, useRef } from "preact/hooks";
import type { Patient } from "#core/question/patient.ts";
import type { ChipName } from "#presentation/view/chips.ts";
import type { Strings } from "#presentation/words/english/screen.ts";
import { part } from "../answers/load-part.ts";
import type { AnswerSource } from "../answers/source.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState } from "../views/states.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  name: ChipName;
  /** The question as it was asked. */
  query: string;
  source: AnswerSource;
  apiBase: string;
  patient: Patient | undefined;
  strings: Strings;
  onChoose: (query: string) => void;
  onPatient: (patient: Patient | undefined) => void;
  onReset: () => void;
  onClose: () => void;
}

const loadContent = part(() => import("./sheet-content.tsx"));

type Content = Awaited<ReturnType<typeof loadContent>>;

/** It comes with what the sheets hold, where a reader tells of a patient. */
export function PatientNotice(props: ComponentProps<Content["PatientNotice"]>) {
  const { value: content } = useLoaded("content", loadContent);
  return content && <content.PatientNotice {...props} />;
}

export function FilterSheet(props: Props) {
  const { name, query, source, apiBase, patient, strings, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const loadChoices = useCallback<AnswerSource["choices"]>(
    (asked, signal) => source.choices(asked, signal),
    [source],
  );
  const content = useLoaded("content", loadContent);
  const choices = useLoaded(query, loadChoices);
  const Content = content.value?.SheetContent;
  const failure = content.failure ?? choices.failure;
  const closing =
    <T,>(then: (value: T) => void) =>
    (value: T) => {
      dialog.current?.close();
      then(value);
    };
  const reset = () => closing(props.onReset)(undefined);
  return (
    <Sheet
      dialog={dialog}
      title={strings.sheet[name].title}
      strings={strings}
      onClose={onClose}
      foot={
        // Also the way out of a question that could not be answered.
        <button type="button" class="reset" onClick={reset}>
          {strings.sheet.reset}
        </button>
      }
    >
      {failure ? (
        <FailureState
          failure={failure}
          strings={strings}
          beside="part"
          onRetry={() => {
            if (content.failure) content.retry();
            if (choices.failure) choices.retry();
          }}
          onReset={reset}
        />
      ) : (
        !Content && (
          <p class="muted" role="status">
            {strings.states.loading}
          </p>
        )
      )}
      {Content && (
        <Content
          name={name}
          query={query}
          choices={choices.value}
          waiting={failure === null}
          patient={patient}
          apiBase={apiBase}
          strings={strings}
          onChoose={closing(props.onChoose)}
          onPatient={closing(props.onPatient)}
        />
      )}
    </Sheet>
  );
}
