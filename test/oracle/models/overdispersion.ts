import * as v from "valibot";
import { betaBinomial } from "../../../functions/statistics/overdispersion/beta-binomial.ts";
import { quasiBinomial } from "../../../functions/statistics/overdispersion/quasi-binomial.ts";
import { counts, studiesOf } from "../input.ts";
import { oracleModel } from "../oracle-model.ts";

const options = v.strictObject({ model: v.literal("overdispersion") });

/** Dispersion of binomial counts, with the quasi-binomial and the beta-binomial model. */
export const overdispersion = oracleModel(v.strictObject(counts), options, (input) => {
  const studies = studiesOf(input);
  const fit = betaBinomial(studies);
  const quasi = quasiBinomial(studies, { level: input.level });
  return {
    ...quasi,
    ciQuasiT: "tInterval" in quasi ? quasi.tInterval : null,
    betaBinomial: {
      ...fit,
      status: fit.status === "boundary" ? "boundary_rho0" : fit.status,
      logLik: "logLikelihood" in fit ? fit.logLikelihood : null,
    },
  };
});
