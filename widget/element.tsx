/**
 * `<myeloma-compare>`: the comparison as a custom element in a shadow root. This file holds only
 * the class; `registered.ts` registers it. What a page may rely on is described for tools in
 * `custom-elements.json` and for TypeScript in `element.d.ts`.
 */
import { render } from "preact";
import type { Comparison } from "#core/comparison/answer.ts";
import { ownOnly } from "#core/own-only.ts";
import {
  type ParameterName,
  type PropertyName,
  parameterNames,
  propertyName,
} from "#core/question/parameter-names.ts";
import type { appearance } from "#presentation/screen/appearance.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { drawn } from "#words/drawn.ts";
import type { Failure } from "./answers/client.ts";
import { answerSource } from "./answers/local-source.ts";
import { orderedQuery, queryOfAttributes, withParameter } from "./answers/ordered-query.ts";
import { App } from "./app.tsx";
import { type Store, startStore } from "./effects.ts";
import { adoptStyles } from "./page/adopt-styles.ts";
import { followScheme } from "./page/follow-scheme.ts";
import { drawnFor, languageOf } from "./page/language-of.ts";
import { siteOf } from "./page/site-of.ts";
import { sparesData } from "./page/spares-data.ts";
import { permalinkOf } from "./page/standalone-page.ts";
import { surroundings } from "./page/surroundings.ts";
import type { Loaded, Telling } from "./store.ts";
import { Skeleton } from "./views/states.tsx";

/** Questions are sent to the installation that this script came from, which may have a base path. */
const apiBase = siteOf(import.meta.url);

/** Larger than a quick scroll covers before the answer is loaded. */
const nearBy = "400px";

/** Attributes that are also properties. `lang` is a property of every element already. */
const reflected = [...parameterNames, "theme", "loading"] as const;

/** Every one as a property: `priorLines`, `age`. An unknown value of the look counts as the first allowed one. */
type ReflectingProperties = {
  [Name in ParameterName | keyof typeof appearance as PropertyName<Name>]: string | null;
};

/** By kind of event, what it holds. */
export interface Told {
  /** The question in canonical order, empty for the default one, and the address of a page that shows it. */
  change: { query: string; permalink: string };
  result: Comparison;
  error: Failure;
}

export interface MyelomaCompare extends ReflectingProperties {}

// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the accessors are made from the same table, below.
export class MyelomaCompare extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...reflected, "lang"];

  #query = "";
  #source = answerSource(apiBase);
  #container: HTMLElement | null = null;
  #initial: Loaded | null = null;
  /** From the first view on, while the element is in a page. */
  #store: Store | null = null;
  #strings: DrawnWords = drawn;
  #comparison: Comparison | null = null;
  /** With `loading="lazy"` this stays false until the element is scrolled near the screen. */
  #begun = false;
  #drawn = false;
  /** Takes the colour scheme of the page again. */
  #followScheme = () => {};
  /** Undoes effects outside of the element itself, such as listeners on the window. */
  #release: (() => void)[] = [];

  /**
   * The current question with the reader's choices. Setting it asks that question without a change
   * event. Names that are no parameters are ignored, and the console says so; those of a patient are
   * left out without a word.
   */
  get query(): string {
    return this.#query;
  }
  set query(query: string | null) {
    const given = new URLSearchParams(query ?? "");
    for (const name of given.keys()) {
      if (!name.startsWith("patient-") && !parameterNames.some((known) => known === name)) {
        console.warn(`${name}: not understood and ignored`);
      }
    }
    this.#ask(orderedQuery(given));
  }

  /** The last answer; `null` before the first one. */
  get comparison(): Comparison | null {
    return this.#comparison;
  }

  /** Address of a page that shows the current question. */
  get permalink(): string {
    return permalinkOf(apiBase, this.#query);
  }

  connectedCallback(): void {
    for (const name of [...reflected, "query"]) takeOver(this, propertyName(name));
    this.#speak();
    const ends = surroundings.follow?.(this);
    if (ends) this.#release.push(ends);
    // A page with a switch of its own sets an attribute there.
    const switched = new MutationObserver(() => this.#followScheme());
    switched.observe(document.documentElement, ownOnly({ attributes: true }));
    this.#release.push(() => switched.disconnect());
  }

  disconnectedCallback(): void {
    for (const release of this.#release.splice(0)) release();
    this.#endStore();
    // The shadow root is kept in case the element returns.
    if (this.#container) render(null, this.#container);
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    // Before the element is mounted, attributes are ignored: they are read together when it is.
    if (before === value || this.#container === null) return;
    if (name === "lang") this.#speak();
    else if (name === "theme" || name === "loading") this.#present();
    // Only what the host changed; the reader's other choices are kept.
    else this.#ask(withParameter(this.#query, name, value));
  }

  #ask(query: string): void {
    this.#query = query;
    this.#store?.send("asked", query);
  }

  #endStore(): void {
    this.#store?.end();
    this.#store = null;
  }

  /** Draws with the dates of the page's region. */
  #speak(): void {
    const strings = drawnFor(languageOf(this));
    // The view that came with the page has the dates of the page.
    if (this.#container && strings !== this.#strings) {
      this.#initial = null;
      this.#endStore();
    }
    this.#strings = strings;
    if (this.#container) this.#present();
    else this.#mount();
  }

  #mount(): void {
    // `query` may have been set before the element was upgraded.
    this.#query ||= queryOfAttributes(this);
    const served = surroundings.served?.(this);
    this.#container = served?.root ?? this.#newRoot();
    this.#followScheme = followScheme(this);
    if (!served?.view) {
      this.#present();
      return;
    }
    this.#begun = true;
    this.#initial = { asked: this.#query, view: served.view, comparison: null };
    // Another question may be asked in the meantime.
    const app = () => (this.isConnected && !this.#drawn ? this.#app(served.root) : null);
    served.hydrate(app);
  }

  #newRoot(): HTMLElement {
    const shadow = this.shadowRoot ?? this.attachShadow(ownOnly({ mode: "open" }));
    const root = document.createElement("div");
    root.className = "root";
    shadow.appendChild(root);
    adoptStyles(shadow, surroundings.styles);
    return root;
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
      this.#release.push(whenNear(this, begin));
    }
    this.#render();
  }

  #render(): void {
    if (!this.#container) return;
    this.#drawn = true;
    // Language and direction are those of the words, whatever the page around has set.
    this.#container.lang = this.#strings.language;
    this.#container.dir = this.#strings.direction;
    render(
      this.#begun ? this.#app(this.#container) : <Skeleton strings={this.#strings} />,
      this.#container,
    );
  }

  #app(place: Element) {
    this.#store ??= this.#newStore(place);
    return (
      <App
        // A new key redraws everything if the words change.
        key={this.#strings.date}
        state={this.#store.state()}
        send={this.#store.send}
        place={place}
        source={this.#source}
        apiBase={apiBase}
        strings={this.#strings}
      />
    );
  }

  #newStore(place: Element): Store {
    const store = startStore(this.#query, this.#initial, {
      place,
      source: this.#source,
      strings: this.#strings,
      draw: () => this.#render(),
      tell: (telling) => this.#tell(telling),
    });
    // After the first view is drawn. An effect of Preact would need its hooks, which only later parts have.
    setTimeout(() => store.send("drawn", { sparesData: sparesData() }));
    return store;
  }

  #tell(telling: Telling): void {
    if (telling.kind === "change") {
      const { query } = telling;
      this.#query = query;
      surroundings.pushQuestion?.(query);
      this.#announce("change", { query, permalink: this.permalink });
    } else if (telling.kind === "result") {
      this.#comparison = telling.comparison;
      this.#announce("result", telling.comparison);
    } else this.#announce("error", telling.failure);
  }

  /** Leaves shadow roots. */
  #announce<Kind extends keyof Told>(kind: Kind, detail: Told[Kind]): void {
    const event = ownOnly({ detail, bubbles: true, composed: true });
    this.dispatchEvent(new CustomEvent(`myeloma-compare-${kind}`, event));
  }
}

for (const name of reflected) {
  const accessors = ownOnly({
    enumerable: true,
    get(this: Element) {
      return this.getAttribute(name);
    },
    set(this: Element, value: string | null | undefined) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
  Object.defineProperty(MyelomaCompare.prototype, propertyName(name), accessors);
}

/**
 * If a property was set before the element was upgraded, it hides the accessor. This removes it and
 * sets the value through the accessor.
 */
function takeOver(element: MyelomaCompare, name: string): void {
  if (!Object.hasOwn(element, name)) return;
  const value: unknown = Reflect.get(element, name);
  Reflect.deleteProperty(element, name);
  Reflect.set(element, name, value);
}

/** Calls once when the element comes near the screen. Returns a function that ends the waiting. */
function whenNear(element: Element, call: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      call();
    },
    ownOnly({ rootMargin: nearBy }),
  );
  observer.observe(element);
  return () => observer.disconnect();
}
