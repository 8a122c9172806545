/** Tasks beside the answer: what the page around sends, withdrawn numbers, the place of sheets. */
import { useEffect, useRef } from "preact/hooks";
import { parameterNames } from "#core/question/parameter-names.ts";
import { appearance } from "#presentation/embed/appearance.ts";
import type { OfAnswer } from "./app.tsx";
import { formsOf, textOf } from "./copying.tsx";
import { surroundings } from "./page/environment.ts";
import { placeSheets } from "./page/place-sheets.ts";
import { watchRecall } from "./page/watch-recall.ts";
import { ofClasses, permalinkOf, withParameter } from "./question.ts";
import { HandOver } from "./sheets/hand-over.tsx";
import { isPending } from "./store.ts";

export function Background(shown: OfAnswer) {
  const { state, loaded, send, place } = shown;
  const { canonical, answerVersion, dataDate, dataVersion } = loaded.view;
  const { forPatient } = loaded;
  useEffect(() => begin(place), [place]);
  const before = useRef(canonical);
  useEffect(() => {
    if (leadsBack(before.current, canonical)) backToVerdict(place);
    before.current = canonical;
  }, [canonical, place]);
  useEffect(
    () => watchRecall(answerVersion, (reason) => send("withdrawn", reason)),
    [answerVersion, send],
  );
  const { handed, patient } = state;
  if (handed === null) return null;
  const summary = async () => {
    // Products side by side have no sentences that could stand for them.
    const question = ofClasses(canonical);
    const { summary: copied } = await formsOf(shown, question);
    const link = permalinkOf(surroundings.site, question, dataDate);
    return {
      text: textOf(copied, link).text,
      question,
      dataDate,
      dataVersion,
    };
  };
  return (
    <HandOver
      handed={handed}
      patient={patient}
      // The record gets nothing of a question that was asked before.
      summary={isPending(state) || forPatient?.fit.held === null ? undefined : summary}
    />
  );
}

/** A choice further down, where the reader stays. */
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
function begin(place: HTMLElement): (() => void) | undefined {
  const root = place.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  warnOfAttributes(root.host);
  if (window.parent !== window) return placeSheets(place);
}

/** A look or an attribute that is not understood does not prevent an answer: the console says it. */
function warnOfAttributes(element: Element): void {
  for (const { name } of element.attributes) {
    const isNear = (known: string) => known.startsWith(name) || name.startsWith(known);
    if (parameterNames.some(isNear) && !parameterNames.some((known) => known === name)) {
      console.warn(`${name}: not understood and ignored`);
    }
  }
  for (const [name, words] of Object.entries(appearance)) {
    const given = element.getAttribute(name);
    if (given !== null && !words.some((word) => word === given)) {
      console.warn(`${name}: ${words.join(", ")}, not ${given}`);
    }
  }
}
