# Question: the default one (/v1/comparison)
# Data version DATA, answer version ANSWER.

model <- "bayes"
interval <- "t"
adds_cohorts <- TRUE

trials <- read.csv(na.strings = "", text = r"-----(
outcome,class,cohort,trial,product,events,n,estimate,lower,upper,median_age,population,count_from,label,source
orr,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,43,48,0.895833,0.773422,0.965302,61,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
orr,car-t,cartitude-1,NCT03548207,cilta-cel,94,97,0.969072,0.912268,0.993576,61,treated,,CARTITUDE-1,"Berdeja JG, et al. Lancet. 2021;398:314–24 [abstract], abstract, Findings"
orr,car-t,crb-401-raje-2019,NCT02658929,ide-cel,28,33,0.848485,0.68101,0.948911,60,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37 [Table 3 (PMC author manuscript)], Table 3, column 50-800x10^6 (N=33)"
orr,car-t,karmma,NCT03361748,ide-cel,94,128,0.734375,0.649072,0.808513,61,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
orr,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,83,117,0.709402,0.618255,0.789635,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
orr,bsab,magnetismm-1,NCT03269136,elranatamab,35,55,0.636364,0.495631,0.761862,64,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
orr,bsab,magnetismm-3,NCT04649359,elranatamab,75,123,0.609756,0.517692,0.696406,68,treated,,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
orr,bsab,majestec-1,NCT03145181,teclistamab,104,165,0.630303,0.551801,0.704033,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., NEJM abstract (63.0%); count = 10/28 with EMD + 94/137 without EMD, company’s page on extramedullary disease"
orr,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,40,52,0.769231,0.631597,0.874684,,treated,percentage,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237., abstract"
cr,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,37,48,0.770833,0.62688,0.87967,61,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
cr,car-t,cartitude-1,NCT03548207,cilta-cel,65,97,0.670103,0.567259,0.762243,61,treated,percentage,CARTITUDE-1,"Comment on patient-reported outcomes in CARTITUDE-1 (researcher.life record): ORR 97%, complete response 67%., abstract: complete response rate 67%; count from sCR 65/97 in a review that quotes it"
cr,car-t,crb-401-raje-2019,NCT02658929,ide-cel,15,33,0.454545,0.281066,0.636493,60,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37., abstract (15 patients, 45%); Table 3 sCR 12 + CR 3"
cr,car-t,karmma,NCT03361748,ide-cel,42,128,0.328125,0.247755,0.416654,61,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
cr,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,58,117,0.495726,0.402003,0.589672,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
cr,bsab,magnetismm-1,NCT03269136,elranatamab,21,55,0.381818,0.254092,0.522738,64,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
cr,bsab,magnetismm-3,NCT04649359,elranatamab,43,123,0.349593,0.265849,0.440767,68,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
cr,bsab,majestec-1,NCT03145181,teclistamab,65,165,0.393939,0.318878,0.472883,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract"
cr,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,33,52,0.634615,0.489559,0.763756,,treated,percentage,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237., abstract"
pfs-12,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,,48,0.77,0.623,0.865,61,treated,,CARTIFAN-1,"CancerNetwork: cilta-cel produces early, long-lasting responses in pretreated relapsed/refractory multiple myeloma (CARTIFAN-1)., second paragraph"
pfs-12,car-t,cartitude-1,NCT03548207,cilta-cel,,97,0.766,0.66,0.843,61,treated,,CARTITUDE-1,"OncLive-derived news copy of ASH 2020 (Madduri), 12.4 months., first paragraph"
pfs-12,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,,117,0.7,0.601,0.78,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy; Fig 2B (IRC)"
crs-3,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,17,48,0.354167,0.221606,0.505432,61,treated,percentage,CARTIFAN-1,"Mi, et al. Phase II, Open-Label Study of Ciltacabtagene Autoleucel, an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor-T-Cell Therapy, in Chinese Patients With Relapsed/Refractory Multiple Myeloma (CARTIFAN-1). J Clin Oncol. 2023;41(6):1275–84 [abstract], abstract, RESULTS"
crs-3,car-t,cartitude-1,NCT03548207,cilta-cel,5,97,0.0515464,0.0169465,0.116203,61,treated,percentage,CARTITUDE-1,"Janssen Science: CARVYKTI - Adverse Event - Cytokine Release Syndrome [CARTITUDE-1, N=97], grade 3/4 4.1 % (4/97) plus one grade 5"
crs-3,car-t,crb-401-raje-2019,NCT02658929,ide-cel,2,33,0.0606061,0.00742584,0.202264,60,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37., abstract"
crs-3,car-t,karmma,NCT03361748,ide-cel,7,128,0.0546875,0.0222671,0.109432,61,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
crs-3,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,1,117,0.00854701,0.000216368,0.0467009,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Table 2 and Results, Safety"
crs-3,bsab,magnetismm-3,NCT04649359,elranatamab,0,123,0,0,0.0295456,68,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
crs-3,bsab,majestec-1,NCT03145181,teclistamab,1,165,0.00606061,0.000153429,0.0333034,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
icans,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,9,117,0.0769231,0.035777,0.141004,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety"
icans,bsab,majestec-1,NCT03145181,teclistamab,5,165,0.030303,0.00991107,0.0692976,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
infection-3,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,18,48,0.375,0.239522,0.526494,61,treated,percentage,CARTIFAN-1,"Cancer Therapy Advisor on Mi et al., J Clin Oncol 2022 (CARTIFAN-1)., last paragraph but one"
infection-3,car-t,cartitude-1,NCT03548207,cilta-cel,19,97,0.195876,0.122247,0.288861,61,treated,,CARTITUDE-1,"J&J Medical Connect: CARVYKTI - Adverse Event - Infections [5 Nov 2024], Summary (20%, n=19)"
infection-3,car-t,crb-401-raje-2019,NCT02658929,ide-cel,2,33,0.0606061,0.00742584,0.202264,60,treated,,CRB-401 (bb2121 phase 1),"Review table 8A “infections with BCMA-directed CAR T-cell therapies”, ASH publications [adapted from Kampouri et al.; secondary source], Table 8A, row with n=33"
infection-3,car-t,karmma,NCT03361748,ide-cel,28,128,0.21875,0.150549,0.300403,61,treated,,KarMMa,"Review of infections with T-cell redirecting therapies, Table 8A [ashpublications view-large 12526175], row KarMMa-2"
infection-3,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,42,117,0.358974,0.2724,0.452875,70,treated,percentage,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety"
infection-3,bsab,magnetismm-3,NCT04649359,elranatamab,49,123,0.398374,0.311219,0.490542,68,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
infection-3,bsab,majestec-1,NCT03145181,teclistamab,74,165,0.448485,0.371115,0.527739,64,treated,percentage,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
nrm,car-t,cartifan-1-mi-2022,NCT03758417,cilta-cel,9,48,0.1875,0.0894984,0.326293,61,treated,,CARTIFAN-1,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Mi_2022"
nrm,car-t,cartitude-1,NCT03548207,cilta-cel,16,97,0.164948,0.0973247,0.254001,61,treated,,CARTITUDE-1,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Martin_2023"
nrm,car-t,crb-401-full,NCT02658929,ide-cel,2,62,0.0322581,0.00393076,0.111719,,treated,,"CRB-401, whole phase 1","Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Lin_2023"
nrm,car-t,karmma,NCT03361748,ide-cel,9,128,0.0703125,0.0326536,0.129279,61,treated,,KarMMa,"Cordas dos Santos DM, et al. Nat Med. 2024;30:2667–78 [data of main tables 1 and 2], row Munshi_2021"
)-----")

