/**
 * `GET /launch` (SMART App Launch 2.2): where a health record sends a reader, with `iss` and `launch`,
 * and where a launch of our own begins. `GET /launch/return/{record}`: where its server sends the reader back.
 * Both are one page, and neither reads its parameters: the script does. Nothing of it is stored.
 */
import { render } from "preact-render-to-string";
import { assets } from "#generated/assets.ts";
import { launchStyles } from "#generated/styles.ts";
import type { LaunchIssuer } from "#widget/ehr/launch/settings.ts";
import { issuersOf } from "../../http/ehr-issuers.ts";
import { servedAs } from "../../http/middleware/header-profile.ts";
import type { Route, Routes } from "../../http/route.ts";
import { escapeJson, htmlDocument, htmlResponse } from "../../pages/html/document.ts";
import { FootLines } from "../../pages/html/site-frame.tsx";
import { siteName } from "../../pages/html/site-name.ts";

const launch: Route = [
  servedAs("launch"),
  ({ env }) =>
    htmlResponse(launchPage(issuersOf(env.EHR_ISSUERS)), {
      headers: { "cache-control": "no-store" },
    }),
];

export const routes: Routes = { "/launch": launch, "/launch/return/:record": launch };

/** Without the links of every page: the pages that they lead to refuse to be framed. */
const foot = (
  <footer class="site-foot">
    <FootLines />
  </footer>
);

/** @param issuers Only from the settings of the installation, never from an address. */
function launchPage(issuers: readonly LaunchIssuer[]): string {
  const isOn = issuers.length > 0;
  return htmlDocument({
    title: `Launch from the record – ${siteName}`,
    description: "The comparison for the patient whose record is open.",
    scripts: isOn ? [assets.widget, assets.launch] : [],
    styles: launchStyles,
    body: `<main class="page launch">
${render(isOn ? <Waiting /> : <Off />)}${isOn ? `\n<script type="application/json" id="issuers">${escapeJson(issuers)}</script>` : ""}
</main>
${render(foot)}`,
  });
}

function Off() {
  return (
    <>
      <h1>Launch from the record</h1>
      <p>
        This installation is not connected to any health record. Its operator can name the records
        that it may be launched from:{" "}
        <a href="/docs/record" target="_blank" rel="noopener noreferrer">
          how
        </a>
        .
      </p>
      <p>
        <a href="/embed">The comparison without a record</a>
      </p>
    </>
  );
}

/** What the script replaces. */
function Waiting() {
  return (
    <div id="launch">
      <h1>Launch from the record</h1>
      <p role="status">Connecting to the record …</p>
      <noscript>
        <p>
          Reading a record needs a script, and scripts are off here.{" "}
          <a href="/embed">The comparison without a record</a>
        </p>
      </noscript>
    </div>
  );
}
