/** The address that a record system opens (SMART EHR launch, with `iss` and `launch`): begins the sign-in. */
import { settings } from "./settings.js";

try {
  await FHIR.oauth2.authorize({
    clientId: settings.clientId,
    scope: settings.scope,
    redirectUri: "page.html",
    // The sign-in ends in this window, which may be a frame of the record; the record's own pages are never replaced.
    completeInTarget: true,
    pkceMode: "ifSupported",
  });
} catch {
  document.getElementById("state").textContent =
    "The sign-in could not begin: open this page from the record.";
}
