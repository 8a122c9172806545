/** Draws the widget inside its element from the state of the store. */
import type { ComponentChildren } from "preact";
import type { PatientWithTraits } from "#core/question/patient.ts";
import { describeDataAgeIfOld } from "#presentation/views/data-age.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { formatDate } from "#presentation/words/dates-and-times.ts";
import { elementTexts } from "#presentation/words/element.ts";
import type { Requests } from "./ask.ts";
import { Background } from "./background.tsx";
import { canShare, makeCopier } from "./copying.tsx";
import type { Send } from "./effects.ts";
import { surroundings } from "./page/environment.ts";
import {
  applyQuestionChanges,
  isFewLinesWithoutRegion,
  makePermalink,
  makeQuestionAboutProducts,
  makeQuestionWithParameter,
  readQuestionParameter,
} from "./question.ts";
import { RowPanel } from "./row/row-panel.tsx";
import { FilterSheet } from "./sheets/filter-sheet.tsx";
import { PatientResults } from "./sheets/patient-results.tsx";
import { findOpenRowOutcome, isCurrentAnswerMissing, type Loaded, type State } from "./store.ts";
import { NewTab } from "./views/links.tsx";
import { RegionOffers } from "./views/region-offers.tsx";
import { Share } from "./views/share.tsx";
import { Shell } from "./views/shell.tsx";
import { FailureState, NoAnswer, Skeleton, Status, WithdrawnNotice } from "./views/states.tsx";

export interface AppProps {
  state: State;
  send: Send;
  /** Holds the element that holds the view. */
  place: HTMLElement;
  ask: Requests;
}

export function App(props: AppProps) {
  const { state, send } = props;
  const { loaded, failure, withdrawn } = state;
  if (withdrawn) return <WithdrawnNotice reason={withdrawn.reason} />;
  if (loaded) return <AnswerOnScreen {...props} loaded={loaded} />;
  return (
    <>
      <Status of={failure ? null : "loading"} />
      {failure ? (
        <NoAnswer>
          <FailureState
            failure={failure}
            onRetry={() => send("retried", null)}
            onReset={() => send("chosenForAll", "")}
          />
          <LinkInside {...props} />
        </NoAnswer>
      ) : (
        <Skeleton />
      )}
    </>
  );
}

/** Draws the link that the page around put into the element, or our own. */
function LinkInside({ state, place }: AppProps) {
  const { host } = place.getRootNode() as Node & { host?: Element };
  const hasLink = host?.querySelector(":scope > a") != null;
  return (
    <p class="inside">
      {hasLink ? (
        <slot />
      ) : (
        // The page around knows this question; it is never that of a patient.
        <NewTab href={makePermalink(surroundings.site, state.hostQuery)}>
          {elementTexts.states.link}
        </NewTab>
      )}
    </p>
  );
}

export interface AnswerProps extends AppProps {
  loaded: Loaded;
}

function AnswerOnScreen(props: AnswerProps) {
  const { state, loaded, send } = props;
  const { initial, failure, hydrated } = state;
  const pending = isCurrentAnswerMissing(state);
  // No service confirms the numbers of a device.
  const view = loaded.onDevice ? makeViewWithDataAgeIfOld(loaded.view, Date.now()) : loaded.view;
  const { forPatient } = loaded;
  // If no question holds the patient, there is nothing to copy or to offer.
  const canCopy = hydrated && forPatient?.fit.question !== null;
  const choose = makeQuestionChooser(props);
  const reset = () => send("chosenForAll", view.reset);
  // The answer that came with the page is not announced to screen readers.
  const isNews = hydrated && !pending && (loaded.query !== initial?.query || forPatient);
  const copy = makeCopier(props, view.canonical);
  return (
    <>
      <Status
        of={state.slow && pending ? "slow" : isNews ? { ready: describeNewAnswer(props) } : null}
      />
      <Shell
        view={view}
        stale={pending}
        openRow={findOpenRowOutcome(state)}
        site={surroundings.site}
        act={
          hydrated
            ? {
                toggleRow: (outcome) => send("rowToggled", outcome),
                openSheet: (name, filter) => send("sheetOpened", { name, filter }),
                choose,
                toAll: () => send("patientGiven", undefined),
              }
            : undefined
        }
        share={
          canCopy ? (
            <Share
              key={view.canonical}
              copy={copy}
              ways={[
                ...(forPatient ? (["short"] as const) : []),
                ...waysToCopy,
                ...(canShare() ? (["share"] as const) : []),
              ]}
            />
          ) : null
        }
        offer={canCopy && <RegionOffers query={view.canonical} onChoose={choose} />}
        patient={state.patient && <PatientPart {...props} patient={state.patient} />}
        status={
          <>
            <AroundAnswer {...props} choose={choose} reset={reset} />
            {/* The numbers on screen are current: only what the reader opened is missing, and it shows the failure itself. */}
            {pending && failure && (
              <FailureState
                failure={failure}
                hasNumbers
                onRetry={() => send("retried", null)}
                onReset={reset}
              />
            )}
          </>
        }
      />
    </>
  );
}