changes <- read.csv(na.strings = "", text = r"-----(
outcome,analysis,variant,class,cohort,trial,events,n
orr,trial,CARTIFAN-1,car-t,cartifan-1-mi-2022,NCT03758417,,
orr,trial,CARTITUDE-1,car-t,cartitude-1,NCT03548207,,
orr,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
orr,trial,KarMMa,car-t,karmma,NCT03361748,,
orr,trial,LINKER-MM1 200 mg,bsab,linker-mm1-200mg,NCT03761108,,
orr,trial,MagnetisMM-1,bsab,magnetismm-1,NCT03269136,,
orr,trial,MagnetisMM-3 (cohort A),bsab,magnetismm-3,NCT04649359,,
orr,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
orr,trial,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
orr,product,cilta-cel,car-t,cartifan-1-mi-2022,NCT03758417,,
orr,product,cilta-cel,car-t,cartitude-1,NCT03548207,,
orr,product,elranatamab,bsab,magnetismm-1,NCT03269136,,
orr,product,elranatamab,bsab,magnetismm-3,NCT04649359,,
orr,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
orr,product,ide-cel,car-t,karmma,NCT03361748,,
orr,product,teclistamab,bsab,majestec-1,NCT03145181,,
orr,product,teclistamab,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
orr,product-once,,car-t,cartitude-1,NCT03548207,,
orr,product-once,,car-t,karmma,NCT03361748,,
orr,product-once,,bsab,magnetismm-3,NCT04649359,,
orr,product-once,,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
orr,product-once,,car-t,cartifan-1-mi-2022,cilta-cel,137,145
orr,product-once,,car-t,crb-401-raje-2019,ide-cel,122,161
orr,product-once,,bsab,magnetismm-1,elranatamab,110,178
orr,product-once,,bsab,majestec-1,teclistamab,144,217
orr,apheresed,,car-t,cartifan-1-mi-2022,NCT03758417,43,64
orr,apheresed,,car-t,cartitude-1,NCT03548207,94,113
orr,apheresed,,car-t,crb-401-raje-2019,NCT02658929,28,38
orr,apheresed,,car-t,karmma,NCT03361748,94,140
orr,place,approved,car-t,ct053-phase-1,NCT03302403,21,24
orr,place,approved,car-t,ct103a-wang-2021,ChiCTR1800018137,18,18
orr,place,approved,car-t,fumanba-1-eque-cel,NCT05066646,97,101
orr,place,approved,car-t,lummicar-1,NCT03975907,14,14
orr,dose,,car-t,crb-401-raje-2019,NCT02658929,,
orr,dose,,bsab,magnetismm-1,NCT03269136,,
cr,trial,CARTIFAN-1,car-t,cartifan-1-mi-2022,NCT03758417,,
cr,trial,CARTITUDE-1,car-t,cartitude-1,NCT03548207,,
cr,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
cr,trial,KarMMa,car-t,karmma,NCT03361748,,
cr,trial,LINKER-MM1 200 mg,bsab,linker-mm1-200mg,NCT03761108,,
cr,trial,MagnetisMM-1,bsab,magnetismm-1,NCT03269136,,
cr,trial,MagnetisMM-3 (cohort A),bsab,magnetismm-3,NCT04649359,,
cr,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
cr,trial,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
cr,product,cilta-cel,car-t,cartifan-1-mi-2022,NCT03758417,,
cr,product,cilta-cel,car-t,cartitude-1,NCT03548207,,
cr,product,elranatamab,bsab,magnetismm-1,NCT03269136,,
cr,product,elranatamab,bsab,magnetismm-3,NCT04649359,,
cr,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
cr,product,ide-cel,car-t,karmma,NCT03361748,,
cr,product,teclistamab,bsab,majestec-1,NCT03145181,,
cr,product,teclistamab,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
cr,product-once,,car-t,cartitude-1,NCT03548207,,
cr,product-once,,car-t,karmma,NCT03361748,,
cr,product-once,,bsab,magnetismm-3,NCT04649359,,
cr,product-once,,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,,
cr,product-once,,car-t,cartifan-1-mi-2022,cilta-cel,102,145
cr,product-once,,car-t,crb-401-raje-2019,ide-cel,57,161
cr,product-once,,bsab,magnetismm-1,elranatamab,64,178
cr,product-once,,bsab,majestec-1,teclistamab,98,217
cr,apheresed,,car-t,cartifan-1-mi-2022,NCT03758417,37,64
cr,apheresed,,car-t,cartitude-1,NCT03548207,65,113
cr,apheresed,,car-t,crb-401-raje-2019,NCT02658929,15,38
cr,apheresed,,car-t,karmma,NCT03361748,42,140
cr,place,approved,car-t,ct053-phase-1,NCT03302403,19,24
cr,place,approved,car-t,ct103a-wang-2021,ChiCTR1800018137,13,18
cr,place,approved,car-t,fumanba-1-eque-cel,NCT05066646,75,101
cr,place,approved,car-t,lummicar-1,NCT03975907,11,14
cr,dose,,car-t,crb-401-raje-2019,NCT02658929,,
cr,dose,,bsab,magnetismm-1,NCT03269136,,
crs-3,trial,CARTIFAN-1,car-t,cartifan-1-mi-2022,NCT03758417,,
crs-3,trial,CARTITUDE-1,car-t,cartitude-1,NCT03548207,,
crs-3,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
crs-3,trial,KarMMa,car-t,karmma,NCT03361748,,
crs-3,trial,LINKER-MM1 200 mg,bsab,linker-mm1-200mg,NCT03761108,,
crs-3,trial,MagnetisMM-3 (cohort A),bsab,magnetismm-3,NCT04649359,,
crs-3,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
crs-3,product,cilta-cel,car-t,cartifan-1-mi-2022,NCT03758417,,
crs-3,product,cilta-cel,car-t,cartitude-1,NCT03548207,,
crs-3,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
crs-3,product,ide-cel,car-t,karmma,NCT03361748,,
crs-3,product-once,,car-t,cartitude-1,NCT03548207,,
crs-3,product-once,,car-t,karmma,NCT03361748,,
crs-3,product-once,,car-t,cartifan-1-mi-2022,cilta-cel,22,145
crs-3,product-once,,car-t,crb-401-raje-2019,ide-cel,9,161
crs-3,place,approved,car-t,ct053-phase-1,NCT03302403,0,24
crs-3,place,approved,car-t,fumanba-1-eque-cel,NCT05066646,1,103
crs-3,dose,,car-t,crb-401-raje-2019,NCT02658929,,
crs-3,papers,,car-t,cartitude-1,NCT03548207,,
infection-3,trial,CARTIFAN-1,car-t,cartifan-1-mi-2022,NCT03758417,,
infection-3,trial,CARTITUDE-1,car-t,cartitude-1,NCT03548207,,
infection-3,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
infection-3,trial,KarMMa,car-t,karmma,NCT03361748,,
infection-3,trial,LINKER-MM1 200 mg,bsab,linker-mm1-200mg,NCT03761108,,
infection-3,trial,MagnetisMM-3 (cohort A),bsab,magnetismm-3,NCT04649359,,
infection-3,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
infection-3,product,cilta-cel,car-t,cartifan-1-mi-2022,NCT03758417,,
infection-3,product,cilta-cel,car-t,cartitude-1,NCT03548207,,
infection-3,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
infection-3,product,ide-cel,car-t,karmma,NCT03361748,,
infection-3,product-once,,car-t,cartitude-1,NCT03548207,,
infection-3,product-once,,car-t,karmma,NCT03361748,,
infection-3,product-once,,car-t,cartifan-1-mi-2022,cilta-cel,37,145
infection-3,product-once,,car-t,crb-401-raje-2019,ide-cel,30,161
infection-3,dose,,car-t,crb-401-raje-2019,NCT02658929,,
infection-3,papers,,car-t,cartifan-1-mi-2022,NCT03758417,,
infection-3,papers,,car-t,cartitude-1,NCT03548207,,
)-----")

