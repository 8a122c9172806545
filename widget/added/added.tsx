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
import { AddedBar, type AskedWider } from "./bar.tsx";
import { wrapAddedCounts } from "./counts.ts";
import { AddedForm, blankDraft, type Draft } from "./form.tsx";
import { type AddedHost, installationHost } from "./host.ts";

interface AddedState {
  readonly contents: readonly AddedContent[];
  readonly isCounted: boolean;
  /** Holds the index of the group in the form, which is changed or will be added; `null` if no form is open. */
  readonly form: number | null;
  readonly draft: Draft;
  /** Holds how the wider question was asked, and which question it replaced; `null` if none was asked. */
  readonly asked: AskedWider | null;
}

interface AddingCounts {
  open: () => void;
  draw: () => void;
}

/**
 * Holds the counts of the whole page, as the app on the device has one set of counts: a copy draws its element anew for
 * each page.
 */
let state: AddedState = {
  contents: [],
  isCounted: false,
  form: null,
  draft: blankDraft,
  asked: null,
};

const startedForms = new WeakMap<MyelomaCompare, Promise<AddingCounts>>();

/** Opens the form of an element, which is made once. Rejects if the app cannot be loaded. */
export async function openAddedCountsForm(
  element: MyelomaCompare,
  host = installationHost,
): Promise<void> {
  const adding = startedForms.get(element) ?? setUpAddedCounts(element, host);
  startedForms.set(element, adding);
  try {
    (await adding).open();
  } catch (error) {
    startedForms.delete(element);
    throw error;
  }
}

/** Shows the counts again in a new element of the same page. */
export async function showAddedCountsAgain(
  element: MyelomaCompare,
  host: AddedHost,
): Promise<void> {
  if (state.contents.length === 0 || startedForms.has(element)) return;
  const adding = setUpAddedCounts(element, host);
  startedForms.set(element, adding);
  (await adding).draw();
}

async function setUpAddedCounts(element: MyelomaCompare, host: AddedHost): Promise<AddingCounts> {
  const device = await host.device();
  const counts = wrapAddedCounts(device.added);
  const line = makeShadowHost();
  const cover = makeShadowHost();
  // The form stands beside the element, because it covers whatever the element shows.
  element.insertAdjacentElement("beforebegin", cover.host);
  line.host.slot = "counts";
  addMarkStyles(element);
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
    // The function is a new one each time, because answers of the previous function may hold other counts.
    element.answerBy(
      host.answering(device),
      isCounted ? (address) => host.openReport(device, address) : null,
    );
  };
  const draw = () => {
    const { contents, isCounted, form, draft, asked } = state;
    const question = element.query ?? "";
    if (contents.length === 0) line.host.remove();
    // Appending the line again would take the focus from it.
    else if (!line.host.isConnected) element.appendChild(line.host);
    render(
      contents.length > 0 && (
        <AddedBar
          counts={counts}
          contents={contents}
          isCounted={isCounted}
          question={question}
          asked={asked?.question === question ? asked : null}
          onCount={(count) => use({ isCounted: count })}
          onEdit={(index) => show({ form: index })}
          onRemove={(index) => {
            use({ contents: contents.filter((_, place) => place !== index) });
            if (state.contents.length === 0) focusAddButton(element);
          }}
          onAnother={contents.length < mostAdded ? () => show({ form: contents.length }) : null}
          onAsk={(wider) => {
            const newAsked = { ...wider, before: question, wasCounted: isCounted };
            use({ isCounted: true, asked: newAsked });
            element.choose(wider.question);
          }}
          onUndo={({ before, wasCounted }) => {
            use({ isCounted: wasCounted, asked: null });
            element.choose(before);
          }}
        />
      ),
      line.root,
    );
    render(
      form !== null && (
        <AddedForm
          key={form}
          counts={counts}
          question={question}
          content={contents[form] ?? null}
          others={contents.filter((_, index) => index !== form)}
          draft={draft}
          onOpen={(close) => element.coverBy(close)}
          onAdd={(newContents) =>
            use({
              contents: [...contents.slice(0, form), ...newContents, ...contents.slice(form + 1)],
            })
          }
          onClose={(newDraft) => {
            element.coverBy(null);
            show({ form: null, draft: newDraft });
            // The button that opened the form is gone once there is a group.
            if (!element.shadowRoot?.activeElement) focusCountsLine(line.root);
          }}
        />
      ),
      cover.root,
    );
  };
  element.addEventListener("myeloma-compare-change", draw);
  // In a frame the warning would keep the reader from leaving the page around.
  if (window.top === window) addEventListener("beforeunload", preventUnloadIfCountsUnsaved);
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
function preventUnloadIfCountsUnsaved(event: Event): void {
  if (state.contents.length > 0 || state.form !== null) event.preventDefault();
}

/** Moves the focus to the line of the groups, unless the line already contains it. */
function focusCountsLine(root: ShadowRoot): void {
  if (!root.activeElement) root.querySelector("summary")?.focus();
}

/** Moves the focus to the button that stands again where the line of the groups was. */
function focusAddButton({ shadowRoot }: MyelomaCompare): void {
  shadowRoot?.querySelector<HTMLElement>('slot[name="counts"] button')?.focus();
}

/** Makes a place with a shadow root of its own, so that no style of the page reaches it. */
function makeShadowHost(): { readonly host: HTMLElement; readonly root: ShadowRoot } {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(addedStyles);
  root.adoptedStyleSheets.push(sheet);
  return { host, root };
}

function addMarkStyles(element: Element): void {
  const marks = new CSSStyleSheet();
  marks.replaceSync('.bound[d="M0 -7L7 5H-7Z"]{fill:var(--class)}');
  element.shadowRoot?.adoptedStyleSheets.push(marks);
}
