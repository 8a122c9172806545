/** Tasks beside the answer, once the part of the script after the first view is there. */
import type { ComponentProps } from "preact";
import { useCallback, useEffect, useRef } from "preact/hooks";
import type { Comparison } from "#core/comparison/answer.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { openedStyles } from "#generated/opened-styles.ts";
import { appearance } from "#presentation/screen/appearance.ts";
import { permalink } from "#presentation/screen/snippets.ts";
import { ofClasses, withParameter } from "../answers/ordered-query.ts";
import { edgeOf } from "../answers/source.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { watchRecall } from "../answers/watch-recall.ts";
import type { Send } from "../effects.ts";
import { adoptStyles } from "../page/adopt-styles.ts";
import type { SummaryMessage } from "../page/frame-messages.ts";
import { placeSheets } from "../page/place-sheets.ts";
import { surroundings } from "../page/surroundings.ts";
import { PatientResults } from "../sheets/filter-sheet.tsx";
import { loadContent } from "../sheets/load-content.ts";
import { copiedForm } from "../views/compare/copied-table.ts";

interface Props extends Omit<ComponentProps<typeof PatientResults>, "onPatient" | "onEdit"> {
  send: Send;
  /** Any element in the shadow root. */
  place: Element;
  /** The question on screen. */
  asked: string;
  /** Version of the answer on screen. */
  answerVersion: string;
  /** It was computed on this device, because nobody else could be asked. */
  cutOff: boolean | undefined;
}

/** Draws the results for a patient, whose form is of the same part, and who computed the answer. */
export function Background({ send, place, asked, answerVersion, cutOff, ...given }: Props) {
  const { strings } = given;
  const { recordSystems: sources } = surroundings;
  const onPatient = useCallback(
    (patient: OwnPatient | undefined) => send("patientGiven", patient),
    [send],
  );
  const props = { ...given, onPatient, onEdit: () => send("sheetOpened", "patient") };
  useEffect(() => begin(place), [place]);
  const before = useRef(asked);
  useEffect(() => {
    if (leadsBack(before.current, asked)) backToVerdict(place);
    before.current = asked;
  }, [asked, place]);
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

/** What is chosen further down, where the reader stays. */
const chosenBelow = ["outcome", "exclude"];

function leadsBack(before: string, asked: string): boolean {
  const [one, other] = [before, asked].map((question) =>
    chosenBelow.reduce((text, name) => withParameter(text, name, null), question),
  );
  return one !== other;
}

/** A filter that is chosen far down changes the verdict, which the reader then sees. */
function backToVerdict(place: Element): void {
  const root = place.getRootNode();
  const top = root instanceof ShadowRoot ? root.host : place;
  if (top.getBoundingClientRect().top < 0) top.scrollIntoView();
}

/** @returns A function that ends it. */
function begin(place: Element): (() => void) | undefined {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  // Sheets have these styles, too.
  adoptStyles(place, openedStyles);
  warnOfAttributes(root.host);
  if (window.parent !== window) return placeSheets(root.host);
}

/** An unknown look does not prevent an answer: it is said. */
function warnOfAttributes(element: Element): void {
  for (const [name, words] of Object.entries(appearance)) {
    const given = element.getAttribute(name);
    if (given !== null && !words.some((word) => word === given)) {
      console.warn(`${name}: ${words.join(", ")}, not ${given}`);
    }
  }
}

/**
 * What a record system is given when the reader presses the button. Nothing in it is about the
 * patient.
 */
async function summaryForRecord({
  comparison: onScreen,
  strings,
  apiBase,
}: Pick<Props, "comparison" | "strings" | "apiBase">): Promise<SummaryMessage> {
  const comparison = onScreen ?? (await withoutPatient(apiBase));
  const { canonical: question, dataDate, dataVersion } = comparison;
  const link = permalink(apiBase, question, dataDate);
  const { text } = copiedForm("summary", comparison, { permalink: link }, strings);
  return { type: "myeloma-compare:summary", text, question, permalink: link, dataVersion };
}

/** The answer to the question of the element, which never holds a patient. */
async function withoutPatient(apiBase: string): Promise<Comparison> {
  const element: (Element & { query?: string }) | null = document.querySelector("myeloma-compare");
  const { signal } = new AbortController();
  return (await edgeOf(apiBase).ask(ofClasses(element?.query ?? ""), signal)).comparison;
}
