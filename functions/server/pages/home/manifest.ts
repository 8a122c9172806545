/**
 * Serves `GET /manifest.webmanifest`, which makes the comparison installable as an app on a phone. After the first
 * visit it needs no network (`widget/offline/`).
 */
import { palettes } from "#presentation/svg/palette.ts";
import { noParameters } from "../../http/closed-parameters.ts";
import { makeConstantTextHandler, makeVersionedEntityTag } from "../../http/conditional.ts";
import type { Routes } from "../../http/environment.ts";
import { siteName } from "../../site.ts";
import { release } from "../html/release.ts";

/** Describes an icon, a file in `widget/static/assets`. */
const makeManifestIcon = (name: string, side: number, purpose: "any" | "maskable") => ({
  src: `/assets/${name}-${side}.png`,
  sizes: `${side}x${side}`,
  type: "image/png",
  purpose,
});

const text = JSON.stringify({
  name: siteName,
  short_name: "Myeloma",
  description:
    "Pooled efficacy and toxicity of CAR-T cells and bispecific antibodies in relapsed multiple myeloma. For health-care professionals.",
  lang: "en",
  dir: "ltr",
  id: "/embed",
  start_url: "/embed",
  scope: "/",
  display: "standalone",
  background_color: palettes.light.paper,
  theme_color: palettes.light.paper,
  categories: ["medical"],
  icons: [
    makeManifestIcon("icon", 192, "any"),
    makeManifestIcon("icon", 512, "any"),
    makeManifestIcon("icon-maskable", 512, "maskable"),
    { src: "/favicon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
  ],
});

const etag = makeVersionedEntityTag(release, "manifest", "webmanifest");
const contentType = "application/manifest+json; charset=utf-8";

export const routes: Routes = {
  "/manifest.webmanifest": [noParameters, makeConstantTextHandler({ text, contentType, etag })],
};
