# Question: compare=product (/v1/comparison?compare=product)
# Data version DATA, answer version ANSWER.

model <- "bayes"
interval <- "t"
adds_cohorts <- TRUE

trials <- read.csv(na.strings = "", text = r"-----(
outcome,class,cohort,trial,product,events,n,estimate,lower,upper,median_age,population,count_from,label,source
orr,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,43,48,0.895833,0.773422,0.965302,,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
orr,cilta-cel,cartitude-1,NCT03548207,cilta-cel,94,97,0.969072,0.912268,0.993576,,treated,,CARTITUDE-1,"Berdeja JG, et al. Lancet. 2021;398:314–24 [abstract], abstract, Findings"
orr,elranatamab,magnetismm-1,NCT03269136,elranatamab,35,55,0.636364,0.495631,0.761862,,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
orr,elranatamab,magnetismm-3,NCT04649359,elranatamab,75,123,0.609756,0.517692,0.696406,,treated,,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
orr,ide-cel,crb-401-raje-2019,NCT02658929,ide-cel,28,33,0.848485,0.68101,0.948911,,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37 [Table 3 (PMC author manuscript)], Table 3, column 50-800x10^6 (N=33)"
orr,ide-cel,karmma,NCT03361748,ide-cel,94,128,0.734375,0.649072,0.808513,,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
orr,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,83,117,0.709402,0.618255,0.789635,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
orr,teclistamab,majestec-1,NCT03145181,teclistamab,104,165,0.630303,0.551801,0.704033,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., NEJM abstract (63.0%); count = 10/28 with EMD + 94/137 without EMD, company’s page on extramedullary disease"
orr,teclistamab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,40,52,0.769231,0.631597,0.874684,,treated,percentage,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237., abstract"
cr,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,37,48,0.770833,0.62688,0.87967,,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
cr,cilta-cel,cartitude-1,NCT03548207,cilta-cel,65,97,0.670103,0.567259,0.762243,,treated,percentage,CARTITUDE-1,"Comment on patient-reported outcomes in CARTITUDE-1 (researcher.life record): ORR 97%, complete response 67%., abstract: complete response rate 67%; count from sCR 65/97 in a review that quotes it"
cr,elranatamab,magnetismm-1,NCT03269136,elranatamab,21,55,0.381818,0.254092,0.522738,,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
cr,elranatamab,magnetismm-3,NCT04649359,elranatamab,43,123,0.349593,0.265849,0.440767,,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
cr,ide-cel,crb-401-raje-2019,NCT02658929,ide-cel,15,33,0.454545,0.281066,0.636493,,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37., abstract (15 patients, 45%); Table 3 sCR 12 + CR 3"
cr,ide-cel,karmma,NCT03361748,ide-cel,42,128,0.328125,0.247755,0.416654,,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
cr,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,58,117,0.495726,0.402003,0.589672,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
cr,teclistamab,majestec-1,NCT03145181,teclistamab,65,165,0.393939,0.318878,0.472883,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract"
cr,teclistamab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,33,52,0.634615,0.489559,0.763756,,treated,percentage,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237., abstract"
pfs-12,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,,48,0.77,0.623,0.865,,treated,,CARTIFAN-1,"CancerNetwork: cilta-cel produces early, long-lasting responses in pretreated relapsed/refractory multiple myeloma (CARTIFAN-1)., second paragraph"
pfs-12,cilta-cel,cartitude-1,NCT03548207,cilta-cel,,97,0.766,0.66,0.843,,treated,,CARTITUDE-1,"OncLive-derived news copy of ASH 2020 (Madduri), 12.4 months., first paragraph"
pfs-12,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,,117,0.7,0.601,0.78,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy; Fig 2B (IRC)"
crs-3,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,17,48,0.354167,0.221606,0.505432,,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
crs-3,cilta-cel,cartitude-1,NCT03548207,cilta-cel,5,97,0.0515464,0.0169465,0.116203,,treated,percentage,CARTITUDE-1,"Janssen Science: CARVYKTI - Adverse Event - Cytokine Release Syndrome [CARTITUDE-1, N=97], grade 3/4 4.1 % (4/97) plus one grade 5"
crs-3,elranatamab,magnetismm-3,NCT04649359,elranatamab,0,123,0,0,0.0295456,,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
crs-3,ide-cel,crb-401-raje-2019,NCT02658929,ide-cel,2,33,0.0606061,0.00742584,0.202264,,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37., abstract"
crs-3,ide-cel,karmma,NCT03361748,ide-cel,7,128,0.0546875,0.0222671,0.109432,,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
crs-3,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,1,117,0.00854701,0.000216368,0.0467009,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Table 2 and Results, Safety"
crs-3,teclistamab,majestec-1,NCT03145181,teclistamab,1,165,0.00606061,0.000153429,0.0333034,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
icans,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,9,117,0.0769231,0.035777,0.141004,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety"
icans,teclistamab,majestec-1,NCT03145181,teclistamab,5,165,0.030303,0.00991107,0.0692976,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
infection-3,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,18,48,0.375,0.239522,0.526494,,treated,percentage,CARTIFAN-1,"Cancer Therapy Advisor on Mi et al., J Clin Oncol 2022 (CARTIFAN-1)., last paragraph but one"
infection-3,cilta-cel,cartitude-1,NCT03548207,cilta-cel,19,97,0.195876,0.122247,0.288861,,treated,,CARTITUDE-1,"J&J Medical Connect: CARVYKTI - Adverse Event - Infections [5 Nov 2024], Summary (20%, n=19)"
infection-3,elranatamab,magnetismm-3,NCT04649359,elranatamab,49,123,0.398374,0.311219,0.490542,,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
infection-3,ide-cel,crb-401-raje-2019,NCT02658929,ide-cel,2,33,0.0606061,0.00742584,0.202264,,treated,,CRB-401 (bb2121 phase 1),"Review table 8A “infections with BCMA-directed CAR T-cell therapies”, ASH publications [adapted from Kampouri et al.; secondary source], Table 8A, row with n=33"
infection-3,ide-cel,karmma,NCT03361748,ide-cel,28,128,0.21875,0.150549,0.300403,,treated,,KarMMa,"Review of infections with T-cell redirecting therapies, Table 8A [ashpublications view-large 12526175], row KarMMa-2"
infection-3,linvoseltamab,linker-mm1-200mg,NCT03761108,linvoseltamab,42,117,0.358974,0.2724,0.452875,,treated,percentage,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety"
infection-3,teclistamab,majestec-1,NCT03145181,teclistamab,74,165,0.448485,0.371115,0.527739,,treated,percentage,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
nrm,cilta-cel,cartifan-1-mi-2022,NCT03758417,cilta-cel,9,48,0.1875,0.0894984,0.326293,,treated,,CARTIFAN-1,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Mi_2022"
nrm,cilta-cel,cartitude-1,NCT03548207,cilta-cel,16,97,0.164948,0.0973247,0.254001,,treated,,CARTITUDE-1,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Martin_2023"
nrm,ide-cel,crb-401-full,NCT02658929,ide-cel,2,62,0.0322581,0.00393076,0.111719,,treated,,"CRB-401, whole phase 1","Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Lin_2023"
nrm,ide-cel,karmma,NCT03361748,ide-cel,9,128,0.0703125,0.0326536,0.129279,,treated,,KarMMa,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Munshi_2021"
)-----")

changes <- data.frame()

pools <- read.csv(na.strings = "", text = r"-----(
outcome,class,by,estimate,lower,upper,tau
orr,linvoseltamab,count,0.709402,0.618255,0.789635,
cr,linvoseltamab,count,0.495726,0.402003,0.589672,
crs-3,elranatamab,count,0,0,0.0295456,
crs-3,linvoseltamab,count,0.00854701,0.000216368,0.0467009,
crs-3,teclistamab,count,0.00606061,0.000153429,0.0333034,
icans,linvoseltamab,count,0.0769231,0.035777,0.141004,
icans,teclistamab,count,0.030303,0.00991107,0.0692976,
infection-3,elranatamab,count,0.398374,0.311219,0.490542,
infection-3,linvoseltamab,count,0.358974,0.2724,0.452875,
infection-3,teclistamab,count,0.448485,0.371115,0.527739,
)-----")

differences <- data.frame()

analyses <- data.frame()

changed <- data.frame()
