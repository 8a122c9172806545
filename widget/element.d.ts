/**
 * Declares `<myeloma-compare>` for TypeScript, and for JSX of React and Preact. It imports nothing, so that it can be
 * copied into a project. What each parameter means: `/docs/integrators#the-parameters`.
 */

/**
 * Holds an attribute for each parameter, which the build writes here. Ranges (`3-5`, `4-`, `-3`) and lists (`orr,cr`)
 * are any text, as are words that later data may add.
 */
type Question = {};

interface Look {
  /** `auto` takes the computed `color-scheme` of the page around, `system` the setting of the reader. */
  theme: "auto" | "light" | "dark" | "system";
  /** `lazy` asks nothing before the element is scrolled near. */
  loading: "eager" | "lazy";
}

type Words = Question & Look;

/** Lists the attributes as HTML and JSX write them. */
export type MyelomaCompareAttributes = { [Name in keyof Words]?: Words[Name] | undefined };

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type Properties = { [Name in keyof Words as CamelCase<Name>]: string | null };

/** Holds the question in canonical order, and the address of a page that shows it. */
export interface Change {
  query: string;
  permalink: string;
}

/** Describes an answer that is on screen. Fields may be added. */
export interface Result extends Change {
  /** Holds the address of the numbers of the answer, each with its source: `/v1/comparison?…`. */
  comparison: string;
  /** The date has the form `2026-11-20`. */
  dataDate: string;
  dataVersion: string;
  answerVersion: string;
}

export type Failure =
  | { kind: "offline" | "failed" | "release" | "drawing" }
  | { kind: "refused"; details: string[] };

interface EventDetails {
  /** Fires when the reader has changed the question. */
  change: Change;
  /** Fires when an answer has arrived. No such event is about a patient. */
  result: Result;
  /** Fires when there is no answer. No such event is about a patient. */
  error: Failure;
}

export type MyelomaCompareEventMap = {
  [Kind in keyof EventDetails as `myeloma-compare-${Kind}`]: CustomEvent<EventDetails[Kind]>;
};

export interface MyelomaCompare extends HTMLElement, Properties {
  /** Holds the present question as in the API's address. Setting it asks another one and fires no change event. */
  query: string;
  /** Holds the address of a page that shows the present question. */
  readonly permalink: string;
  /** Holds the last answer; `null` before there is one. */
  readonly result: Result | null;
}

/** `/v1/widget.js` exports and registers it. */
export declare const MyelomaCompare: { new (): MyelomaCompare; readonly prototype: MyelomaCompare };

type Listeners = {
  [Kind in keyof EventDetails as `onmyeloma-compare-${Kind}`]?:
    | ((event: CustomEvent<EventDetails[Kind]>) => void)
    | undefined;
};

/** Adds the attributes and events to those that JSX gives any element. */
type InJsx<Common> = Omit<Common, keyof Words> & MyelomaCompareAttributes & Listeners;

declare global {
  interface HTMLElementTagNameMap {
    "myeloma-compare": MyelomaCompare;
  }
  /** The events bubble, so that pages hear them around the element, too. */
  interface GlobalEventHandlersEventMap extends MyelomaCompareEventMap {}
}

// @ts-ignore: for those who have React.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have React.
      "myeloma-compare": InJsx<HTMLAttributes<MyelomaCompare> & RefAttributes<MyelomaCompare>>;
    }
  }
}

// @ts-ignore: for those who have Preact.
declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore: for those who have Preact.
      "myeloma-compare": InJsx<import("preact").HTMLAttributes<MyelomaCompare>>;
    }
  }
}
