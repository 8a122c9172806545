/**
 * OAuth as SMART App Launch 2.2 asks of a public client: PKCE with S256 always, a `state` of 256 bits
 * that only the window that began can take back, `aud`, and a token that stays in memory.
 */
import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  customFetch,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  ResponseBodyError,
  validateAuthResponse,
} from "oauth4webapi";
import { ask } from "./asking.ts";
import { discover } from "./discovery.ts";
import { checkStorage, keep, type Pending, take } from "./pending.ts";
import { LaunchProblem, oneLine } from "./problem.ts";
import { returnAddress } from "./return-address.ts";
import { scopesFor } from "./scopes.ts";
import { issuerNamed, type LaunchIssuer } from "./settings.ts";

/** What the server says with the token. Nothing of it is stored. */
export interface Session {
  issuer: LaunchIssuer;
  accessToken: string;
  /** As granted; servers need not say it if it is all that was asked. */
  scope: string;
  /** Id of the patient whose record is open. */
  patient: string;
  needsBanner: boolean;
  /** Address of the record's colours. */
  style: string | null;
}

/**
 * The address to sign in at.
 *
 * @param iss The server as the record named it, which `aud` must repeat.
 * @param launch What the record sent; `null` if the launch began here.
 */
export async function signInAddress(
  issuer: LaunchIssuer,
  iss: string,
  launch: string | null,
): Promise<string> {
  checkStorage();
  const server = await discover(issuer);
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const scope = scopesFor(launch === null ? "launch/patient" : "launch", server);
  const redirect = await returnAddress(issuer.issuer);
  const address = new URL(server.authorize);
  const parameters = {
    response_type: "code",
    client_id: issuer.client,
    redirect_uri: redirect,
    scope,
    state,
    aud: iss,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(launch === null ? {} : { launch }),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const { token, issuer: name, namesItself } = server;
  keep(state, { iss: issuer.issuer, issuer: name, token, scope, verifier, redirect, namesItself });
  return address.href;
}

/** A sign-in that is back: the code is used once, and again only if nobody was reached. */
export interface Returned {
  issuer: LaunchIssuer;
  redeem: () => Promise<Session>;
}

/** @throws LaunchProblem if it is not the answer to a sign-in of this window. */
export function returned(
  given: URLSearchParams,
  here: string,
  issuers: readonly LaunchIssuer[],
): Returned {
  if (given.toString() === "") throw new LaunchProblem("forgotten");
  const [state = "", ...others] = given.getAll("state");
  const pending = others.length === 0 ? take(state) : null;
  const issuer = pending && issuerNamed(issuers, pending.iss);
  if (!pending || !issuer || pending.redirect !== here) throw new LaunchProblem("not-ours");
  const server = serverOf(pending);
  const client = { client_id: issuer.client };
  try {
    const parameters = validateAuthResponse(server, client, given, state);
    if (!parameters.has("code")) throw new LaunchProblem("no-answer");
    return { issuer, redeem: () => redeem(parameters, { pending, issuer, server }) };
  } catch (error) {
    const problem =
      error instanceof AuthorizationResponseError
        ? new LaunchProblem("refused", oneLine(error.error_description) ?? oneLine(error.error))
        : error instanceof LaunchProblem
          ? error
          : new LaunchProblem("not-ours");
    return { issuer, redeem: () => Promise.reject(problem) };
  }
}

function serverOf({ issuer, token, namesItself }: Pending): AuthorizationServer {
  return {
    issuer,
    token_endpoint: token,
    authorization_response_iss_parameter_supported: namesItself,
  };
}

interface Redeeming {
  pending: Pending;
  issuer: LaunchIssuer;
  server: AuthorizationServer;
}

async function redeem(
  parameters: URLSearchParams,
  { pending, issuer, server }: Redeeming,
): Promise<Session> {
  const client = { client_id: issuer.client };
  const options = {
    [customFetch]: (url: string, init: RequestInit) => ask(url, init),
    // Only a server of this machine can be listed without HTTPS.
    [allowInsecureRequests]: pending.token.startsWith("http:"),
  };
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    parameters,
    pending.redirect,
    pending.verifier,
    options,
  );
  if (response.status >= 500) throw new LaunchProblem("unreached");
  try {
    const said = await processAuthorizationCodeResponse(server, client, response);
    if (said.token_type !== "bearer") throw new LaunchProblem("no-token");
    const { patient, smart_style_url: style } = said;
    if (typeof patient !== "string" || !/^[\w.-]{1,64}$/.test(patient)) {
      throw new LaunchProblem("no-patient");
    }
    return {
      issuer,
      accessToken: said.access_token,
      scope: said.scope ?? pending.scope,
      patient,
      // Shown unless the record says that it shows who the patient is itself.
      needsBanner: said.need_patient_banner !== false,
      style: typeof style === "string" ? style : null,
    };
  } catch (error) {
    if (error instanceof LaunchProblem) throw error;
    const said = error instanceof ResponseBodyError ? error.error_description : null;
    throw new LaunchProblem("no-token", oneLine(said));
  }
}
