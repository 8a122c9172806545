/** Names of the published meta-analyses; `null` for comparisons within or between single studies, which are no pools. */
export const publishedIds: Readonly<Record<string, string | null>> = {
  "Vandenboom H, Akhtar O et al. Haematologica 2025 (early view 2025-08-14)": "vandenboom-2025",
  "Roex G et al. J Hematol Oncol 2020 (BCMA CAR-T systematic review and meta-analysis)":
    "roex-2020",
  "Comparative efficacy and safety of BCMA-targeted CAR T cells and BiTEs in RRMM: meta-analysis of interventional and real-world studies. Ann Hematol 2025":
    "annals-2025",
  "Yang Q et al. Int J Med Sci 2021;18(8):1786-1797": "yang-2021",
  "Dr.Oracle page 'CAR T-Cell Therapy Success in RRMM' (AI answer, updated 2026-02-06)":
    "question-page-2026",
  "Liu D et al. J Immunother Cancer 2024;12(11):e010064": "liu-2024",
  "Tix T et al. 2025-07-02 (Non-relapse mortality with bispecific antibodies: systematic review and meta-analysis in lymphoma and multiple myeloma)":
    "tix-2025",
  "Cordas dos Santos DM et al. Nat Med 2024;30:2667-2678": "cordas-dos-santos-2024",
  "Real-World Evidence on Infection Risk in MM Treated with BiTEs and CAR-T: A Meta-Analysis (preprint rs-8549937)":
    "infections-real-world-2026",
  "Real-world incidence of severe infections in MM patients receiving bispecific antibodies: a meta-analysis. Ann Hematol 2026":
    "bispecific-infections-real-world-2026",
  "Reynolds G et al. Blood Adv 2023;7(19):5898-5903": "reynolds-2023",
  "Mazahreh F et al. Blood Adv 2023;7(13):3069-3074": "mazahreh-2023",
  "Cilta-cel versus ide-cel in triple-class-exposed RRMM, 2-4 prior lines: updated MAIC. Adv Ther 2026;43(3):1327-1340":
    null,
  "Systematic review of indirect treatment comparisons of approved CAR-T and bsAbs in triple-class exposed RRMM (2026 listing)":
    null,
  "TriNetX US: CAR-T vs teclistamab in RRMM (congress abstract; publisher page not identified in the search result)":
    null,
  "Costa LJ et al. Meta-analysis of cilta-cel versus physician's choice therapy in RRMM (Mayo Clinic Pure record)":
    null,
  "Krishnan A et al. J Comp Eff Res 2023;12(6):e220186": null,
  "Xiang X et al. Front Pharmacol 2020;11:544754": "xiang-2020",
  "Wang X et al. Front Immunol 2024 (2024-02-28)": "wang-2024",
  "Safety and Efficacy of BsAb Treatment in RRMM: systematic review and meta-analysis. Cancers 2025;17(17):2727":
    "cancers-2025",
  "Systematic review and meta-analysis of GPRC5D-targeted CAR-T in MM (search to 2023-08-24)":
    "gprc5d-car-t",
  "Advances in CAR-T in RRMM: systematic review and meta-analysis of trials of the last two years. Clin Lymphoma Myeloma Leuk 2023 (abstract)":
    "car-t-by-target-2023",
  "Zhang L et al. Ann Med 2021;53(1):1547-1559": "zhang-2021",
  "Systematic review and meta-analysis of adverse events, CAR-T vs BsAb in RRMM (congress abstract; search result without address)":
    "adverse-events-car-t-vs-bsab",
  "Overall response rates and progression-free survival, BsAb vs CAR-T by EMD and HRCA. Blood 2025;146(Suppl 1):7599":
    "bispecifics-by-risk-2025",
};
