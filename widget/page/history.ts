/**
 * Handles the back button where a page of ours is the whole window; elsewhere the button belongs to the page around.
 */
import type { EventDetails, Layers, MyelomaCompare } from "../element.tsx";

/** Holds the parameter for the look of the page. It is no part of the question and is kept. */
const look = "theme";

/** Gives the page its history entries: one for each question, and over it one for each layer. */
export interface HistoryEntries {
  /** Gives what lies over the answer entries, so that the back button closes it. */
  followLayers: (element: MyelomaCompare) => void;
  /** Gives another question an entry. */
  ask: (address: string) => void;
}

/**
 * An entry holds nothing but the number of layers over the answer. A step takes a moment, and what comes
 * meanwhile waits: an entry made before its end would be the one to go.
 */
export function openHistoryEntries(onStep = () => {}): HistoryEntries {
  let layers: Layers = [];
  let nextAddress: string | null = null;
  let isStepping = false;
  /** The question of this entry was chosen in what lies over it now. */
  let isChosenHere = false;
  const isFramed = window.parent !== window;

  const settle = () => {
    if (isStepping) return;
    // A question takes the place of the one layer it was chosen in, which then lies over it; the next
    // one chosen there takes the place of that question.
    const mostLayers = nextAddress === null ? layers.length : isChosenHere ? 0 : 1;
    if (countHistoryLayers() > mostLayers) {
      isStepping = true;
      history.go(mostLayers - countHistoryLayers());
      return;
    }
    const address = nextAddress;
    nextAddress = null;
    try {
      if (address !== null) {
        if (isFramed || isChosenHere || countHistoryLayers() > 0)
          history.replaceState(null, "", address);
        else history.pushState(null, "", address);
        isChosenHere = layers.length > 0;
      }
      // Closing a layer leaves the page where it is.
      history.scrollRestoration = layers.length > 0 ? "manual" : "auto";
      for (let next = countHistoryLayers() + 1; next <= layers.length; next += 1) {
        history.pushState(next, "");
      }
    } catch {
      // The browser allows no more entries (Safari: about a hundred). The answer is more important.
    }
  };
  addEventListener("popstate", () => {
    const closing = layers.slice(countHistoryLayers()).reverse();
    if (isStepping || closing.length === 0) {
      isStepping = false;
      // After going forward, or a reload, what lay over the answer is gone: this steps back from its entry.
      settle();
    } else for (const close of closing) close();
    onStep();
  });
  return {
    followLayers(element) {
      element.followLayers((now) => {
        if (isFramed) return;
        if (now.length < layers.length) isChosenHere = false;
        layers = now;
        settle();
      });
    },
    ask(address) {
      nextAddress = address;
      settle();
    },
  };
}

function countHistoryLayers(): number {
  const { state } = history;
  return typeof state === "number" ? state : 0;
}

/** Each question has an address. Going back asks it again; the first one may have been longer. */
export function followHistory(element: MyelomaCompare): void {
  const { search } = location;
  const first = element.query;
  let currentSearch = search;
  const entries = openHistoryEntries(() => {
    // An entry of the same question: what lies over the answer is closed.
    if (location.search === currentSearch) return;
    currentSearch = location.search;
    element.query = currentSearch === search ? first : readSearchQuestion(currentSearch);
  });
  entries.followLayers(element);
  element.addEventListener("myeloma-compare-change", (event) => {
    const { detail } = event as CustomEvent<EventDetails["change"]>;
    const address = makeQuestionAddress(detail.query);
    currentSearch = new URL(address, location.href).search;
    entries.ask(address);
  });
}

function readSearchQuestion(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(look);
  return parameters.toString();
}

function makeQuestionAddress(query: string): string {
  const value = new URLSearchParams(location.search).get(look);
  const search = [query, value && `${look}=${encodeURIComponent(value)}`].filter(Boolean).join("&");
  return search ? `?${search}` : location.pathname;
}
