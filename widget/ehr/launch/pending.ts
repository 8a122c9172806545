/**
 * Sign-ins that were begun in this window and are not back yet. Between the two pages the session
 * storage keeps what proves that the answer is ours, under its own `state`: two frames of one window
 * do not disturb each other. It is taken out when the reader is back, and holds nothing of a patient.
 */
import { LaunchProblem } from "./problem.ts";

export interface Pending {
  /** The FHIR server, as listed. */
  iss: string;
  /** Name of the authorisation server. */
  issuer: string;
  token: string;
  scope: string;
  verifier: string;
  /** Where the answer must come back to. */
  redirect: string;
  /** The server says that it names itself in each answer (RFC 9207). */
  namesItself: boolean;
  begun: number;
}

const prefix = "myeloma-compare launch ";
const longestMilliseconds = 600_000;

/** @throws LaunchProblem if nothing can be stored here: then nobody is asked anything. */
export function checkStorage(): void {
  try {
    sessionStorage.setItem(prefix, "");
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(prefix) && read(sessionStorage.getItem(name)) === null) {
        sessionStorage.removeItem(name);
      }
    }
  } catch {
    throw new LaunchProblem("no-storage");
  }
}

export function keep(state: string, pending: Omit<Pending, "begun">): void {
  sessionStorage.setItem(prefix + state, JSON.stringify({ ...pending, begun: Date.now() }));
}

/** Each can be taken once. `null` if none was begun here with this state, or too long ago. */
export function take(state: string): Pending | null {
  try {
    const text = sessionStorage.getItem(prefix + state);
    sessionStorage.removeItem(prefix + state);
    return read(text);
  } catch {
    return null;
  }
}

/** Written by this site only, but perhaps by an earlier version. */
function read(text: string | null): Pending | null {
  const value: Partial<Pending> | null = text ? JSON.parse(text) : null;
  const { iss, issuer, token, scope, verifier, redirect, namesItself, begun } = value ?? {};
  if (!iss || !issuer || !token || !scope || !verifier || !redirect || !begun) return null;
  if (namesItself === undefined) return null;
  const age = Date.now() - begun;
  return age >= 0 && age < longestMilliseconds
    ? { iss, issuer, token, scope, verifier, redirect, namesItself, begun }
    : null;
}
