/**
 * The frame of the sheets. Their content is a part of the script that is loaded with the first
 * sheet.
 */
import type { ComponentProps } from "preact";
import { useRef } from "preact/hooks";
import type { Patient } from "#core/question/patient.ts";
import type { DrawnWords, SheetName } from "#presentation/words/contract/screen.ts";
import { part } from "../answers/load-part.ts";
import type { AnswerSource } from "../answers/source.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { FailureState } from "../views/states.tsx";
import { Sheet } from "./sheet.tsx";

interface Props {
  name: SheetName;
  /** The question as requested. */
  query: string;
  source: AnswerSource;
  apiBase: string;
  patient: Patient | undefined;
  strings: DrawnWords;
  onChoose: (query: string) => void;
  onPatient: (patient: Patient | undefined) => void;
  onReset: () => void;
  onClose: () => void;
}

const loadContent = part(async (language) => {
  const { CountedSheet, PatientNotice, sheetWords, patientWords } = await import(
    "./sheet-content.tsx"
  );
  const [sheets, patient] = await Promise.all([sheetWords(language), patientWords(language)]);
  return { CountedSheet, PatientNotice, sheets, patient };
});

type Content = Awaited<ReturnType<typeof loadContent>>;

type NoticeProps = Omit<ComponentProps<Content["PatientNotice"]>, "words"> & { language: string };

/** Loaded together with the content of the sheets, where a reader enters a patient. */
export function PatientNotice({ language, ...props }: NoticeProps) {
  const { value: content } = useLoaded(language, loadContent);
  return content && <content.PatientNotice {...props} words={content.patient} />;
}

export function FilterSheet({ onChoose, onPatient, onReset, onClose, ...shown }: Props) {
  const { name, strings } = shown;
  const dialog = useRef<HTMLDialogElement>(null);
  const { value: content, failure, retry } = useLoaded(strings.language, loadContent);
  const closing =
    <T,>(then: (value: T) => void) =>
    (value: T) => {
      dialog.current?.close();
      then(value);
    };
  const reset = () => closing(onReset)(undefined);
  return (
    <Sheet
      dialog={dialog}
      title={strings.sheet[name].title}
      strings={strings}
      onClose={onClose}
      foot={
        // Shown always, so that a reader can leave a question that has no answer.
        <button type="button" class="reset" onClick={reset}>
          {strings.sheet.reset}
        </button>
      }
    >
      {content ? (
        <content.CountedSheet
          {...shown}
          sheets={content.sheets}
          onReset={reset}
          onChoose={closing(onChoose)}
          onPatient={closing(onPatient)}
        />
      ) : failure ? (
        <FailureState
          failure={failure}
          strings={strings}
          beside="part"
          onRetry={retry}
          onReset={reset}
        />
      ) : (
        <p class="muted" role="status">
          {strings.states.loading}
        </p>
      )}
    </Sheet>
  );
}
