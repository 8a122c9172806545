/**
 * Does what runs beside the answer: gives a record its summary, looks for withdrawn numbers, warns of unknown
 * attributes, and places sheets in sight.
 */
import { useEffect, useRef } from "preact/hooks";
import { parameterNames } from "#core/question/parameters.ts";
import { findNearName } from "#core/question/query-problem.ts";
import { appearance } from "#presentation/embed/snippets.ts";
import type { AnswerProps } from "./app.tsx";
import { askCopiedForms, insertAnswerLink } from "./copying.tsx";
import { surroundings } from "./page/environment.ts";
import { watchForWithdrawal } from "./page/watch-recall.ts";
import {
  makePermalink,
  makeQuestionAboutClasses,
  makeQuestionWithParameter,
  warnIfUnknownParameter,
} from "./question.ts";
import { HandOver } from "./sheets/hand-over.tsx";
import { isCurrentAnswerMissing } from "./store.ts";

export function Background(props: AnswerProps) {
  const { state, loaded, send, place } = props;
  const { canonical, answerVersion, dataDate, dataVersion } = loaded.view;
  const { forPatient } = loaded;
  useEffect(() => warnAndPlaceSheets(place), [place]);
  const before = useRef(canonical);
  useEffect(() => {
    if (isChangedBesidesOutcomeOrExclude(before.current, canonical))
      scrollBackToVerdictIfAbove(place);
    before.current = canonical;
  }, [canonical, place]);
  useEffect(
    () => watchForWithdrawal(answerVersion, (reason) => send("withdrawn", reason)),
    [answerVersion, send],
  );
  const { handed, patient } = state;
  if (handed === null) return null;
  const summary = async () => {
    // The summary compares the classes, because there are no sentences for products side by side.
    const question = makeQuestionAboutClasses(canonical);
    const { summary: form } = await askCopiedForms(props, question);
    const link = makePermalink(surroundings.site, question, dataVersion);
    return {
      text: insertAnswerLink(form, link).text,
      question,
      dataDate,
      dataVersion,
    };
  };
  return (
    <HandOver
      handed={handed}
      patient={patient}
      // There is no summary while an answer is pending, because it would be of the previous question.
      summary={
        isCurrentAnswerMissing(state) || forPatient?.fit.question === null ? undefined : summary
      }
    />
  );
}

/** These parameters are chosen further down the page, where the reader stays. */
const chosenBelow = ["outcome", "exclude"];

function isChangedBesidesOutcomeOrExclude(before: string, after: string): boolean {
  const [from, to] = [before, after].map((question) =>
    chosenBelow.reduce((text, name) => makeQuestionWithParameter(text, name, null), question),
  );
  return from !== to;
}

/** Scrolls back to the verdict, which a filter that is chosen far down changes. */
function scrollBackToVerdictIfAbove(place: Element): void {
  const root = place.getRootNode();
  const top = root instanceof ShadowRoot ? root.host : place;
  if (top.getBoundingClientRect().top < 0) top.scrollIntoView();
}

/**
 * Warns of attributes that are not understood and, in a frame, places sheets in sight.
 *
 * @returns A function that ends it.
 */
function warnAndPlaceSheets(place: HTMLElement): (() => void) | undefined {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  warnAboutWrongAttributes(root.host);
  if (window.parent !== window) return placeSheetsInSight(place);
}

/** Warns in the console of a look or an attribute that is not understood; neither prevents an answer. */
function warnAboutWrongAttributes(element: Element): void {
  for (const { name } of element.attributes) {
    if (findNearName(name, parameterNames)) warnIfUnknownParameter(name);
  }
  for (const [name, words] of Object.entries<readonly string[]>(appearance)) {
    const value = element.getAttribute(name);
    if (value !== null && !words.includes(value)) {
      console.warn(`${name}: ${words.join(", ")}, not ${value}`);
    }
  }
}

// Places sheets in a frame, from which the page around is not visible.

/** A sheet is at least so many pixels high, even if less of the frame is visible. */
const leastHeight = 320;

/**
 * Places sheets in the visible part of the frame, which may be a small part of a long one. The visible part is measured
 * before a press becomes a click, because there is no event when the page around scrolls.
 *
 * @param place The element that holds the sheets.
 * @returns A function that ends it.
 */
function placeSheetsInSight(place: HTMLElement): () => void {
  const look = () => {
    const observer = new IntersectionObserver(([seen]) => {
      observer.disconnect();
      if (!seen?.isIntersecting) return;
      const { top, bottom } = seen.intersectionRect;
      const size = Math.max(bottom - top, Math.min(leastHeight, innerHeight));
      const start = Math.min(top, innerHeight - size);
      place.style.setProperty("--mc-seen-start", `${start}px`);
      place.style.setProperty("--mc-seen-size", `${size}px`);
    });
    observer.observe(document.documentElement);
  };
  const events = ["pointerdown", "focusin"];
  for (const event of events) place.addEventListener(event, look);
  return () => {
    for (const event of events) place.removeEventListener(event, look);
  };
}
