/**
 * Defines `<myeloma-compare>`: the comparison as a custom element in a shadow root. This file holds only
 * the class; `index.ts` registers it. What a page may rely on is described for tools in
 * `custom-elements.json` and for TypeScript in `element.d.ts`.
 */
import { hydrate, render } from "preact";
import { formatKnownParametersInOrder } from "#core/question/pairs.ts";
import { type ParameterName, parameterNames } from "#core/question/parameters.ts";
import { makePropertyName, type PropertyName } from "#core/question/query.ts";
import { styles } from "#generated/styles.ts";
import type { appearance } from "#presentation/embed/snippets.ts";
import type { Screen } from "#presentation/views/screen.ts";
import { App } from "./app.tsx";
import { type Failure, makeCachedRequests } from "./ask.ts";
import { type Store, startStore } from "./effects.ts";
import { surroundings } from "./page/environment.ts";
import { readServedView } from "./page/first-answer.ts";
import { adoptStyles, focusVerdictIfFocusWasLost, followColourScheme } from "./page/shadow-root.ts";
import {
  makePermalink,
  makeQuestionWithParameter,
  readQueryAttributes,
  warnIfUnknownParameter,
} from "./question.ts";
import type { HandedOver, HostMessage, Loaded } from "./store.ts";
import { Boundary } from "./views/boundary.tsx";
import { Skeleton } from "./views/states.tsx";

/** This is further than a quick scroll covers before the answer is loaded. */
const nearBy = "400px";

const reflectedAttributes = [...parameterNames, "theme", "loading"] as const;

/**
 * Holds each attribute as a property, such as `priorLines` or `age`. An unknown value of the look counts as the first
 * allowed one.
 */
type ReflectingProperties = {
  [Name in ParameterName | keyof typeof appearance as PropertyName<Name>]: string | null;
};

export interface EventDetails {
  /** Holds the question in canonical order, empty for the default one, and the address of a page that shows it. */
  change: { query: string; permalink: string };
  result: Result;
  error: Failure;
}

export interface Result {
  query: string;
  permalink: string;
  /** Holds the address of the numbers of the answer, each with its source: `/v1/comparison?…`. */
  comparison: string;
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
}

/** Holds the layers over the plain answer, each as the function that closes it; the topmost is last. */
export type Layers = readonly (() => void)[];

export interface MyelomaCompare extends ReflectingProperties {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the accessors are made from the same table, below.
export class MyelomaCompare extends HTMLElement {
  static readonly observedAttributes: readonly string[] = reflectedAttributes;

  #query = "";
  #ask = makeCachedRequests(surroundings.site);
  #container: HTMLElement | null = null;
  /** It is true until the view that the server drew is taken over. */
  #isServed = false;
  #initial: Loaded | null = null;
  /** Holds the store from the first view on, while the element is in a page. */
  #store: Store | null = null;
  #result: Result | null = null;
  #handed: HandedOver | null = null;
  #followLayers = (_: Layers) => {};
  /** Stays false with `loading="lazy"` until the element is scrolled near the screen. */
  #begun = false;
  /** Takes the colour scheme of the page again. */
  #followScheme = () => {};
  /** It is true once something threw while the view was drawn, until a new root is there. */
  #isBroken = false;
  /** Undoes effects outside of the element itself, such as listeners on the window. */
  #release: (() => void)[] = [];

  /**
   * Holds the current question with the reader's choices. Setting it asks that question without a change
   * event. Names that are no parameters are ignored, and the console says so; those of a patient are
   * left out without a word.
   */
  get query(): string {
    return this.#query;
  }
  set query(query: string | null) {
    const pairs = new URLSearchParams(query ?? "");
    for (const name of pairs.keys()) {
      if (!name.startsWith("patient-")) warnIfUnknownParameter(name);
    }
    this.#askFor(formatKnownParametersInOrder(pairs));
  }

  /** Holds the last answer; `null` before the first one. */
  get result(): Result | null {
    return this.#result;
  }

