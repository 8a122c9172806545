/**
 * `<myeloma-compare>`: the comparison as a custom element in a shadow root.
 *
 * @attr {string} outcome, setting, prior-lines, age, product, availability, therapy-class,
 *   evidence, regimen, target, prior-bcma, exclude: the question, as in the URL of the API
 * @fires myeloma-compare:change - the reader changed the question; `detail.query` is canonical
 * @fires myeloma-compare:result - an answer arrived; `detail` is the comparison
 * @fires myeloma-compare:error - no answer could be had; `detail.kind` says why
 */
import { hydrate, render } from "preact";
import { parameterNames } from "../functions/evidence/parameter-names.ts";
import { App } from "./app.tsx";
import { isCutOff } from "./cut-off.ts";
import { styles } from "./generated/styles.ts";
import { queryText, withParameter } from "./query-text.ts";
import { type AnswerSource, edgeSource } from "./source.ts";
import { en } from "./strings/en.ts";
import type { Loaded } from "./use-comparison.ts";
import type { CompareView } from "./views/compare-view.ts";

/** The site this script came from also answers its questions. */
const apiBase = new URL(import.meta.url).origin;

export class MyelomaCompare extends HTMLElement {
  static readonly observedAttributes: readonly string[] = parameterNames;

  #query = "";
  #source: AnswerSource = edgeSource(apiBase);
  #container: Element | null = null;
  #initial: Loaded | null = null;

  connectedCallback(): void {
    if (this.#container === null) this.#mount();
    else this.#render();
  }

  disconnectedCallback(): void {
    // Unmounting stops requests and timers; the shadow root stays for a later return.
    if (this.#container) render(null, this.#container);
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || this.#container === null) return;
    // Only what the host changed: the reader's other choices stay.
    this.#query = withParameter(this.#query, name, value);
    if (this.isConnected) this.#render();
  }

  #mount(): void {
    this.#query = this.#queryFromAttributes();
    const served = this.shadowRoot?.querySelector(".root");
    if (served) {
      this.#container = served;
      this.#initial = this.#servedState();
      if (this.#initial) hydrate(this.#app(), served);
      else {
        served.replaceChildren();
        this.#render();
      }
      return;
    }
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadow.adoptedStyleSheets = [sheet];
    this.#container = document.createElement("div");
    this.#container.className = "root";
    shadow.appendChild(this.#container);
    this.#render();
  }

  #render(): void {
    if (this.#container) render(this.#app(), this.#container);
  }

  #app() {
    return (
      <App
        query={this.#query}
        source={this.#source}
        apiBase={apiBase}
        initial={this.#initial}
        isCutOff={() => isCutOff(this)}
        strings={en}
        onChange={(query) => {
          this.#query = query;
          this.#render();
          this.#announce("change", { query });
        }}
        onResult={(comparison) => this.#announce("result", comparison)}
        onError={(failure) => this.#announce("error", failure)}
      />
    );
  }

  #announce(name: string, detail: unknown): void {
    const type = `myeloma-compare:${name}`;
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #queryFromAttributes(): string {
    const parameters = parameterNames.flatMap((name): [string, string][] => {
      const value = this.getAttribute(name);
      return value === null ? [] : [[name, value]];
    });
    return queryText(new URLSearchParams(parameters));
  }

  /** The view the server rendered, so that the first paint asks nobody. */
  #servedState(): Loaded | null {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    const view = text ? parsedView(text) : null;
    return view && { asked: this.#query, view, comparison: null };
  }
}

/** A page that was damaged on its way asks the edge instead. */
function parsedView(text: string): CompareView | null {
  try {
    const view: unknown = JSON.parse(text);
    return isView(view) ? view : null;
  } catch {
    return null;
  }
}

function isView(value: unknown): value is CompareView {
  return (
    typeof value === "object" &&
    value !== null &&
    "rows" in value &&
    Array.isArray(value.rows) &&
    "headline" in value &&
    "chips" in value
  );
}
