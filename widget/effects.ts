/** The store of one element at work: does what a state wants done and sends back what comes of it. */
import type { FirstRow } from "#presentation/statement/row.ts";
import type { DrawnWords } from "#presentation/words/catalogue.ts";
import { failureOf } from "./answers/client.ts";
import { loadAfterFirstView, readyAfterFirstView } from "./answers/load-after-first-view.ts";
import { ofClasses } from "./answers/ordered-query.ts";
import type { Answer, AnswerSource } from "./answers/source.ts";
import { surroundings } from "./page/surroundings.ts";
import { whenOnline } from "./page/when-online.ts";
import {
  begin,
  type Effect,
  type Events,
  type Loaded,
  type Request,
  type State,
  type Telling,
  update,
} from "./store.ts";

/** After this delay a reader would wonder whether the tap was noticed. */
const slowAfterMilliseconds = 700;

export type Send = <Kind extends keyof Events>(kind: Kind, detail: Events[Kind]) => void;

export interface Store {
  state: () => State;
  send: Send;
  /** Ends requests and timers. Nothing is drawn or told any more. */
  end: () => void;
}

interface Surrounds {
  source: AnswerSource;
  strings: DrawnWords;
  /** Where the rows are. */
  place: Element;
  draw: () => void;
  tell: (telling: Telling) => void;
}

/** @param initial what the page came with */
export function startStore(
  query: string,
  initial: Loaded | null,
  { source, strings, place, draw, tell }: Surrounds,
): Store {
  const life = new AbortController();
  let stop = () => {};
  let { state, effects } = begin(query, initial);

  const send: Send = (kind, detail) => {
    if (life.signal.aborted) return;
    ({ state, effects } = update(state, kind, detail));
    // Soon, because what is sent may come while something is drawn.
    Promise.resolve().then(() => life.signal.aborted || draw());
    effects.forEach(run);
  };

  function run(effect: Effect): void {
    if (effect.kind === "ask") {
      stop();
      if (effect.request) ask(effect.request);
    } else if (effect.kind === "load") load();
    // Without the engine the edge answers, as before.
    else if (effect.kind === "prepare") prepare(effect.loaded).catch(() => undefined);
    else tell(effect);
  }

  function ask({ attempt, query, patient, need, shown }: Request): void {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => send("delayed", { attempt }), slowAfterMilliseconds);
    stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    // Measured before anything is redrawn, when it does not force a layout.
    const first = readyAfterFirstView()?.visibleRows(place) ?? [];
    // At the same time as the answer, unless it is there already.
    const maker = surroundings.viewMaker();
    const onRow = (found: FirstRow) => {
      // Without the part the whole answer fails, too, and says so.
      maker.then(
        ({ row }) => {
          const view = row(found, shown?.stated ?? null, strings);
          send("rowArrived", { attempt, row: { view, row: found.row } });
        },
        () => undefined,
      );
    };
    const classes = ofClasses(query);
    const asked = async (): Promise<Answer> => {
      if (need === "sources") return source.cited(classes, signal);
      const answerVersion = shown?.answerVersion ?? null;
      if (!patient) return source.answer(classes, signal, { answerVersion, first, onRow });
      return (await loadAfterFirstView()).forPatient(classes, patient, source, signal);
    };
    Promise.all([asked(), maker])
      .then(async ([answer, { view: viewOf }]) => {
        const { comparison, onDevice } = answer;
        const view = viewOf(comparison, strings);
        if (query !== classes) {
          const { productsAnswer } = await (await loadAfterFirstView()).loadByProduct();
          view.byProduct = await productsAnswer(answer, strings, signal);
        } else if (view.later) {
          // What few views have: ways out of an empty class, and grids. Without it, rows are shown.
          await loadAfterFirstView().catch(() => null);
        }
        const loaded = { asked: query, patient, view, comparison, onDevice };
        send("answered", { attempt, loaded });
      })
      .catch((error: unknown) => send("failed", { attempt, failure: failureOf(error) }))
      .finally(() => clearTimeout(timer));
  }

  function load(): void {
    if (readyAfterFirstView()) return;
    loadAfterFirstView().then(
      () => send("restArrived", null),
      (error) => send("restFailed", failureOf(error)),
    );
  }

  /** After the first answer, the engine is made ready for the next one while the browser is idle. */
  async function prepare(before: Loaded): Promise<void> {
    const { prepared } = await loadAfterFirstView();
    const loaded = await prepared(before, strings, life.signal);
    if (loaded) send("prepared", { before, loaded });
  }

  effects.forEach(run);
  // A request on its way may never notice that the network is back.
  const endOnline = whenOnline(() => send("retried", null));
  return {
    state: () => state,
    send,
    end() {
      stop();
      endOnline();
      life.abort();
    },
  };
}