pools <- read.csv(na.strings = "", text = r"-----(
outcome,class,by,estimate,lower,upper,tau
orr,car-t,model,0.876636,0.684842,0.957143,0.962274
orr,bsab,model,0.663592,0.581443,0.746913,0.22519
cr,car-t,model,0.558266,0.306662,0.783961,0.890917
cr,bsab,model,0.443331,0.316176,0.588927,0.45874
crs-3,car-t,model,0.103867,0.0327914,0.301527,1.08675
crs-3,bsab,model,0.00638825,0.00125136,0.0288121,0.543991
icans,bsab,model,0.0544424,0.0173574,0.230423,0.652244
infection-3,car-t,model,0.209241,0.0894461,0.402,0.718242
infection-3,bsab,model,0.405054,0.279307,0.543472,0.229379
nrm,car-t,model,0.105391,0.0421874,0.245671,0.749136
)-----")

differences <- read.csv(na.strings = "", text = r"-----(
outcome,class,against,difference,lower,upper,ratio,ratio.lower,ratio.upper
orr,car-t,bsab,20.9909,0.727999,32.7167,3.58342,1.03555,11.8763
cr,car-t,bsab,11.255,-17.1377,37.0166,1.57944,0.481799,5.13645
crs-3,car-t,bsab,9.57256,2.17633,29.3445,18.3173,2.55596,143.074
infection-3,car-t,bsab,-19.472,-37.1166,3.01967,0.387757,0.125591,1.14726
)-----")

