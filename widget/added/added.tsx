/**
 * Adds counts of the reader to the published ones: a script of our own pages that is loaded when the reader asks for
 * it. The app on this device then answers in place of the network, and holds the counts.
 */
import "#presentation/svg/unbroken.ts";
import { render } from "preact";
import type { AddedContent } from "#core/added/fields.ts";
import { mostAdded } from "#core/added/read-text.ts";
import { addedStyles } from "#generated/styles.ts";
import type { MyelomaCompare } from "../element.tsx";
import { AddedBar } from "./bar.tsx";
import { readerCounts } from "./counts.ts";
import { AddedForm, blankDraft, type Draft } from "./form.tsx";
import { type AddedHost, ofInstallation } from "./host.ts";

interface AddedState {
  readonly contents: readonly AddedContent[];
  readonly isCounted: boolean;
  /** Holds the group that is changed, the next one, or no form. */
  readonly form: number | null;
  readonly draft: Draft;
}

interface AddingCounts {
  /** Opens the form. */
  open: () => void;
  draw: () => void;
}

/**
 * Holds the counts of the whole page, as the app on the device has one set of counts: a copy draws its element anew for
 * each page.
 */
let state: AddedState = { contents: [], isCounted: false, form: null, draft: blankDraft };

const startedForms = new WeakMap<MyelomaCompare, Promise<AddingCounts>>();

/** Opens the form of an element, which is made once. Rejects if the app cannot be loaded. */
export async function addCounts(element: MyelomaCompare, host = ofInstallation): Promise<void> {
  const adding = startedForms.get(element) ?? begin(element, host);
  startedForms.set(element, adding);
  try {
    (await adding).open();
  } catch (error) {
    startedForms.delete(element);
    throw error;
  }
}

/** Shows the counts again above a new element of the same page. */
export async function restoreCounts(element: MyelomaCompare, host: AddedHost): Promise<void> {
  if (state.contents.length === 0 || startedForms.has(element)) return;
  const adding = begin(element, host);
  startedForms.set(element, adding);
  (await adding).draw();
}

async function begin(element: MyelomaCompare, host: AddedHost): Promise<AddingCounts> {
  const device = await host.device();
  const counts = readerCounts(device.added);
  const place = placeAbove(element);
  const show = (changes: Partial<AddedState>) => {
    state = { ...state, ...changes };
    draw();
  };
  const use = (changes: Partial<AddedState>) => {
    state = { ...state, ...changes };
    counts.use(state.contents, state.isCounted);
    answer();
    draw();
  };
  const answer = () => {
    const isCounted = state.isCounted && state.contents.length > 0;
    // Another function each time, because what the one before answered may hold other counts.
    element.answerBy(
      host.answering(device),
      isCounted ? (address) => host.openReport(device, address) : null,
    );
  };
  const draw = () => {
    const { contents, isCounted, form, draft } = state;
    render(
      <>
        {contents.length > 0 && (
          <AddedBar
            counts={counts}
            contents={contents}
            isCounted={isCounted}
            question={element.query ?? ""}
            onCount={(count) => use({ isCounted: count })}
            onEdit={(index) => show({ form: index })}
            onRemove={(index) => use({ contents: contents.filter((_, place) => place !== index) })}
            onAnother={contents.length < mostAdded ? () => show({ form: contents.length }) : null}
            onAsk={(question) => {
              element.query = question;
            }}
          />
        )}
        {form !== null && (
          <AddedForm
            key={form}
            counts={counts}
            content={contents[form] ?? null}
            others={contents.filter((_, index) => index !== form)}
            draft={draft}
            onAdd={(newContents) =>
              use({
                contents: [...contents.slice(0, form), ...newContents, ...contents.slice(form + 1)],
              })
            }
            onClose={(newDraft) => show({ form: null, draft: newDraft })}
          />
        )}
      </>,
      place,
    );
  };
  element.addEventListener("myeloma-compare-change", draw);
  // A page in a frame would stop the page around from going on.
  if (window.top === window) addEventListener("beforeunload", warnOfLoss);
  element.addEventListener("myeloma-compare-result", () => {
    const { answerVersion = "" } = element.result ?? {};
    const isOfCounts = state.contents.length > 0 || answerVersion.includes("-added-");
    // An answer that the element remembers may hold other counts, or none.
    if (isOfCounts && answerVersion !== device.added.version()) {
      answer();
    }
    draw();
  });
  return {
    draw,
    open: () => show({ form: state.contents.length < mostAdded ? state.contents.length : 0 }),
  };
}

/** Asks before a page is left with counts that nobody keeps, or with an open form. */
function warnOfLoss(event: Event): void {
  if (state.contents.length > 0 || state.form !== null) event.preventDefault();
}

/** Makes the place in a shadow root of its own, so that no style of the page reaches it. */
function placeAbove(element: Element): ShadowRoot {
  const host = document.createElement("div");
  host.className = "added-counts";
  element.insertAdjacentElement("beforebegin", host);
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(addedStyles);
  root.adoptedStyleSheets.push(sheet);
  // These are the marks of the rows.
  const marks = new CSSStyleSheet();
  marks.replaceSync('.bound[d="M0 -7L7 5H-7Z"]{fill:var(--class)}');
  element.shadowRoot?.adoptedStyleSheets.push(marks);
  return root;
}
