/**
 * `GET /launch` (SMART App Launch 2.2): where a health record sends a reader, with `iss` and `launch`,
 * and where a launch of our own begins. `GET /launch/return/{record}`: where its server sends the reader back.
 * Both are one page, and neither reads its parameters: the script does. Nothing of it is stored.
 */
import { Hono } from "hono";
import { issuersOf } from "../../http/ehr-issuers.ts";
import type { HonoEnvironment } from "../../http/environment.ts";
import { servedAs } from "../../http/middleware/served-as.ts";
import { htmlResponse } from "../../pages/html/document.ts";
import { launchPage } from "./page.tsx";

const launching = new Hono<HonoEnvironment>().get("/", servedAs("launch"), ({ env }) =>
  htmlResponse(launchPage(issuersOf(env.EHR_ISSUERS)), {
    headers: { "cache-control": "no-store" },
  }),
);

export const launch = new Hono<HonoEnvironment>()
  .route("/", launching)
  .route("/return/:record", launching);
