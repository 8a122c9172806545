# Makes fixtures/tests.json: regressions with every kind of interval, and tests between groups, by metafor (Viechtbauer
# 2010), of counts for the exact likelihood with lme4 and 25 nodes.
#
#     Rscript test/oracle/metafor.R
suppressMessages({ library(metafor); library(jsonlite) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))

# Events of n of CAR-T (1) and bispecific trials (0), with their year.
years <- list(
  events = c(35, 92, 24, 20, 7, 15, 5, 21, 68, 13, 10, 7, 74, 68, 97, 85),
  n = c(38, 97, 33, 24, 10, 18, 5, 44, 128, 14, 16, 25, 117, 123, 165, 143),
  group = c(rep("car-t", 12), rep("bsab", 4)),
  covariate = c(2023, 2021, 2019, 2022, 2025, 2021, 2020, 2018, 2021, 2023, 2018, 2019, 2024, 2023,
                2022, 2025))
# Response in trials and real-world series.
responses <- list(
  events = c(43, 94, 28, 21, 18, 97, 94, 14, 72, 218, 210, 599),
  n = c(48, 97, 33, 24, 18, 101, 128, 14, 77, 266, 236, 821),
  group = c(rep("trial", 8), rep("real-world", 4)))
# Response by the binding domain, and neurotoxicity by costimulation (Roex 2020).
domains <- list(
  events = c(8, 27, 17, 51, 4, 14, 15, 17, 10, 10, 14, 35, 6, 22, 20, 29, 32, 4, 19, 27, 25, 15, 3),
  n = c(9, 29, 17, 57, 5, 16, 24, 18, 10, 11, 15, 44, 10, 25, 22, 29, 32, 28, 21, 43, 38, 16, 10),
  group = c(rep("camelid", 4), rep("human", 10), rep("humanized", 3), rep("murine", 6)))
costimulation <- list(
  events = c(0, 1, 0, 0, 0, 3, 2, 14, 9, 2, 0, 6, 1, 4, 0, 11, 0, 1, 1, 1, 8, 1, 0, 0, 1, 0),
  n = c(33, 9, 22, 5, 16, 29, 21, 43, 38, 24, 18, 10, 11, 15, 49, 44, 17, 57, 10, 23, 25, 16, 10, 28,
        29, 32),
  group = c(rep("4-1bb", 21), rep("cd28", 5)))

fit <- function(d, method, test, mods) {
  if (method == "GLMM")
    return(rma.glmm(measure = "PLO", xi = d$events, ni = d$n, mods = mods, data = d, nAGQ = 25, test = test))
  rma(measure = "PLO", xi = d$events, ni = d$n, add = 1 / 2, to = "only0", mods = mods, data = d,
      method = method, test = test, control = list(threshold = 1e-12, maxiter = 10000))
}

# The tolerance of the exact likelihood is that of the optimiser and the nodes of lme4.
case <- function(id, description, d, model, method, test, expected)
  list(id = id, description = description, input = d,
       options = list(model = model, method = method, test = test), expected = expected,
       tolerance = list(default = if (method == "GLMM") list(rel = 1e-3, abs = 1e-4)
                                  else list(rel = 1e-7, abs = 1e-9)),
       source = paste0("metafor ", packageVersion("metafor"), ", metafor.R"))

settings <- list(c("DL", "z"), c("DL", "t"), c("DL", "adhoc"), c("REML", "z"), c("REML", "t"),
                 c("REML", "adhoc"), c("GLMM", "z"), c("GLMM", "t"))
regressions <- lapply(settings, function(by) {
  d <- years
  d$class <- as.numeric(d$group == "car-t")
  # The year is centred, which leaves the other coefficients and helps the optimiser.
  d$year <- d$covariate - 2021
  f <- fit(as.data.frame(d), by[1], by[2], ~ class + year)
  case(tolower(paste("years", by[1], by[2], sep = "-")), "very good partial response by class and year",
       years, "group-and-covariate-tests", by[1], by[2],
       list(estimate = f$beta[2:3], se = f$se[2:3], pval = f$pval[2:3], ciLower = f$ci.lb[2:3],
            ciUpper = f$ci.ub[2:3], tau2 = f$tau2))
})

groups <- function(id, description, d, method) {
  f <- fit(as.data.frame(d), method, if (method == "GLMM") "t" else "adhoc", ~ factor(group))
  case(tolower(paste(id, method, sep = "-")), description, d, "groups", method,
       if (method == "GLMM") "t" else "adhoc",
       list(f = f$QM, df = as.vector(f$QMdf), pval = f$QMp))
}
between <- list(
  groups("responses", "response in trials and real-world series", responses, "REML"),
  groups("responses", "response in trials and real-world series", responses, "DL"),
  groups("responses", "response in trials and real-world series", responses, "GLMM"),
  groups("domains", "response by binding domain", domains, "DL"),
  groups("domains", "response by binding domain", domains, "REML"),
  groups("costimulation", "neurotoxicity by costimulation", costimulation, "REML"),
  groups("costimulation", "neurotoxicity by costimulation", costimulation, "GLMM"))

lines <- sapply(c(regressions, between), toJSON, auto_unbox = TRUE, digits = 12)
writeLines(c("[", paste(lines, collapse = ",\n"), "]"), file.path(here, "fixtures", "tests.json"))
