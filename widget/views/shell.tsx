/**
 * What every view stands in: the question in words, the view, the tabs and the foot. The server and the
 * widget draw the same markup.
 */
import type { ComponentChildren } from "preact";
import type { Screen, ScreenKind, ScreenOf } from "#presentation/statement/screen.ts";
import { isEmpty } from "#presentation/statement/statement.ts";
import type { DrawnWords, SheetName, Tab } from "#presentation/words/catalogue.ts";
import { parameterIn, permalinkOf, withOutcome } from "../question.ts";
import { classes } from "./classes/classes.tsx";
import { Footer } from "./footer.tsx";
import { InPlace } from "./links.tsx";
import { products } from "./products/products.tsx";
import { survival } from "./survival/survival.tsx";

/** What a reader can do. Absent without a script, and until the widget is there. */
export interface Act {
  toggleRow: (outcome: string) => void;
  openSheet: (name: SheetName) => void;
  choose: (query: string) => void;
  toTab: (tab: Tab) => void;
  /** From a patient back to all. */
  toAll: () => void;
}

export interface ViewProps<View extends Screen = Screen> {
  view: View;
  strings: DrawnWords;
  /** Origin of the service; empty on its own pages. */
  site: string;
  /** Address of another question; on a page of ours with the look of the page. */
  linkTo?: typeof permalinkOf;
  /** The numbers are old, because new ones are loading. */
  stale?: boolean;
  /** The outcome whose row is open. */
  openRow?: string | undefined;
  act?: Act | undefined;
  /** Ways to copy the answer, and what is offered beside them. */
  share?: ComponentChildren;
  offer?: ComponentChildren;
}

interface Props extends ViewProps {
  /** What concerns the reader's patient: read before any number. */
  patient?: ComponentChildren;
  /** A line about loading, errors or ignored parameters. */
  status?: ComponentChildren;
}

/** A view has what stands above the tabs, and below. */
export interface View<Kind extends ScreenKind> {
  Head: (props: ViewProps<ScreenOf<Kind>>) => ComponentChildren;
  Body: (props: ViewProps<ScreenOf<Kind>>) => ComponentChildren;
}

const views: { readonly [Kind in ScreenKind]: View<Kind> } = { classes, survival, products };

export function Shell(props: Props) {
  const { view, strings, stale, patient, status, site, share } = props;
  // Which view it is follows from its kind; the compiler cannot follow the pair.
  const { Head, Body } = views[view.kind] as View<ScreenKind>;
  // That there is no trial is the patient's own first line.
  const isNone = patient && isEmpty(view);
  // The table comes first; from all outcomes of a kind the ways back do.
  const isSummary = parameterIn(view.canonical, "outcome") === null;
  return (
    <div class={`compare${stale ? " stale" : ""}`} data-view={view.kind}>
      <Question {...props} />
      {patient}
      {!isNone && <Head {...props} />}
      {status}
      {view.kind !== "products" && view.empty && <EmptyClass {...props} empty={view.empty} />}
      {!isSummary && !isNone && <Tabs {...props} />}
      <Body {...props} />
      {isSummary && !isNone && <Tabs {...props} />}
      <Footer view={view} strings={strings} site={site} share={share} />
    </div>
  );
}

/** Names the empty class and offers the filters that would bring it back, one tap each. */
function EmptyClass({ empty, act }: Props & { empty: NonNullable<Screen["empty"]> }) {
  return (
    <div class="notice">
      <p>{empty.text}</p>
      <ul>
        {empty.offers.map(({ query, label, leadsTo }) => (
          <li key={query}>
            <button type="button" disabled={!act} onClick={act && (() => act.choose(query))}>
              <strong>{label}</strong> <small>{leadsTo}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const tabs: readonly Tab[] = ["summary", "efficacy", "toxicity", "survival"];

/**
 * From all outcomes of a kind back to the table, or to another kind: links, which work without a script.
 * No landmark, because a page may have several widgets.
 */
function Tabs({ view: { canonical }, strings, site, act, linkTo = permalinkOf }: Props) {
  const asked = parameterIn(canonical, "outcome") ?? "summary";
  return (
    <fieldset class="tabs" aria-label={strings.tabs.label}>
      {tabs.map((tab) => (
        <InPlace
          key={tab}
          href={linkTo(site, withOutcome(canonical, tab))}
          isCurrent={tab === asked}
          go={act && (() => act.toTab(tab))}
        >
          {strings.tabs[tab]}
        </InPlace>
      ))}
    </fieldset>
  );
}

/** The question in words, and the ways to change it. */
function Question({ view: { question }, strings, act, patient }: Props) {
  const opener = (name: SheetName, text: string) => (
    <button
      type="button"
      aria-haspopup="dialog"
      disabled={!act}
      onClick={act && (() => act.openSheet(name))}
    >
      {text}
    </button>
  );
  const { change } = strings.question;
  return (
    <fieldset class="question" part="filters" aria-label={strings.filters}>
      <p>
        <strong>{question.title}</strong> <span class="muted">{question.detail}</span>
      </p>
      {opener(patient ? "patient" : "question", change)}
      {patient ? (
        <button type="button" onClick={act?.toAll}>
          {strings.sheet.close}
        </button>
      ) : (
        opener("patient", strings.question.patient)
      )}
    </fieldset>
  );
}
