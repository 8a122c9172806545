/** What goes on beside the answer once the rest of the script is there. */
import type { ComponentProps, RefObject, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { useLoaded } from "../answers/use-loaded.ts";
import { placeSheets } from "../page/place-sheets.ts";
import { surroundings } from "../page/surroundings.ts";
import { PatientResults } from "../sheets/filter-sheet.tsx";
import { loadContent } from "../sheets/load-content.ts";
import { adoptOpenedStyles } from "./adopt-opened-styles.ts";
import { summaryForRecord } from "./summary-for-record.ts";
import { warnOfAttributes } from "./warn-of-attributes.ts";
import { watchRecall } from "./withdrawn.tsx";

interface Props extends ComponentProps<typeof PatientResults> {
  /** Any element in the shadow root. */
  place: RefObject<Element | null>;
  /** Version of the answer on screen. */
  answerVersion: string;
  /** It was computed on this device, because nobody else could be asked. */
  cutOff: boolean | undefined;
  /** Receives what is shown instead, if that answer was withdrawn. */
  onWithdrawn: (view: VNode) => void;
}

/** Draws the results for a patient, whose form is of the same part, and who computed the answer. */
export function Background({ place, answerVersion, cutOff, onWithdrawn, ...props }: Props) {
  const { strings, onPatient } = props;
  const { recordSystems: sources } = surroundings;
  useEffect(() => begin(place.current), [place]);
  useEffect(() => surroundings.patient?.(onPatient), [onPatient]);
  useEffect(
    () => watchRecall(answerVersion, strings, onWithdrawn),
    [answerVersion, strings, onWithdrawn],
  );
  return (
    <>
      {process.env.ENTRY === "embed" && sources && <LoadedHandOver {...props} sources={sources} />}
      <PatientResults {...props} />
      {cutOff && <p class="notice">{strings.states.onDevice}</p>}
    </>
  );
}

interface HandOverProps
  extends Pick<Props, "patient" | "comparison" | "strings" | "apiBase" | "onPatient"> {
  sources: string;
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
function begin(place: Element | null): (() => void) | undefined {
  const root = place?.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  adoptOpenedStyles(place);
  warnOfAttributes(root.host);
  if (window.parent !== window) return placeSheets(root.host);
}
