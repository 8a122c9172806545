# Question: outcome=orr,crs-3,icans-3&product=eque-cel&availability=any&model=glmm (/v1/comparison?outcome=orr,crs-3,icans-3&product=eque-cel&availability=any&model=glmm)
# Data version DATA, answer version ANSWER.

model <- "glmm"
interval <- "t"
adds_cohorts <- TRUE

trials <- read.csv(na.strings = "", text = r"-----(
outcome,class,cohort,trial,product,events,n,estimate,lower,upper,median_age,population,count_from,label,source
orr,car-t,fumanba-1-eque-cel,NCT05066646,eque-cel,97,101,0.960396,0.901695,0.989106,,efficacy-evaluable,,FUMANBA-1 (equecabtagene),"Introduction of a paper on another product quoting FUMANBA-1 as its ref. 10 [through x-mol; secondary source], introduction quoting the trial (97/101); 96.0% of 101 in MIMS"
orr,bsab,dsouza-abbv383-2022,NCT03933735,etentamig,70,122,0.57377,0.481037,0.662837,,efficacy-evaluable,percentage,ABBV-383 phase 1 (D'Souza),"Oncolo (Japanese oncology news), 6 Sep 2022, on D’Souza A et al. J Clin Oncol 2022., results paragraph"
orr,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,83,117,0.709402,0.618255,0.789635,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Efficacy"
orr,bsab,magnetismm-1,NCT03269136,elranatamab,35,55,0.636364,0.495631,0.761862,,treated,percentage,MagnetisMM-1,"Bahlis NJ, et al. Nat Med. 2023 [MagnetisMM-1], abstract"
orr,bsab,magnetismm-3,NCT04649359,elranatamab,75,123,0.609756,0.517692,0.696406,,treated,,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
orr,bsab,majestec-1,NCT03145181,teclistamab,104,165,0.630303,0.551801,0.704033,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., NEJM abstract (63.0%); count = 10/28 with EMD + 94/137 without EMD, company’s page on extramedullary disease"
orr,bsab,teclistamab-asian-trials-2026,martin-cancer-2026-trial,teclistamab,40,52,0.769231,0.631597,0.874684,,treated,percentage,Teclistamab Asian trial cohort (MajesTEC-1 China + MMY1002 Japan),"Martin TG, et al. Cancer. 2026;132(1):e70237., abstract"
crs-3,car-t,fumanba-1-eque-cel,NCT05066646,eque-cel,1,103,0.00970874,0.000245774,0.0529083,,treated,,FUMANBA-1 (equecabtagene),"Precision Medicine Online, NMPA approval of Fucaso [July 2023], news text (one patient grade 3 or higher of 103)"
crs-3,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,1,117,0.00854701,0.000216368,0.0467009,,treated,,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Table 2 and Results, Safety"
crs-3,bsab,magnetismm-3,NCT04649359,elranatamab,0,123,0,0,0.0295456,,treated,percentage,MagnetisMM-3 (cohort A),"Lesokhin AM, et al. Elranatamab in relapsed or refractory multiple myeloma: phase 2 MagnetisMM-3 trial results. Nat Med. 2023;29:2259–67., abstract"
crs-3,bsab,majestec-1,NCT03145181,teclistamab,1,165,0.00606061,0.000153429,0.0333034,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., abstract, RESULTS"
icans-3,car-t,fumanba-1-eque-cel,NCT05066646,eque-cel,0,103,0,0,0.0351806,,treated,,FUMANBA-1 (equecabtagene),"MIMS news on the FUMANBA-1 publication., news text"
icans-3,bsab,linker-mm1-200mg,NCT03761108,linvoseltamab,3,117,0.025641,0.00531933,0.0731068,,treated,percentage,LINKER-MM1 200 mg,"Bumma N, et al. Linvoseltamab for Treatment of Relapsed/Refractory Multiple Myeloma. J Clin Oncol. 2024;42:2702–12., Results, Safety; Discussion"
icans-3,bsab,majestec-1,NCT03145181,teclistamab,0,165,0,0,0.0221088,,treated,,MajesTEC-1 (cohort A),"Moreau P, et al. N Engl J Med. 2022;387:495–505., Results"
)-----")

changes <- data.frame()

pools <- read.csv(na.strings = "", text = r"-----(
outcome,class,by,estimate,lower,upper,tau
orr,car-t,count,0.960396,0.901695,0.989106,
orr,bsab,model,0.645436,0.581674,0.704417,0.135748
crs-3,car-t,count,0.00970874,0.000245774,0.0529083,
crs-3,bsab,model,0.00493827,0.000234983,0.0948491,0
icans-3,car-t,count,0,0,0.0351806,
icans-3,bsab,model,0.00683267,2e-10,0.999997,1.20906
)-----")

differences <- data.frame()

analyses <- data.frame()

changed <- data.frame()