/**
 * Returns the view with the age of the data before the verdict if they are old; otherwise the view itself.
 *
 * @param now The time by the clock of the device, in milliseconds.
 */
function makeViewWithDataAgeIfOld(view: Screen, now: number): Screen {
  const { verdict, dataDate } = view;
  const age = describeDataAgeIfOld(dataDate, now);
  return age === null ? view : { ...view, verdict: { ...verdict, lead: `${age} ${verdict.lead}` } };
}

const waysToCopy = ["summary", "table", "link"] as const;

interface AroundAnswerProps extends AnswerProps {
  choose: (query: string) => void;
  reset: () => void;
}

/** Draws what goes with the answer: who computed it, and what is opened. */
function AroundAnswer(props: AroundAnswerProps): ComponentChildren {
  const { state, loaded, send, choose, reset } = props;
  const { opened } = state;
  const { view, forPatient, onDevice } = loaded;
  const onProducts = makeProductsOpener(view.canonical, choose);
  return (
    <>
      <Background {...props} />
      {onDevice && !isCurrentAnswerMissing(state) && <p class="notice">{describeDevice(view)}</p>}
      {opened && "outcome" in opened && (
        <RowPanel
          // A press on another row opens that one in its place.
          key={opened}
          {...props}
          opened={opened}
          onProducts={onProducts}
          onLeave={(ids) =>
            send("chosen", makeQuestionWithParameter(state.query, "exclude", ids.join(",") || null))
          }
        />
      )}
      {opened && "name" in opened && (
        <FilterSheet
          key={opened}
          {...props}
          opened={opened}
          onChoose={(query) => {
            // A box that is ticked before the previous choice was answered would undo that choice.
            const isTooSoon = forPatient && isCurrentAnswerMissing(state);
            if (!isTooSoon) choose(query);
          }}
          onReset={reset}
          onProducts={onProducts}
        />
      )}
    </>
  );
}

interface PatientPartProps extends AnswerProps {
  patient: PatientWithTraits;
}

/** Draws the results for the patient, as soon as the answer on screen is that of this patient. */
function PatientPart({ send, loaded, patient }: PatientPartProps) {
  const { forPatient } = loaded;
  return (
    <PatientResults
      patient={patient}
      answer={forPatient?.patient === patient ? forPatient : null}
      onFilters={() => send("sheetOpened", { name: "question" })}
      // The offer asks about all patients: chosen for this patient, it would lead to the same question again.
      onOffer={(query) => send("offerTaken", query)}
    />
  );
}

/**
 * Returns the function that leads to products side by side; `undefined` if they are shown already.
 */
function makeProductsOpener(
  canonical: string,
  choose: (query: string) => void,
): (() => void) | undefined {
  return readQuestionParameter(canonical, "compare") === null
    ? () => choose(makeQuestionAboutProducts(canonical))
    : undefined;
}

/**
 * Returns the function that asks a chosen question. If a question holds a patient, only what the reader changed
 * leaves the element.
 */
function makeQuestionChooser({ state, loaded, send }: AnswerProps): (query: string) => void {
  const { forPatient, view } = loaded;
  return (query) => {
    send("chosen", forPatient ? applyQuestionChanges(state.query, view.canonical, query) : query);
    // After one or two lines labels differ so much that our own pages ask for the region at once. An open form already
    // shows the region above the lines.
    const asksForRegion = isFewLinesWithoutRegion(query) && !isFewLinesWithoutRegion(state.query);
    if (surroundings.isOwnPage && asksForRegion && !state.opened)
      send("sheetOpened", { name: "question" });
  };
}

function describeDevice({ dataDate, answerVersion }: Screen): string {
  return elementTexts.states.onDevice(formatDate(dataDate), answerVersion);
}

/** Returns the text that screen readers hear of a new answer. */
function describeNewAnswer({ state, loaded: { view, forPatient, onDevice } }: AnswerProps): string {
  const names = view.rows
    .filter(({ outcome }) => state.changed.includes(outcome))
    .map(({ label }) => label);
  // The headline for a patient is heard before that of all patients.
  const first = [...new Set([forPatient?.heading, view.verdict.lead])].filter(Boolean);
  const changed = names.length === 0 ? "" : `Changed: ${names.join(", ")}.`;
  return [...first, changed, onDevice && describeDevice(view)].filter(Boolean).join(" ");
}
