/** The sign-in of a server, as it describes it itself (SMART App Launch 2.2, conformance). */
import { urlOf } from "../../page/url-of.ts";
import { ask, objectOf, textsOf } from "./asking.ts";
import { LaunchProblem } from "./problem.ts";
import { isOfSecondVersion } from "./scopes.ts";
import type { LaunchIssuer } from "./settings.ts";

export interface SignIn {
  /** Its name as an authorisation server; the address of the FHIR server if it says none. */
  issuer: string;
  authorize: string;
  token: string;
  /** It says that it names itself in each answer (RFC 9207). */
  namesItself: boolean;
  /** `null` if it does not say which scopes it knows. */
  scopes: readonly string[] | null;
  /** It knows only the scopes of SMART 1: `patient/Patient.read`. */
  isFirstVersion: boolean;
}

/** @throws LaunchProblem if it cannot be used: it is then not asked for anything else. */
export async function discover({ issuer, origins }: LaunchIssuer): Promise<SignIn> {
  const response = await ask(`${issuer}/.well-known/smart-configuration`, {
    headers: { accept: "application/json" },
  });
  if (response.status >= 500) throw new LaunchProblem("unreached");
  const said = response.ok ? await objectOf(response) : null;
  if (!said) throw new LaunchProblem("unfit-server");
  // The reader goes only where the operator said.
  const [authorize, token] = [said.authorization_endpoint, said.token_endpoint].map((address) => {
    const url = urlOf(address);
    if (url && origins.includes(url.origin) && url.username === "" && url.hash === "") {
      return url.href;
    }
    throw new LaunchProblem("unfit-server");
  });
  if (!textsOf(said.code_challenge_methods_supported).includes("S256")) {
    throw new LaunchProblem("no-pkce");
  }
  const capabilities = textsOf(said.capabilities);
  const scopes = Array.isArray(said.scopes_supported) ? textsOf(said.scopes_supported) : null;
  return {
    issuer: typeof said.issuer === "string" ? said.issuer : issuer,
    authorize: authorize ?? "",
    token: token ?? "",
    namesItself: said.authorization_response_iss_parameter_supported === true,
    scopes,
    // Servers of SMART 1 do not know the words for it, so they announce neither version.
    isFirstVersion:
      !capabilities.includes("permission-v2") && !(scopes ?? []).some(isOfSecondVersion),
  };
}
