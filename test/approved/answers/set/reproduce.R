# Question: set=vandenboom-2025&outcome=orr,icans (/v1/comparison?set=vandenboom-2025&outcome=orr,icans)
# Data version DATA, answer version ANSWER.

model <- "dl"
interval <- "wald"
adds_cohorts <- FALSE

trials <- read.csv(na.strings = "", text = r"-----(
outcome,class,cohort,trial,product,events,n,estimate,lower,upper,median_age,population,count_from,label,source
orr,car-t,cartitude-1,NCT03548207,cilta-cel,94,97,0.969072,0.912268,0.993576,61,treated,,CARTITUDE-1,"Berdeja JG, et al. Lancet. 2021;398:314–24 [abstract], abstract, Findings"
orr,car-t,crb-401-raje-2019,NCT02658929,ide-cel,28,33,0.848485,0.68101,0.948911,60,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37 [Table 3 (PMC author manuscript)], Table 3, column 50-800x10^6 (N=33)"
orr,car-t,ct103a-wang-2021,ChiCTR1800018137,eque-cel,18,18,1,0.814698,1,53.5,treated,percentage,CT103A first-in-human (equecabtagene),"Wang D, et al. Blood. 2021;137(21):2890–901., abstract"
orr,car-t,frigault-cart-ddbcma-2022,NCT04155749,anito-cel,12,12,1,0.735352,1,69,treated,,"CART-ddBCMA phase 1, dose escalation","1stOncology copy of Arcellx press release 2022-05-09 on Frigault MJ et al. Blood Adv 2022., text"
orr,car-t,karmma,NCT03361748,ide-cel,94,128,0.734375,0.649072,0.808513,61,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
orr,car-t,lummicar-1,NCT03975907,zevor-cel,14,14,1,0.768364,1,54,treated,percentage,"LUMMICAR STUDY 1, phase 1 (zevor-cel)","Gene Therapy Live (from OncLive), zevor-cel approved in China., news text, n=14 evaluable"
orr,car-t,nci-car-bcma-brudno-2018,NCT02215967,nci-car-bcma,13,16,0.8125,0.543543,0.959526,,treated,percentage,NCI CAR-BCMA (9x10^6/kg),"Brudno JN, et al. T Cells Genetically Modified to Express an Anti-B-Cell Maturation Antigen Chimeric Antigen Receptor Cause Remissions of Poor-Prognosis Relapsed Multiple Myeloma. J Clin Oncol. 2018;36(22):2267–80., abstract; counts 2 sCR + 8 VGPR + 3 PR in the 2021 review table"
orr,car-t,universal-allo-715-2023,NCT04093596,allo-715,24,43,0.55814,0.398754,0.709219,64,treated,,UNIVERSAL (ALLO-715),"Mailankody S, et al. Nat Med. 2023 [online 23 Jan 2023, phase 1 UNIVERSAL interim results], abstract"
orr,bsab,dsouza-abbv383-2022,NCT03933735,etentamig,70,122,0.57377,0.481037,0.662837,68,efficacy-evaluable,percentage,ABBV-383 phase 1 (D'Souza),"Oncolo (Japanese oncology news), 6 Sep 2022, on D’Souza A et al. J Clin Oncol 2022., results paragraph"
orr,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,83,117,0.709402,0.618255,0.789635,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
orr,bsab,linker-mm1-50mg,NCT03761108,linvoseltamab,50,104,0.480769,0.381739,0.580923,65,treated,percentage,LINKER-MM1 50 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
orr,bsab,magnetismm-1,NCT03269136,elranatamab,35,55,0.636364,0.495631,0.761862,64,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
orr,bsab,magnetismm-3,NCT04649359,elranatamab,75,123,0.609756,0.517692,0.696406,68,treated,,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
orr,bsab,majestec-1,NCT03145181,teclistamab,104,165,0.630303,0.551801,0.704033,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., NEJM abstract (63.0%); count = 10/28 with EMD + 94/137 without EMD, company’s page on extramedullary disease"
icans,car-t,crb-401-raje-2019,NCT02658929,ide-cel,14,33,0.424242,0.254762,0.607847,60,treated,,CRB-401 (bb2121 phase 1),"Raje N, et al. N Engl J Med. 2019;380(18):1726–37., abstract"
icans,car-t,ct103a-wang-2021,ChiCTR1800018137,eque-cel,0,18,0,0,0.185302,53.5,treated,,CT103A first-in-human (equecabtagene),"Wang D, et al. Blood. 2021;137(21):2890–901., abstract"
icans,car-t,karmma,NCT03361748,ide-cel,23,128,0.179688,0.117449,0.257319,61,treated,,KarMMa,"Munshi NC, et al. Idecabtagene Vicleucel in Relapsed and Refractory Multiple Myeloma. N Engl J Med. 2021;384:705–16 [abstract], abstract, RESULTS"
icans,car-t,universal-allo-715-2023,NCT04093596,allo-715,6,43,0.139535,0.0529766,0.279325,64,treated,,UNIVERSAL (ALLO-715),"Mailankody S, et al. Nat Med. 2023 [online 23 Jan 2023, phase 1 UNIVERSAL interim results], abstract"
icans,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,9,117,0.0769231,0.035777,0.141004,70,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety"
icans,bsab,majestec-1,NCT03145181,teclistamab,5,165,0.030303,0.00991107,0.0692976,64,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
)-----")

changes <- read.csv(na.strings = "", text = r"-----(
outcome,analysis,variant,class,cohort,trial,events,n
orr,trial,ABBV-383 phase 1 (D'Souza),bsab,dsouza-abbv383-2022,NCT03933735,,
orr,trial,"CART-ddBCMA phase 1, dose escalation",car-t,frigault-cart-ddbcma-2022,NCT04155749,,
orr,trial,CARTITUDE-1,car-t,cartitude-1,NCT03548207,,
orr,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
orr,trial,CT103A first-in-human (equecabtagene),car-t,ct103a-wang-2021,ChiCTR1800018137,,
orr,trial,KarMMa,car-t,karmma,NCT03361748,,
orr,trial,LINKER-MM1,bsab,linker-mm1-200mg,NCT03761108,,
orr,trial,LINKER-MM1,bsab,linker-mm1-50mg,NCT03761108,,
orr,trial,"LUMMICAR STUDY 1, phase 1 (zevor-cel)",car-t,lummicar-1,NCT03975907,,
orr,trial,MagnetisMM-1,bsab,magnetismm-1,NCT03269136,,
orr,trial,MagnetisMM-3 (cohort A),bsab,magnetismm-3,NCT04649359,,
orr,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
orr,trial,NCI CAR-BCMA (9x10^6/kg),car-t,nci-car-bcma-brudno-2018,NCT02215967,,
orr,trial,UNIVERSAL (ALLO-715),car-t,universal-allo-715-2023,NCT04093596,,
orr,product,elranatamab,bsab,magnetismm-1,NCT03269136,,
orr,product,elranatamab,bsab,magnetismm-3,NCT04649359,,
orr,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
orr,product,ide-cel,car-t,karmma,NCT03361748,,
orr,product-once,,car-t,karmma,NCT03361748,,
orr,product-once,,bsab,linker-mm1-50mg,NCT03761108,,
orr,product-once,,bsab,magnetismm-3,NCT04649359,,
orr,product-once,,car-t,crb-401-raje-2019,ide-cel,122,161
orr,product-once,,bsab,linker-mm1-200mg,linvoseltamab,133,221
orr,product-once,,bsab,magnetismm-1,elranatamab,110,178
orr,apheresed,,car-t,cartitude-1,NCT03548207,94,113
orr,apheresed,,car-t,crb-401-raje-2019,NCT02658929,28,37
orr,apheresed,,car-t,ct103a-wang-2021,ChiCTR1800018137,18,20
orr,apheresed,,car-t,frigault-cart-ddbcma-2022,NCT04155749,12,13
orr,apheresed,,car-t,karmma,NCT03361748,94,140
orr,apheresed,,car-t,lummicar-1,NCT03975907,14,16
orr,apheresed,,car-t,nci-car-bcma-brudno-2018,NCT02215967,13,18
orr,apheresed,,car-t,universal-allo-715-2023,NCT04093596,24,48
orr,dose,,car-t,crb-401-raje-2019,NCT02658929,,
orr,dose,,car-t,ct103a-wang-2021,ChiCTR1800018137,,
orr,dose,,car-t,frigault-cart-ddbcma-2022,NCT04155749,,
orr,dose,,car-t,lummicar-1,NCT03975907,,
orr,dose,,car-t,universal-allo-715-2023,NCT04093596,,
orr,dose,,bsab,dsouza-abbv383-2022,NCT03933735,,
orr,dose,,bsab,linker-mm1-50mg,NCT03761108,,
orr,dose,,bsab,magnetismm-1,NCT03269136,,
orr,papers,,car-t,frigault-cart-ddbcma-2022,NCT04155749,,
orr,papers,,car-t,lummicar-1,NCT03975907,,
orr,papers,,bsab,dsouza-abbv383-2022,NCT03933735,,
icans,trial,CRB-401 (bb2121 phase 1),car-t,crb-401-raje-2019,NCT02658929,,
icans,trial,CT103A first-in-human (equecabtagene),car-t,ct103a-wang-2021,ChiCTR1800018137,,
icans,trial,KarMMa,car-t,karmma,NCT03361748,,
icans,trial,LINKER-MM1 200 mg,bsab,linker-mm1-200mg,NCT03761108,,
icans,trial,MajesTEC-1 (cohort A),bsab,majestec-1,NCT03145181,,
icans,trial,UNIVERSAL (ALLO-715),car-t,universal-allo-715-2023,NCT04093596,,
icans,product,ide-cel,car-t,crb-401-raje-2019,NCT02658929,,
icans,product,ide-cel,car-t,karmma,NCT03361748,,
icans,product-once,,car-t,karmma,NCT03361748,,
icans,product-once,,car-t,crb-401-raje-2019,ide-cel,37,161
icans,dose,,car-t,crb-401-raje-2019,NCT02658929,,
icans,dose,,car-t,ct103a-wang-2021,ChiCTR1800018137,,
icans,dose,,car-t,universal-allo-715-2023,NCT04093596,,
)-----")

pools <- read.csv(na.strings = "", text = r"-----(
outcome,class,by,estimate,lower,upper,tau
orr,car-t,model,0.862275,0.732146,0.934813,0.941151
orr,bsab,model,0.607092,0.545221,0.665707,0.24659
icans,car-t,model,0.199144,0.0942225,0.372812,0.723823
icans,bsab,model,0.0506162,0.0200573,0.12194,0.563651
)-----")

differences <- read.csv(na.strings = "", text = r"-----(
outcome,class,against,difference,lower,upper,ratio,ratio.lower,ratio.upper
orr,car-t,bsab,25.5182,11.2461,35.0523,4.05198,1.70312,9.64028
icans,car-t,bsab,14.8528,2.16593,32.4864,4.66407,1.27798,17.0219
)-----")

analyses <- read.csv(na.strings = "", text = r"-----(
outcome,analysis,variant,difference,lower,upper,status,changing
orr,trial,CARTITUDE-1,19.3816,4.76168,30.2179,made,0
orr,product,ide-cel,30.4591,7.76251,39.6251,made,0
orr,product-once,,26.3707,11.2507,34.6859,made,0
orr,apheresed,,15.1228,2.74435,25.5068,made,0
orr,place,,,,,cannot-be-made,
orr,dose,,22.4861,-4.32897,33.6878,made,1
orr,papers,,22.1268,5.20922,33.6801,made,0
orr,model,glmm,30.8689,9.00097,40.2157,made,0
orr,equal-age,66.5,22.6722,-7.19206,44.0505,made,1
icans,trial,KarMMa,13.2945,-1.99085,44.9494,made,1
icans,product,ide-cel,4.95036,-5.34254,26.9111,made,1
icans,product-once,,11.9162,0.998756,25.748,made,0
icans,place,,,,,cannot-be-made,
icans,dose,,,,,cannot-be-made,
icans,papers,,,,,same,
icans,model,glmm,,,,cannot-be-made,
icans,equal-age,,,,,cannot-be-made,
)-----")

changed <- read.csv(na.strings = "", text = r"-----(
outcome,is_response,analysis,variant,difference,lower,upper
orr,TRUE,dose,,22.4861,-4.32897,33.6878
icans,FALSE,product,ide-cel,4.95036,-5.34254,26.9111
)-----")
