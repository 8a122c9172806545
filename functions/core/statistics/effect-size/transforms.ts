import { ARCSINE_TRANSFORM } from "./arcsine.ts";
import type { Transform } from "./effect-size.ts";
import { FREEMAN_TUKEY_TRANSFORM } from "./freeman-tukey.ts";
import { LOGIT_TRANSFORM } from "./logit.ts";

export const TRANSFORMS: { readonly [Name in Transform["name"]]: Transform } = {
  PLO: LOGIT_TRANSFORM,
  PFT: FREEMAN_TUKEY_TRANSFORM,
  PAS: ARCSINE_TRANSFORM,
};