analyses <- read.csv(na.strings = "", text = r"-----(
outcome,analysis,variant,difference,lower,upper,status,changing
orr,trial,CARTITUDE-1,15.0871,-5.86203,28.9806,made,6
orr,product,cilta-cel,10.6749,-17.6741,27.5768,made,3
orr,product-once,,19.3384,-17.5414,36.3391,made,1
orr,apheresed,,6.68455,-10.3812,20.4116,made,1
orr,place,approved,25.676,14.177,35.2363,made,0
orr,dose,,20.6635,-6.4336,35.2655,made,1
orr,papers,,,,,same,
orr,model,glmm,22.6373,-1.15501,33.8355,made,1
orr,equal-age,,,,,cannot-be-made,
cr,trial,KarMMa,19.6719,-9.96455,42.352,made,0
cr,product,ide-cel,26.3498,-3.7472,47.2921,made,0
cr,product-once,,9.46565,-27.8271,43.828,made,0
cr,apheresed,,1.50431,-21.7989,25.1567,made,0
cr,place,approved,21.1811,0.467997,39.6078,made,1
cr,dose,,12.6,-22.4772,42.5369,made,0
cr,papers,,,,,same,
cr,model,glmm,11.7686,-15.9226,36.7293,made,0
cr,equal-age,,,,,cannot-be-made,
crs-3,trial,MagnetisMM-3 (cohort A),9.05486,0.694337,28.8296,made,0
crs-3,product,cilta-cel,5.23192,0.735682,21.3119,made,0
crs-3,product-once,,9.70323,2.02678,36.8799,made,0
crs-3,place,approved,5.00215,0.488608,16.2638,made,0
crs-3,dose,,11.3842,2.19264,40.0975,made,0
crs-3,papers,,12.2904,2.36747,41.2694,made,0
crs-3,model,glmm,8.79408,1.19293,30.7573,made,0
crs-3,equal-age,,,,,cannot-be-made,
infection-3,trial,CARTIFAN-1,-23.0087,-39.8038,-1.66474,made,1
infection-3,product,cilta-cel,-24.4904,-42.2785,7.57541,made,0
infection-3,product-once,,-18.0461,-36.0237,9.66562,made,0
infection-3,place,,,,,same,
infection-3,dose,,-15.2554,-33.0709,8.71605,made,0
infection-3,papers,,-24.4904,-42.2785,7.57542,made,0
infection-3,model,glmm,-20.0882,-33.2602,-0.640584,made,1
infection-3,equal-age,,,,,cannot-be-made,
)-----")

changed <- read.csv(na.strings = "", text = r"-----(
outcome,is_response,analysis,variant,difference,lower,upper
orr,TRUE,apheresed,,6.68455,-10.3812,20.4116
cr,TRUE,,,,,
crs-3,FALSE,,,,,
infection-3,FALSE,trial,CARTIFAN-1,-23.0087,-39.8038,-1.66474
)-----")
