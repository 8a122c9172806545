/**
 * Sends the requests of the element to its installation, each with a timeout. It remembers the last answers, and states
 * the reason if there is no answer. On a device the same app answers, which says so in its headers.
 */
import { formatProblemParameter, type QueryProblem } from "#core/question/query-problem.ts";
import { hasFields } from "#data/lists-and-objects.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import { makeViewAddress, type SentView, viewFormat } from "#presentation/views/format.ts";
import type { OpenedRow } from "#presentation/views/opened-row.ts";
import type { PatientsView } from "#presentation/views/patient.ts";
import type { Screen } from "#presentation/views/screen.ts";
import type { Sheets } from "#presentation/views/sheet.ts";

/**
 * States why there is no answer. `release`: the installation is of another release, whose answers this element cannot
 * draw. `drawing`: an answer was not drawn, because something threw.
 */
export type Failure =
  | { kind: "offline" | "failed" | "release" | "drawing" }
  | { kind: "refused"; details: string[] };

/** This error is thrown if there is no answer; `failure` holds the reason as the screen shows it. */
export class AskError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.name = "AskError";
    this.failure = failure;
  }
}

/** Returns the failure to show for any error: `failed` for an error of another kind. */
export function readErrorFailure(error: unknown): Failure {
  return error instanceof AskError ? error.failure : { kind: "failed" };
}

/** Returns the failure of a request that got no response. */
export function makeRequestFailure(): Failure {
  return { kind: navigator.onLine === false ? "offline" : "failed" };
}

export interface RequestOptions {
  signal: AbortSignal;
  /** True if a patient led to the question; the answer is then kept nowhere. */
  isPrivate?: boolean | undefined;
  /** True if a remembered answer may be of an earlier release, so that the answer is requested again. */
  isRenewed?: boolean | undefined;
}

export interface AnswerFrom<Body> {
  body: Body;
  /** It is true if this device made the answer, because the network gave none. */
  onDevice: boolean;
}

/** Each request takes a question as a query string, and rejects with an {@link AskError} or an `AbortError`. */
export interface Requests {
  screen: (question: string, options: RequestOptions) => Promise<AnswerFrom<Screen>>;
  row: (
    outcome: string,
    question: string,
    options: RequestOptions,
  ) => Promise<AnswerFrom<OpenedRow>>;
  /** Loads every sheet of filters. */
  choices: (question: string, options: RequestOptions) => Promise<AnswerFrom<Sheets>>;
  /** Loads whom the trials of a question enrolled, and what is reported by properties of patients. */
  patients: (question: string, options: RequestOptions) => Promise<AnswerFrom<PatientsView>>;
  /** Loads the answer as text, to be copied. */
  copy: (question: string, options: RequestOptions) => Promise<AnswerFrom<CopiedForms>>;
}

/**
 * With these options the service does not learn who asks or from where. A page of a host may send its whole address
 * with each request (`Referrer-Policy: unsafe-url`), which may name a patient.
 */
export const discreet = { credentials: "omit", referrerPolicy: "no-referrer" } as const;

/** After this long, "try again" helps a reader more than further waiting. */
const answerMilliseconds = 15_000;

/** Keeps so many answers that a reader can go back and forth between a few questions and their opened rows. */
const mostCached = 40;

/**
 * Returns functions that request answers from the installation. They remember the answers that were used last, except
 * private ones and those that the device made.
 *
 * @param site The address of the installation, without a slash at the end
 */
export function makeCachedRequests(site: string): Requests {
  const answers = new Map<string, Body>();

  const ask =
    <T extends Body>(resource: string) =>
    async (question: string, options: RequestOptions): Promise<AnswerFrom<T>> => {
      const address = makeViewAddress(`${site}/v1/${resource}`, question);
      const entry = options.isPrivate || options.isRenewed ? undefined : answers.get(address);
      const { body, onDevice } = entry
        ? { body: entry, onDevice: false }
        : await requestAnswer(address, options);
      // An answer that the device made is requested again, because the network may confirm it by then.
      if (!options.isPrivate && !onDevice) {
        answers.delete(address);
        answers.set(address, body);
        const [oldest] = answers.keys();
        if (answers.size > mostCached && oldest !== undefined) answers.delete(oldest);
      }
      // The format and the address determine the shape, which the tests of the server pin.
      return { body: body as T, onDevice };
    };
  return {
    screen: ask<Screen>("screen"),
    row: (outcome, ...parameters) =>
      ask<OpenedRow>(`screen/${encodeURIComponent(outcome)}`)(...parameters),
    choices: ask<Sheets>("choices"),
    patients: ask<PatientsView>("screen/patients"),
    copy: ask<CopiedForms>("screen/copy"),
  };
}

/** Holds what every view has. */
interface Body {
  readonly answerVersion: string;
}

async function requestAnswer(
  address: string,
  { signal, isPrivate, isRenewed }: RequestOptions,
): Promise<AnswerFrom<Body>> {
  // `AbortSignal.any` would combine both, but the browsers of many hospitals are too old for it.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), answerMilliseconds);
  const abort = () => controller.abort();
  signal.addEventListener("abort", abort, { once: true });
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(address, {
      ...discreet,
      signal: controller.signal,
      headers: { accept: "application/json" },
      cache: isPrivate ? "no-store" : isRenewed ? "no-cache" : "default",
    });
    // The time limit holds for the body, too, which may stop half-way.
    body = await response.json().catch(() => null);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new AskError(makeRequestFailure());
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
  if (!response.ok) throw new AskError(readRefusal(response.status, body));
  if (!isJsonResponse(response)) throw new AskError({ kind: "failed" });
  if (isSentView(body)) {
    const onDevice = response.headers.get("cache-status")?.endsWith("detail=device") ?? false;
    return { body: body.view, onDevice };
  }
  // Release 1.1 sent its views without a format.
  const isOtherRelease = hasFields(body, "format") || hasFields(body, "answerVersion");
  throw new AskError({ kind: isOtherRelease ? "release" : "failed" });
}

/** Tells whether a response is one of ours, because a captive portal answers with a page of its own. */
function isJsonResponse({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("application/json") ?? false;
}

function isSentView(body: unknown): body is SentView<Body> {
  if (!hasFields(body, "format", "view") || body.format !== viewFormat) return false;
  return hasFields(body.view, "answerVersion") && typeof body.view.answerVersion === "string";
}

/** Returns why the installation gave no answer: what its problem document says, by parameter, or in general. */
function readRefusal(status: number, problem: unknown): Failure {
  if (status !== 400 && status !== 414) return { kind: "failed" };
  if (!hasFields(problem, "errors") || !Array.isArray(problem.errors)) {
    const details = hasFields(problem, "detail") ? [String(problem.detail)] : [];
    return { kind: "refused", details };
  }
  const errors: readonly QueryProblem[] = problem.errors;
  // The format is the first parameter of an address. A release that knows no formats names its place only.
  const isOtherRelease = errors.some(
    ({ parameter, position }) => parameter === "format" || position === 1,
  );
  return isOtherRelease
    ? { kind: "release" }
    : {
        kind: "refused",
        details: errors.map((error) => `${formatProblemParameter(error)}: ${error.message}`),
      };
}
