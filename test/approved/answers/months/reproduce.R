# Question: outcome=pfs-12,os-12,os-24&lines=any&evidence=all (/v1/comparison?outcome=pfs-12,os-12,os-24&lines=any&evidence=all)
# Data version DATA, answer version ANSWER.

model <- "bayes"
interval <- "t"
adds_cohorts <- TRUE

trials <- read.csv(na.strings = "", text = r"-----(
outcome,class,cohort,trial,product,events,n,estimate,lower,upper,median_age,population,count_from,label,source
pfs-12,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,,48,0.77,0.623,0.865,,treated,,CARTIFAN-1,"CancerNetwork: cilta-cel produces early, long-lasting responses in pretreated relapsed/refractory multiple myeloma (CARTIFAN-1)., second paragraph"
pfs-12,car-t,cartitude-1,NCT03548207,cilta-cel,,97,0.766,0.66,0.843,,treated,,CARTITUDE-1,"OncLive-derived news copy of ASH 2020 (Madduri), 12.4 months., first paragraph"
pfs-12,car-t,cartitude-4-cilta-cel,NCT04181827,cilta-cel,,208,0.759,0.694,0.811,,randomised,,CARTITUDE-4 (cilta-cel arm),"San-Miguel J, et al. N Engl J Med. 2023;389:335–47."
pfs-12,car-t,karmma-3-ide-cel,NCT03651128,ide-cel,,254,0.55,0.486705,0.608758,,randomised,,KarMMa-3 (ide-cel arm),"CancerNetwork, FDA approval of ide-cel April 2024., news text, which calls the follow-up 15.9 months; the paper reports 18.6"
pfs-12,car-t,sidana-cilta-cel-us-2025,sidana-blood-2025,cilta-cel,,236,0.68,0.62,0.74,,treated,,US consortium cilta-cel (Sidana),"Sidana S, et al. Blood. 2025;145(1):85–97."
pfs-12,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,,117,0.7,0.601,0.78,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy; Fig 2B (IRC)"
os-12,car-t,cartitude-1,NCT03548207,cilta-cel,,97,0.885,0.802,0.935,,treated,,CARTITUDE-1,"OncLive-derived news copy of ASH 2020 (Madduri), 12.4 months."
os-12,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,,117,0.753,0.66,0.823,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy; Fig 2C"
os-12,bsab,zerbit-elranatamab,zerbit-elranatamab,elranatamab,,53,0.539,0.396673,0.661594,,treated,,Elranatamab subset (Zerbit),"Zerbit, et al. multicenter teclistamab/elranatamab vs matched controls [abstract through synapsesocial.com; journal and year not shown]"
os-12,bsab,zerbit-teclistamab,zerbit-teclistamab,teclistamab,,148,0.734,0.654971,0.797721,,treated,,Teclistamab subset (Zerbit),"Zerbit, et al. multicenter teclistamab/elranatamab vs matched controls [abstract through synapsesocial.com; journal and year not shown]"
os-24,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,,52,0.714,0.570439,0.816963,,treated,,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237."
)-----")

changes <- data.frame()

pools <- data.frame()

differences <- data.frame()

analyses <- data.frame()

changed <- data.frame()
