/**
 * Handles the back button where a page of ours is the whole window; elsewhere the button belongs to the page around.
 */
import type { EventDetails, Layers, MyelomaCompare } from "../element.tsx";

/** Holds the parameter for the look of the page. It is no part of the question and is kept. */
const look = "theme";

/** Gives the page its history entries: one for each question, and over it one for each layer. */
interface HistoryEntries {
  /** Gives what lies over the answer entries, so that the back button closes it. */
  followLayers: (element: MyelomaCompare) => void;
  /** Gives another question an entry. */
  ask: (address: string) => void;
}

/**
 * Returns the functions that write the history entries of the page, and follows its back button. An entry holds
 * nothing but the number of layers over the answer. A step back takes a moment, and changes wait for its end, because
 * the step would otherwise remove the new entry.
 *
 * @param onStep Is called after each step through the history.
 */
function makeHistoryController(onStep: () => void): HistoryEntries {
  let layers: Layers = [];
  let nextAddress: string | null = null;
  let isStepping = false;
  /** It is true if the question of this entry was chosen in a layer that still lies over it. */
  let isChosenHere = false;
  const isFramed = window.parent !== window;

  const settle = () => {
    if (isStepping) return;
    // A question that is chosen in a layer replaces the entry of that layer, which is then made anew over it. A second
    // question that is chosen there replaces the first.
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
      // After going forward, or a reload, an entry may have layers that are gone; this steps back from it.
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

/**
 * Gives each question an address, and asks it again when the reader goes back. The first question is kept as it was
 * asked, because it may have been longer than its address.
 */
export function syncQuestionWithHistory(element: MyelomaCompare): void {
  const { search } = location;
  const first = element.query;
  let currentSearch = search;
  const entries = makeHistoryController(() => {
    // The entry is of the same question, of which only layers were closed.
    if (location.search === currentSearch) return;
    currentSearch = location.search;
    element.query = currentSearch === search ? first : readQuestionWithoutTheme(currentSearch);
  });
  entries.followLayers(element);
  element.addEventListener("myeloma-compare-change", (event) => {
    const { detail } = event as CustomEvent<EventDetails["change"]>;
    const address = makeQuestionAddressKeepingTheme(detail.query);
    currentSearch = new URL(address, location.href).search;
    entries.ask(address);
  });
}

function readQuestionWithoutTheme(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete(look);
  return parameters.toString();
}

function makeQuestionAddressKeepingTheme(query: string): string {
  const value = new URLSearchParams(location.search).get(look);
  const search = [query, value && `${look}=${encodeURIComponent(value)}`].filter(Boolean).join("&");
  return search ? `?${search}` : location.pathname;
}
