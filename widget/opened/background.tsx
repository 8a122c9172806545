/** What goes on beside the answer once the rest of the script is there. */
import type { ComponentProps } from "preact";
import { useCallback, useEffect } from "preact/hooks";
import type { OwnPatient } from "#core/question/patient.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import type { Send } from "../effects.ts";
import { placeSheets } from "../page/place-sheets.ts";
import { surroundings } from "../page/surroundings.ts";
import { PatientResults } from "../sheets/filter-sheet.tsx";
import { loadContent } from "../sheets/load-content.ts";
import { adoptOpenedStyles } from "./adopt-opened-styles.ts";
import { summaryForRecord } from "./summary-for-record.ts";
import { warnOfAttributes } from "./warn-of-attributes.ts";
import { watchRecall } from "./withdrawn.tsx";

interface Props extends Omit<ComponentProps<typeof PatientResults>, "onPatient" | "onEdit"> {
  send: Send;
  /** Any element in the shadow root. */
  place: Element;
  /** Version of the answer on screen. */
  answerVersion: string;
  /** It was computed on this device, because nobody else could be asked. */
  cutOff: boolean | undefined;
}

/** Draws the results for a patient, whose form is of the same part, and who computed the answer. */
export function Background({ send, place, answerVersion, cutOff, ...given }: Props) {
  const { strings } = given;
  const { recordSystems: sources } = surroundings;
  const onPatient = useCallback(
    (patient: OwnPatient | undefined) => send("patientGiven", patient),
    [send],
  );
  const props = { ...given, onPatient, onEdit: () => send("sheetOpened", "age") };
  useEffect(() => begin(place), [place]);
  useEffect(() => surroundings.patient?.(onPatient), [onPatient]);
  useEffect(
    () => watchRecall(answerVersion, (reason) => send("withdrawn", reason)),
    [answerVersion, send],
  );
  return (
    <>
      {process.env.ENTRY === "embed" && sources && <LoadedHandOver {...props} sources={sources} />}
      <PatientResults {...props} />
      {cutOff && <p class="notice">{strings.states.onDevice}</p>}
    </>
  );
}

interface HandOverProps extends Pick<Props, "patient" | "comparison" | "strings" | "apiBase"> {
  sources: string;
  onPatient: (patient: OwnPatient | undefined) => void;
}

function LoadedHandOver({ comparison, apiBase, ...props }: HandOverProps) {
  const { strings } = props;
  const { value: content } = useLoaded("sheets", loadContent);
  const isNone = comparison?.patient?.held === null;
  const summary = isNone ? undefined : () => summaryForRecord({ comparison, strings, apiBase });
  return (
    content?.HandOver && (
      <content.HandOver {...props} words={content.patient.handOver} summary={summary} />
    )
  );
}

/** @returns A function that ends it. */
function begin(place: Element): (() => void) | undefined {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  adoptOpenedStyles(place);
  warnOfAttributes(root.host);
  if (window.parent !== window) return placeSheets(root.host);
}
