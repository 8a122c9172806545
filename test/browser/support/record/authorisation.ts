/** The authorisation server of the record. Its clinician is signed in already. */
import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { patients } from "../../../support/record/patients.ts";
import type { LaunchBook, LaunchContext } from "./launches.ts";

interface Options {
  book: LaunchBook;
  client: string;
  /** Address of the app that may sign in. */
  appOf: () => string;
  issuerOf: (context: Context) => string;
}

export function authorisation({ book, client, appOf, issuerOf }: Options) {
  /** As the guide says it: each record has an address of its own. */
  const redirectOf = (context: Context) =>
    `${appOf()}/launch/return/${createHash("sha256").update(issuerOf(context)).digest("hex").slice(0, 16)}`;

  /** Everything that an app must send (SMART App Launch 2.2, app-launch). */
  function wrongIn(context: Context): string[] {
    const given = (name: string) => context.req.query(name) ?? "";
    const rules = {
      response_type: given("response_type") === "code",
      client_id: given("client_id") === client,
      redirect_uri: given("redirect_uri") === redirectOf(context),
      aud: given("aud").replace(/\/$/, "") === issuerOf(context),
      code_challenge_method: given("code_challenge_method") === "S256",
      code_challenge: /^[\w-]{43}$/.test(given("code_challenge")),
      // At least 122 bits.
      state: /^[\w-]{21,}$/.test(given("state")),
      scope: /(?:^| )launch(?:\/patient)?(?: |$)/.test(given("scope")),
    };
    return Object.entries(rules).flatMap(([name, isRight]) => (isRight ? [] : [name]));
  }

  function back(context: Context, launched: LaunchContext) {
    const { state = "", scope = "", code_challenge: challenge = "" } = context.req.query();
    const address = new URL(redirectOf(context));
    const { error, hasOtherState, isNameless, isEmpty } = launched;
    const redirect = redirectOf(context);
    const granted = { context: launched, client, redirect, challenge };
    const answer = error
      ? { error: error.error, error_description: error.description }
      : { code: book.codeFor({ ...granted, scope: launched.scope ?? scope }) };
    for (const [name, value] of Object.entries({
      ...(isEmpty ? {} : answer),
      ...(isNameless ? {} : { iss: issuerOf(context) }),
    })) {
      address.searchParams.set(name, value);
    }
    address.searchParams.set("state", hasOtherState ? state.replace(/.$/, "_") : state);
    return context.redirect(address.href);
  }

  return new Hono()
    .get("/authorize", (context) => {
      const wrong = wrongIn(context);
      if (wrong.length > 0) return context.text(`Wrong or missing: ${wrong.join(", ")}`, 400);
      const launch = context.req.query("launch");
      if (launch !== undefined) {
        const launched = book.launched(launch);
        return launched ? back(context, launched) : context.text("Unknown launch", 400);
      }
      const chosen = context.req.query("chosen");
      if (chosen !== undefined) return back(context, { patient: chosen });
      return context.html(choosePage(context.req.url));
    })
    .post("/token", async (context) => {
      const body = await context.req.parseBody();
      const text = (name: string) => (typeof body[name] === "string" ? body[name] : "");
      const redeemed =
        text("grant_type") === "authorization_code"
          ? book.redeem(text("code"), {
              client: text("client_id"),
              redirect: text("redirect_uri"),
              verifier: text("code_verifier"),
            })
          : null;
      if (!redeemed) return context.json({ error: "invalid_grant" }, 400);
      const { context: launched, scope } = redeemed;
      const { patient, needPatientBanner = true, hasStyle } = launched;
      return context.json(
        {
          access_token: book.tokenFor({ context: launched, scope }),
          token_type: "Bearer",
          expires_in: 300,
          scope,
          patient,
          need_patient_banner: needPatientBanner,
          ...(hasStyle ? { smart_style_url: `${issuerOf(context)}/style.json` } : {}),
        },
        200,
        { "cache-control": "no-store", pragma: "no-cache" },
      );
    });
}

/** A launch that did not begin in the record: the clinician chooses the patient here. */
function choosePage(asked: string): string {
  const links = patients.map(({ patient: { id } }) => {
    const address = new URL(asked);
    address.searchParams.set("chosen", id);
    const href = `${address.pathname}${address.search}`.replaceAll("&", "&amp;");
    return `<li><a href="${href}">${id}</a></li>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Choose a patient</title><h1>Choose a patient</h1><ul>${links.join("")}</ul></html>`;
}
