/** Runs the store of one element: carries out the effects of each step, and sends their results back to the store. */
import { type Requests, readErrorFailure } from "./ask.ts";
import { type KnownAnswers, requestAnswerForPatient } from "./patient.ts";
import {
  type AnswerRequest,
  type Effect,
  type Events,
  type HostMessage,
  type Loaded,
  makeFirstStoreStep,
  type State,
  takeStoreStep,
} from "./store.ts";
import { callWhenBackOnline } from "./use-loaded.ts";

/** After this delay a reader would wonder whether the tap was noticed. */
const slowAfterMilliseconds = 700;

export type Send = <Kind extends keyof Events>(kind: Kind, detail: Events[Kind]) => void;

export interface Store {
  state: () => State;
  send: Send;
  /** Ends requests and timers. Nothing is drawn or told any more. */
  end: () => void;
}

interface StoreOptions {
  ask: Requests;
  draw: () => void;
  tell: (message: HostMessage) => void;
}

/**
 * Returns a running store for a question. It requests the answer at once if the page came without it or with one that
 * the device made.
 *
 * @param initial The answer that the page came with.
 */
export function startStore(
  query: string,
  initial: Loaded | null,
  { ask, draw, tell }: StoreOptions,
): Store {
  let isOver = false;
  let stop = () => {};
  const known: KnownAnswers = new Map();
  let { state, effects } = makeFirstStoreStep(query, initial);

  const send: Send = (kind, detail) => {
    if (isOver) return;
    ({ state, effects } = takeStoreStep(state, kind, detail));
    // The state is drawn a moment later, because an event may be sent while something is drawn.
    Promise.resolve().then(() => isOver || draw());
    effects.forEach(run);
  };

  function run(effect: Effect): void {
    if (effect.kind !== "ask") tell(effect);
    else {
      stop();
      if (effect.request) startRequest(effect.request);
    }
  }

  function startRequest(request: AnswerRequest): void {
    const { attempt, query } = request;
    const controller = new AbortController();
    const timer = setTimeout(() => send("delayed", { attempt }), slowAfterMilliseconds);
    stop = () => {
      clearTimeout(timer);
      controller.abort();
    };
    answerTo(request, controller.signal)
      .then((answer) => send("answered", { attempt, loaded: { query, ...answer } }))
      .catch((error: unknown) => send("failed", { attempt, failure: readErrorFailure(error) }))
      .finally(() => clearTimeout(timer));
  }

  async function answerTo(
    { query, patient, isRenewed }: AnswerRequest,
    signal: AbortSignal,
  ): Promise<Omit<Loaded, "query">> {
    if (patient) return requestAnswerForPatient(query, patient, ask, { known, isRenewed });
    const { body: view, onDevice } = await ask.screen(query, { signal, isRenewed });
    return { view, onDevice };
  }

  effects.forEach(run);
  // The answer is requested again, because a request on its way may never notice that the network is back.
  const endOnline = callWhenBackOnline(() => send("retried", null));
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