  /**
   * Pages of the installation set a patient of a record here, who stays in this element, or `null` to remove that
   * patient.
   */
  handOver(handed: HandedOver | null): void {
    this.#handed = handed;
    this.#store?.send("handedOver", handed);
  }

  /** Pages of the installation listen here, because their back button closes what lies over the answer. */
  followLayers(follow: (layers: Layers) => void): void {
    this.#followLayers = follow;
    this.#tellLayers();
  }

  /** Returns the address of a page that shows the current question. */
  get permalink(): string {
    return makePermalink(surroundings.site, this.#query);
  }

  connectedCallback(): void {
    for (const name of [...reflectedAttributes, "query"])
      upgradeProperty(this, makePropertyName(name));
    if (this.#container) this.#present();
    else this.#mount();
    // A page with its own switch of colours sets an attribute of the root element.
    const observer = new MutationObserver(() => this.#followScheme());
    observer.observe(document.documentElement, { attributes: true });
    this.#release.push(() => observer.disconnect());
  }

  disconnectedCallback(): void {
    for (const release of this.#release.splice(0)) release();
    this.#store?.end();
    this.#store = null;
    // The shadow root is kept in case the element returns.
    if (this.#container) render(null, this.#container);
    this.#tellLayers();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // Before the element is mounted, attributes are ignored: they are read together when it is.
    if (before === value || this.#container === null) return;
    if (name === "theme" || name === "loading") this.#present();
    // The question takes only what the host changed; the reader's other choices are kept.
    else this.#askFor(makeQuestionWithParameter(this.#query, name, value));
  }

  #askFor(query: string): void {
    this.#query = query;
    this.#store?.send("questionSet", query);
  }

  #mount(): void {
    // `query` may have been set before the element was upgraded.
    this.#query ||= readQueryAttributes(this);
    const view = readServedView(this);
    const container = this.#root();
    this.#container = container;
    // A page of ours has the styles of the first view in its HTML.
    adoptStyles(container, styles);
    this.#followScheme = followColourScheme(this);
    if (!view) {
      container.replaceChildren();
      this.#present();
      return;
    }
    this.#begun = true;
    // The children hold the answer in lines, for a browser that cannot draw the element.
    this.replaceChildren();
    // The view answers the question of the attributes; `query` may already hold another one.
    this.#initial = { query: readQueryAttributes(this), view, onDevice: false };
    this.#result = makeElementResult(view);
    this.#isServed = true;
    // The view is taken over in a task of its own, so that a slow phone can react before that.
    const timer = setTimeout(() => this.#isServed && this.#render());
    this.#release.push(() => clearTimeout(timer));
  }

  /** Returns the root that the server rendered into the shadow root, or else a new root. */
  #root(): HTMLElement {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const served = shadow.querySelector<HTMLElement>(".root");
    if (served) return served;
    const root = makeRoot();
    shadow.appendChild(root);
    return root;
  }

  /**
   * Takes a view that threw from the page, with all that it had drawn. It runs while that view is drawn, so the next one
   * has a root of its own.
   */
  #breakOff(error: unknown): void {
    const broken = this.#container;
    if (this.#isBroken || !broken) return;
    console.error(error);
    this.#isBroken = true;
    this.#container = makeRoot();
    broken.replaceWith(this.#container);
    const isLast = this.#store?.state().failure?.kind === "drawing";
    // If even the notice throws, the link of the page around remains.
    if (isLast) this.#container.appendChild(document.createElement("slot"));
    Promise.resolve().then(() => {
      this.#isBroken = isLast;
      try {
        render(null, broken);
      } catch {
        // What is left of it is no part of the page.
      }
      if (!isLast) this.#store?.send("undrawn", null);
    });
  }

  /** Begins at once or, if lazy, when scrolled near. Once begun, the element stays active. */
  #present(): void {
    if (!this.isConnected) return;
    this.#followScheme();
    if (this.loading !== "lazy") this.#begun = true;
    else if (!this.#begun) {
      const begin = () => {
        this.#begun = true;
        this.#render();
      };
      this.#release.push(callWhenNear(this, begin));
    }
    this.#render();
  }

  #render(): void {
    if (!this.#container || this.#isBroken) return;
    // Language and direction are those of the words, whatever the page around has set.
    this.#container.lang = "en";
    this.#container.dir = "ltr";
    const { shadowRoot } = this;
    const focused = shadowRoot?.activeElement;
    const draw = this.#isServed ? hydrate : render;
    this.#isServed = false;
    const container = this.#container;
    const view = this.#begun ? this.#app(container) : <Skeleton />;
    try {
      draw(<Boundary onError={(error) => this.#breakOff(error)}>{view}</Boundary>, container);
    } catch (error) {
      this.#breakOff(error);
    }
    if (focused && shadowRoot) {
      // The tabs move from below the table to above it, with the one that was pressed.
      const tab =
        focused.closest(".tabs") && shadowRoot.querySelector<HTMLElement>(".tabs [aria-current]");
      if (tab && !shadowRoot.activeElement) tab.focus();
      focusVerdictIfFocusWasLost(shadowRoot);
    }
    this.#tellLayers();
  }

  /** Tells the page which layers lie over the answer: a patient, and an open dialog. */
  #tellLayers(): void {
    const store = this.#store;
    const dialog = this.#container?.querySelector<HTMLDialogElement>("dialog[open]:not(.beside)");
    this.#followLayers([
      // Closing a patient leads back to the question that the address holds.
      ...(store?.state().patient
        ? [() => store.send("chosenForAll", store.state().hostQuery)]
        : []),
      ...(dialog ? [() => dialog.close()] : []),
    ]);
  }

  #app(place: HTMLElement) {
    this.#store ??= this.#newStore();
    return (
      <App state={this.#store.state()} send={this.#store.send} place={place} ask={this.#ask} />
    );
  }

  #newStore(): Store {
    const store = startStore(this.#query, this.#initial, {
      ask: this.#ask,
      draw: () => this.#render(),
      tell: (telling) => this.#tell(telling),
    });
    // The event comes after the first view is drawn, which is that of the server.
    setTimeout(() => store.send("drawn", null));
    if (this.#handed) store.send("handedOver", this.#handed);
    return store;
  }

  #tell(telling: HostMessage): void {
    if (telling.kind === "change") {
      const { query } = telling;
      this.#query = query;
      this.#announce("change", { query, permalink: this.permalink });
    } else if (telling.kind === "result") {
      this.#result = makeElementResult(telling.view);
      this.#announce("result", this.#result);
    } else this.#announce("error", telling.failure);
  }

  /** Fires an event that leaves shadow roots. */
  #announce<Kind extends keyof EventDetails>(kind: Kind, detail: EventDetails[Kind]): void {
    const event = { detail, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(`myeloma-compare-${kind}`, event));
  }
}

for (const name of reflectedAttributes) {
  const accessors = {
    enumerable: true,
    get(this: Element) {
      return this.getAttribute(name);
    },
    set(this: Element, value: string | null | undefined) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  };
  Object.defineProperty(MyelomaCompare.prototype, makePropertyName(name), accessors);
}

function makeRoot(): HTMLElement {
  const root = document.createElement("div");
  root.className = "root";
  return root;
}

/**
 * A property that was set before the upgrade hides the accessor. This removes it and sets the value through the
 * accessor.
 */
function upgradeProperty(element: MyelomaCompare, name: string): void {
  if (!Object.hasOwn(element, name)) return;
  const value: unknown = Reflect.get(element, name);
  Reflect.deleteProperty(element, name);
  Reflect.set(element, name, value);
}

/** Calls once when the element comes near the screen. Returns a function that ends the waiting. */
function callWhenNear(element: Element, call: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      call();
    },
    { rootMargin: nearBy },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

function makeElementResult({ canonical, dataDate, dataVersion, answerVersion }: Screen): Result {
  const { site } = surroundings;
  return {
    query: canonical,
    permalink: makePermalink(site, canonical),
    comparison: `${site}/v1/comparison${canonical && `?${canonical}`}`,
    dataDate,
    dataVersion,
    answerVersion,
  };
}
