/**
 * `GET /launch` (SMART App Launch 2.2): where a health record sends a reader, with `iss` and `launch`,
 * and where a launch of our own begins. `GET /launch/return/{record}`: where its server sends the reader back.
 * Both are one page, and neither reads its parameters: the script does. Nothing of it is stored.
 */
import { issuersOf } from "../../http/ehr-issuers.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import type { Route, Routes } from "../../http/route.ts";
import { htmlResponse } from "../../pages/html/document.ts";
import { launchPage } from "./page.tsx";

const launch: Route = [
  servedAs("launch"),
  ({ env }) =>
    htmlResponse(launchPage(issuersOf(env.EHR_ISSUERS)), {
      headers: { "cache-control": "no-store" },
    }),
];

export const routes: Routes = { "/launch": launch, "/launch/return/:record": launch };
