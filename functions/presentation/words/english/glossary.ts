import { abbreviations } from "./abbreviations.ts";
import { pageNames as names } from "./page-names.ts";

function explained(term: keyof typeof abbreviations, meaning: string) {
  return { name: abbreviations[term], meaning };
}

export const glossary = {
  title: names.glossary,
  description: "The abbreviations and signs of Myeloma Compare, spelled out and explained.",
  introduction: "The abbreviations and signs of the comparison, the plots and the report.",
  terms: {
    "CAR-T": {
      name: "chimeric antigen receptor T cells",
      meaning:
        "T cells with an added receptor for a target on myeloma cells. Most are made from cells collected from the patient some weeks before, and infused once.",
    },
    BsAb: {
      name: "bispecific antibody",
      meaning:
        "An antibody that binds a target on myeloma cells and CD3 on T cells. It is given again and again.",
    },
    BCMA: explained("BCMA", "A protein on plasma cells; the target of most products here."),
    GPRC5D: explained("GPRC5D", "A protein on plasma cells, in skin and nails; another target."),
    FcRH5: explained("FcRH5", "A protein on plasma cells and other B cells; another target."),
    CRS: explained(
      "CRS",
      "Fever, in severe cases with low blood pressure or lack of oxygen, from activated immune cells. Severe is grade 3 or higher.",
    ),
    ICANS: explained(
      "ICANS",
      "Confusion, trouble with words, in severe cases seizures or coma, from activated immune cells. Older studies count neurotoxicity by other scales.",
    ),
    HLH: explained(
      "HLH",
      "A life-threatening inflammation with very high ferritin and low blood counts.",
    ),
    MAS: explained("MAS", "A syndrome like HLH; studies often count the two together."),
    MRD: explained(
      "MRD",
      "Myeloma cells that only a sensitive test finds. Negative means that it found none.",
    ),
    k: { name: "number of trials", meaning: "How many trials or studies are pooled in a number." },
    n: { name: "number of patients", meaning: "How many patients a number counts." },
    CI: {
      name: "confidence interval",
      meaning:
        "The range around a counted rate that, made in this way, holds the true one in 95 of 100 such studies. Single trials have it, and pools by any model but the default one.",
    },
    CrI: {
      name: "credible interval",
      meaning:
        "The range that holds the true rate with a probability of 95 %, given the data and the default, Bayesian model. Pools by this model have it. Products are ignored.",
    },
    τ: explained(
      "τ",
      "How far the trials of a class lie apart on the scale of the model, as a standard deviation. With 0 they would differ by chance only.",
    ),
    "I²": explained(
      "I²",
      "Of all variation between the results of the trials, the percentage that is more than chance. It rises with the size of the trials; τ does not.",
    ),
  },
};
