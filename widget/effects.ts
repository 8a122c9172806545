/** The store of one element at work: does what a state wants done and sends back what comes of it. */
import { type Ask, failureOf } from "./ask.ts";
import { whenOnline } from "./page/when-online.ts";
import { answerForPatient } from "./patient.ts";
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
  ask: Ask;
  draw: () => void;
  tell: (telling: Telling) => void;
}

/** @param initial what the page came with */
export function startStore(
  query: string,
  initial: Loaded | null,
  { ask, draw, tell }: Surrounds,
): Store {
  let isOver = false;
  let stop = () => {};
  let { state, effects } = begin(query, initial);

  const send: Send = (kind, detail) => {
    if (isOver) return;
    ({ state, effects } = update(state, kind, detail));
    // Soon, because what is sent may come while something is drawn.
    Promise.resolve().then(() => isOver || draw());
    effects.forEach(run);
  };

  function run(effect: Effect): void {
    if (effect.kind !== "ask") tell(effect);
    else {
      stop();
      if (effect.request) begun(effect.request);
    }
  }

  function begun(request: Request): void {
    const { attempt, query: asked } = request;
    const controller = new AbortController();
    const timer = setTimeout(() => send("delayed", { attempt }), slowAfterMilliseconds);
    stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    answerTo(request, controller.signal)
      .then((answer) => send("answered", { attempt, loaded: { asked, ...answer } }))
      .catch((error: unknown) => send("failed", { attempt, failure: failureOf(error) }))
      .finally(() => clearTimeout(timer));
  }

  async function answerTo(
    { query: asked, patient, isRenewed }: Request,
    signal: AbortSignal,
  ): Promise<Omit<Loaded, "asked">> {
    if (patient) return answerForPatient(asked, patient, ask, signal);
    const { body: view, onDevice } = await ask.screen(asked, { signal, isRenewed });
    return { view, onDevice };
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
      isOver = true;
    },
  };
}
