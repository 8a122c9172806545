/**
 * Draws the frame of every view: the question in words, the view, the tabs and the foot. The server and the
 * widget draw the same markup.
 */
import { type ComponentChildren, Fragment } from "preact";
import "#presentation/svg/unbroken.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { Screen, ScreenKind, ScreenOf, Tab } from "#presentation/views/screen.ts";
import type { SheetName } from "#presentation/views/sheet.ts";
import { elementTexts } from "#presentation/words/element.ts";
import {
  makePermalink,
  makeQuestionAboutClasses,
  makeQuestionAboutCourse,
  makeQuestionAboutOutcome,
  makeQuestionAboutProducts,
  makeQuestionWithParameter,
  readQuestionParameter,
} from "../question.ts";
import { linkedSurface, SurfaceProvider } from "../row/surface.tsx";
import { byDrugView } from "./by-drug.tsx";
import { courseView } from "./course.tsx";
import { Footer } from "./footer.tsx";
import { InPlaceLink } from "./links.tsx";
import { overviewView } from "./overview.tsx";
import { survivalView } from "./survival/survival.tsx";

/** Lists the actions of a reader. They are absent without a script, and until the widget is there. */
export interface Act {
  toggleRow: (outcome: string) => void;
  /** @param filter The filter that is brought into view. */
  openSheet: (name: SheetName, filter?: string) => void;
  choose: (query: string) => void;
  /** Leads from a patient back to all patients. */
  toAll: () => void;
}

export interface ViewProps<View extends Screen = Screen> {
  view: View;
  /** Holds the origin of the service; empty on its own pages. */
  site: string;
  /** Makes the address of another question; on a page of ours with the look of the page. */
  linkTo?: typeof makePermalink;
  /** True if the numbers are old, because new ones are loading. */
  stale?: boolean;
  /** Names the outcome whose row is open. */
  openRow?: string | undefined;
  act?: Act | undefined;
  /** Draws the ways to copy the answer; `offer` is drawn in the headline. */
  share?: ComponentChildren;
  offer?: ComponentChildren;
}

interface ShellProps extends ViewProps {
  /** Holds the part about the reader's patient, which is read before any number. */
  patient?: ComponentChildren;
  /** Draws a line about loading, errors or ignored parameters. */
  status?: ComponentChildren;
}

/** Draws a view: `Head` stands above the tabs, `Body` below. */
export interface ViewParts<Kind extends ScreenKind> {
  Head: (props: ViewProps<ScreenOf<Kind>>) => ComponentChildren;
  Body: (props: ViewProps<ScreenOf<Kind>>) => ComponentChildren;
}

const views: { readonly [Kind in ScreenKind]: ViewParts<Kind> } = {
  classes: overviewView,
  survival: survivalView,
  products: byDrugView,
  course: courseView,
};

export function Shell(props: ShellProps) {
  const { view, stale, patient, status, site, share } = props;
  // The kind decides the view; the compiler cannot follow the pair.
  const { Head, Body } = views[view.kind] as ViewParts<ScreenKind>;
  // The patient's own first line already says that there is no trial.
  const hasNoTrial = patient && therapyClasses.every((group) => view.cohorts[group] === 0);
  return (
    <SurfaceProvider value={{ ...linkedSurface, site }}>
      <div class={stale ? "compare stale" : "compare"} data-view={view.kind}>
        <QuestionBar {...props} />
        {patient}
        {!hasNoTrial && <Head {...props} />}
        {status}
        {!hasNoTrial && <Tabs {...props} />}
        <Body {...props} />
        {view.leftOut && <LeftOutOffers {...props} {...view.leftOut} />}
        <Footer view={view} share={share} />
      </div>
    </SurfaceProvider>
  );
}

/** Draws what is left out, or which class has no trial, and what would bring it back, one tap each. */
function LeftOutOffers({ lead, text, offers, act }: ShellProps & NonNullable<Screen["leftOut"]>) {
  return (
    <div class="left-out">
      <p>
        {lead && <strong>{lead}</strong>} {text}
      </p>
      {offers.map(({ query, label, leadsTo }) => (
        <button
          key={query}
          type="button"
          class="pill"
          disabled={!act}
          onClick={act && (() => act.choose(query))}
        >
          {label} <small>{leadsTo}</small>
        </button>
      ))}
    </div>
  );
}

const tabs: readonly Tab[] = ["summary", "course", "toxicity", "survival", "products"];

/**
 * Returns the question that a tab asks: the course, for products the summary drug by drug, otherwise the outcomes of the
 * tab.
 */
function makeTabQuestion(tab: Tab, canonical: string): string {
  if (tab === "course") return makeQuestionAboutCourse(canonical);
  const withoutLanes = makeQuestionWithParameter(canonical, "lanes", null);
  const ofOutcomes = makeQuestionWithParameter(withoutLanes, "view", null);
  return tab === "products"
    ? makeQuestionAboutProducts(makeQuestionAboutOutcome(ofOutcomes, "summary"))
    : makeQuestionAboutOutcome(makeQuestionAboutClasses(ofOutcomes), tab);
}

/**
 * Draws the five views of a question: links, which work without a script. No landmark, because a page may have
 * several widgets.
 */
function Tabs({ view: { canonical, kind }, site, act, linkTo = makePermalink }: ShellProps) {
  // Each kind of survival has an address of its own.
  const currentTab =
    kind === "classes" ? (readQuestionParameter(canonical, "outcome") ?? "summary") : kind;
  return (
    <fieldset class="tabs" aria-label="Results">
      {tabs.map((tab) => {
        const question = makeTabQuestion(tab, canonical);
        return (
          <InPlaceLink
            key={tab}
            href={linkTo(site, question)}
            isCurrent={tab === currentTab}
            go={act && (() => act.choose(question))}
          >
            {elementTexts.tabs[tab]}
          </InPlaceLink>
        );
      })}
    </fieldset>
  );
}

/** Draws the question: on a phone one button of two lines, on a wide screen a sentence of words to press. */
function QuestionBar({ view: { question }, act, patient, stale }: ShellProps) {
  const open = (name: SheetName, filter?: string) => act && (() => act.openSheet(name, filter));
  return (
    <fieldset class="question" part="filters" aria-label="Question" aria-busy={stale || undefined}>
      <button
        type="button"
        class="asked"
        aria-haspopup="dialog"
        disabled={!act}
        onClick={open(patient ? "patient" : "question")}
      >
        <strong>{question.title}</strong> <span class="muted">{question.detail}</span>
      </button>
      <p class="sentence">
        {question.words.map(({ before, text, filter, note }) => (
          <Fragment key={filter}>
            {before}{" "}
            <button
              type="button"
              aria-haspopup="dialog"
              disabled={!act}
              onClick={open("question", filter)}
            >
              {text}
            </button>{" "}
            {note && <small>{note} </small>}
          </Fragment>
        ))}
      </p>
      {patient ? (
        <button type="button" class="pill" onClick={act?.toAll}>
          {elementTexts.sheet.close}
        </button>
      ) : (
        <button
          type="button"
          class="pill"
          aria-haspopup="dialog"
          disabled={!act}
          onClick={open("patient")}
        >
          {elementTexts.sheet.patient}
        </button>
      )}
    </fieldset>
  );
}
