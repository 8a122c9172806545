/** What a state of the widget is called, the question it is the answer to, and how it is drawn. */

import type { Patient } from "#core/question/patient.ts";
import type { ChipName } from "#presentation/view/chips.ts";
import type { Failure } from "#widget/answers/client.ts";

/** Why an answer, or a part of it, does not come. */
export type Trouble = Exclude<Failure["kind"], "refused">;

export type Drawn =
  | { as: "skeleton" }
  /** No answer ever came. */
  | { as: "failure"; trouble: Trouble }
  /** The question itself is at fault. */
  | { as: "refusal" }
  | {
      as: "answer";
      /** The answer to another question is missing while this one is on screen. */
      awaiting?: "slow" | Trouble;
      /** Of an answer on its way, the outcomes whose rows are computed already; the others are those before. */
      fresh?: readonly string[];
      /** Computed in the browser, which cannot reach the service. */
      onDevice?: true;
      /** Whom the answer is about. */
      patient?: Patient;
      /** The outcome whose row is open. */
      open?: string;
      /** What keeps the opened row from showing its trials. */
      inside?: "loading" | Trouble;
    }
  | { as: "sheet"; name: ChipName; inside?: "loading" | Trouble };

export interface GalleryState {
  /** Its address: `/gallery?state=<id>`. */
  id: string;
  title: string;
  /** Which state this is and what to look for, in a sentence. */
  note: string;
  /** Words by which the state is known on the screen: the data may change, a state must not get lost. */
  shows: string;
  /** As in the address of `/embed`; empty for the default question. */
  question: string;
  drawn: Drawn;
}

export interface GalleryGroup {
  title: string;
  states: readonly GalleryState[];
}
