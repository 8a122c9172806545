/**
 * Draws one state with the components of the widget, from what the service says of its question, the page with states
 * one below the other, and the page with one alone: what a browser measures and draws.
 */
import { render } from "preact-render-to-string";
import { dataset } from "#core/dataset.ts";
import { choosePatientQuestion } from "#core/question/for-patient.ts";
import { parseQueryWithCanonicalText } from "#core/question/parse-query.ts";
import { formatProblemParameter } from "#core/question/query-problem.ts";
import { styles } from "#generated/styles.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { Sheets } from "#presentation/views/sheet.ts";
import { elementTexts as words } from "#presentation/words/element.ts";
import { renderDocument } from "#server/pages/html/document.ts";
import { App } from "#widget/app.tsx";
import { makePatientView } from "#widget/patient-view.ts";
import { FilterLists } from "#widget/sheets/filter-lists.tsx";
import { FilterSheet } from "#widget/sheets/filter-sheet.tsx";
import { type Loaded, makeFirstStoreStep, type State as OfElement } from "#widget/store.ts";
import { FailureState } from "#widget/views/states.tsx";
import { read, to } from "../in-process.ts";
import { noRequests, nowhere, openedRow } from "../opened-row.tsx";
import { type Drawn, type State, states, type Trouble } from "./states.ts";

/** A sheet is part of the page and has its full height. */
const sheetInPage = ".sheet[open]{max-block-size:none;position:static}";

const allStyles = [styles, sheetInPage].map((text) => `<style>${text}</style>`).join("");

/**
 * Each drawing has its own shadow root, as on a host page. So the styles are those of the element,
 * and ids do not conflict.
 */
export async function drawing(state: State): Promise<string> {
  return `<div class="drawing" theme="system"><template shadowrootmode="open">${allStyles}<div class="root">${await markupOf(state)}</div></template></div>`;
}

function markupOf({ question, drawn }: State): string | Promise<string> {
  switch (drawn.as) {
    case "skeleton":
      return element({});
    case "failure":
      return element({ failure: { kind: drawn.trouble } });
    case "refusal":
      return element({ failure: { kind: "refused", details: refusalOf(question) } });
    case "withdrawn":
      return element({ withdrawn: { reason: drawn.reason } });
    case "answer":
      return answer(question, drawn);
    case "sheet":
      return sheet(question, drawn);
  }
}

/** A question that no state asks. */
const another = "age=60-65";

/** The element in a state, whose buttons look active. Without a script they do nothing. */
function element(over: Partial<OfElement>): string {
  const state: OfElement = { ...makeFirstStoreStep("", null).state, hydrated: true, ...over };
  return render(<App state={state} send={nothing} place={nowhere} ask={noRequests} />);
}

async function answer(question: string, drawn: Extract<Drawn, { as: "answer" }>): Promise<string> {
  const { patient, awaiting, onDevice = false, aged, open, inside } = drawn;
  const view = dated(await screenOf(question), aged);
  // Nothing of an awaited answer is here yet.
  const forPatient = patient && awaiting === undefined && (await patientOf(question, patient));
  const loaded: Loaded = { query: question, view, onDevice, ...forPatient };
  const html = element({
    query: awaiting === undefined || patient ? question : another,
    patient,
    loaded,
    initial: loaded,
    slow: awaiting === "slow",
    failure: awaiting === undefined || awaiting === "slow" ? null : { kind: awaiting },
    opened: open === undefined ? null : { outcome: open },
  });
  if (open === undefined || inside === "loading") return html;
  const row = inside
    ? trouble(inside)
    : openedRow(await served(to(`/v1/screen/${open}`, question)), { loaded, onProducts: nothing });
  return arrived(html, words.states.loading, row);
}

/** The form for a patient has a state of its own in every browser, so it is drawn nowhere. */
async function sheet(
  question: string,
  { name, inside }: Extract<Drawn, { as: "sheet" }>,
): Promise<string> {
  const loaded: Loaded = { query: question, view: await screenOf(question), onDevice: false };
  const html = render(
    <FilterSheet
      state={makeFirstStoreStep(question, loaded).state}
      loaded={loaded}
      send={nothing}
      place={nowhere}
      ask={noRequests}
      opened={{ name }}
      onChoose={nothing}
      onReset={nothing}
      onProducts={undefined}
    />,
  )
    // An effect of the widget opens the dialog as an overlay. Effects do not run on the server.
    .replace("<dialog ", "<dialog open ");
  if (name === "patient" || inside === "loading") return html;
  const sheets = await served<Sheets>(to("/v1/choices", question));
  const lists = <FilterLists sheets={sheets} onChoose={nothing} onProducts={nothing} />;
  return arrived(html, words.states.loading, inside ? trouble(inside) : render(lists));
}

/** Puts content in place of its waiting line, because effects do not run on the server. */
function arrived(html: string, waiting: string, content: string): string {
  const line = `<p class="muted" role="status">${waiting}</p>`;
  if (!html.includes(line)) throw new Error(`nothing waits: ${waiting}`);
  return html.replace(line, () => content);
}

function trouble(kind: Trouble): string {
  return render(<FailureState failure={{ kind }} onRetry={nothing} />);
}

const screenOf = (question: string) => served<Screen>(to("/v1/screen", question));

/** A cache, because many states are drawn from the same answer. */
const answers = new Map<string, Promise<unknown>>();

/** Returns the answer of the service at an address. */
function served<T>(address: string): Promise<T> {
  const answer = answers.get(address) ?? read<T>(address);
  answers.set(address, answer);
  return answer as Promise<T>;
}

async function patientOf(question: string, patient: NonNullable<OfElement["patient"]>) {
  const questionKept = choosePatientQuestion(question, patient).question ?? question;
  const patients = await served<PatientsView>(to("/v1/screen/patients", questionKept));
  return makePatientView(question, patient, await screenOf(questionKept), patients);
}

/** Returns the view with data that are so many days old now. */
function dated(view: Screen, days: number | undefined): Screen {
  if (days === undefined) return view;
  const dataDate = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  return { ...view, dataDate };
}

/** Returns the error messages of the service for an invalid question. */
function refusalOf(question: string): string[] {
  const { problems } = parseQueryWithCanonicalText(new URLSearchParams(question), dataset);
  return (problems ?? []).map(
    (problem) => `${formatProblemParameter(problem)}: ${problem.message}`,
  );
}

function nothing(): void {}

const title = "States of Myeloma Compare";

export async function statesPage(shownStates = states): Promise<string> {
  const sections = await Promise.all(
    shownStates.map(
      async (state) =>
        `<section id="${state.id}" aria-labelledby="title-${state.id}"><h2 id="title-${state.id}">${state.id}</h2>${await drawing(state)}</section>`,
    ),
  );
  return page(title, `<h1>${title}</h1>\n${sections.join("\n")}`);
}

export async function statePage(state: State): Promise<string> {
  const content = `<h1 class="heard">${state.id}</h1>\n${await drawing(state)}`;
  return page(`${state.id} – ${title}`, content);
}

function page(name: string, content: string): string {
  return renderDocument({
    title: name,
    description: name,
    scripts: [],
    body: `<main>\n${content}\n</main>`,
  });
}
