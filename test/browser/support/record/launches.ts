/** What the record remembers of a launch: whose record is open, and how it misbehaves. */
import { createHash, randomUUID } from "node:crypto";

export interface LaunchContext {
  patient: string;
  /** Granted instead of what is asked. */
  scope?: string;
  needPatientBanner?: boolean;
  /** Whether the record tells its colours. */
  hasStyle?: boolean;
  error?: { error: string; description: string };
  /** The token is not accepted when it is used. */
  isExpired?: boolean;
  /** Answers to the app with another state than it sent. */
  hasOtherState?: boolean;
  /** Does not name itself in its answer, which it says that it does. */
  isNameless?: boolean;
  /** Answers with neither a code nor an error. */
  isEmpty?: boolean;
}

interface SignedIn {
  context: LaunchContext;
  client: string;
  redirect: string;
  challenge: string;
  scope: string;
}

export interface Granted {
  context: LaunchContext;
  scope: string;
}

export function launchBook() {
  const launches = new Map<string, LaunchContext>();
  const codes = new Map<string, SignedIn>();
  const tokens = new Map<string, Granted>();
  const add = <T>(to: Map<string, T>, value: T): string => {
    const id = randomUUID();
    to.set(id, value);
    return id;
  };
  return {
    begin: (context: LaunchContext) => add(launches, context),
    launched: (id: string) => launches.get(id),
    codeFor: (signedIn: SignedIn) => add(codes, signedIn),
    /** A code can be used once, by whoever knows what its challenge was made of. */
    redeem(code: string, given: { client: string; redirect: string; verifier: string }) {
      const found = codes.get(code);
      codes.delete(code);
      const challenge = createHash("sha256").update(given.verifier).digest("base64url");
      const isTheirs =
        found?.client === given.client &&
        found.redirect === given.redirect &&
        found.challenge === challenge;
      return isTheirs ? found : null;
    },
    tokenFor: (granted: Granted) => add(tokens, granted),
    granted: (token: string) => tokens.get(token),
  };
}

export type LaunchBook = ReturnType<typeof launchBook>;
