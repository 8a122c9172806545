/**
 * Facts about the page around an element. Each entry script sets it before an
 * element is created. So the script for other sites contains no code for our own pages, and vice
 * versa.
 */
import type { VNode } from "preact";
import { ownOnly } from "#core/own-only.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { ViewMaker } from "../answers/view-maker.ts";

/** The markup that the server rendered; `view` is `null` if its data were damaged. */
interface Served {
  root: HTMLElement;
  view: Statement | null;
  /** Takes it over once everything in it can be drawn, unless there is nothing to draw then. */
  hydrate: (content: () => VNode | null) => void;
}

export interface Surroundings {
  /** Styles of the first view. */
  styles: string;
  /** What makes the view of an answer. Rejects with a `SourceError` if it cannot be loaded. */
  viewMaker: () => Promise<ViewMaker>;
  served?(element: Element): Served | null;
  /**
   * Asks again when the reader goes back, by the `query` of the element. In a frame, sends the height of our page to the page around
   * and calls `onFit` once when the frame is as high as its content. Returns a function that ends it.
   */
  follow?(element: Element & { query: string | null }, onFit: () => void): () => void;
  pushQuestion?(query: string): void;
  /** Receives what tells the element a patient, once it has its first answer. Only on our own pages. */
  patient?(onPatient: (patient: OwnPatient | undefined) => void): void;
  /** In a frame whose address asks for it: the origins that may hand a patient over. */
  recordSystems?: string | undefined;
}

export let surroundings: Surroundings;

export function setSurroundings(given: Surroundings): void {
  surroundings = ownOnly(given);
}
