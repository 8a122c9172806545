/** Each entry script sets these facts before an element is created, and has no code of others. */
import type { VNode } from "preact";
import { ownOnly } from "#core/own-only.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { Statement } from "#presentation/statement/statement.ts";
import type { LocalEngine } from "../answers/local-engine.ts";
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
  /** Asks again when the reader goes back; in a frame sends the height. Returns its end. */
  follow?(element: Element & { query: string | null }): () => void;
  pushQuestion?(query: string): void;
  /** Receives what tells the element a patient, once it has its first answer. Only on our own pages. */
  patient?(onPatient: (patient: OwnPatient | undefined) => void): void;
  /** In a frame whose address asks for it: the origins that may hand a patient over. */
  recordSystems?: string | undefined;
  /** In a copy without a server: its engine, which is no build of its own there. */
  engine?(): Promise<LocalEngine>;
  /** There: what an address of the installation is in the copy. */
  placed?(address: string): string;
}

export let surroundings: Surroundings;

export function setSurroundings(given: Surroundings): void {
  surroundings = ownOnly(given);
}
