# Pooled overall response of each class, and the same pools fitted again by metafor.
library(jsonlite)
library(metafor)

arguments <- commandArgs(trailingOnly = TRUE)
base <- if (length(arguments) > 0) arguments[1] else "http://127.0.0.1:8787"
answer <- fromJSON(paste0(base, "/v1/comparison?outcome=orr&model=glmm"), simplifyVector = FALSE)
outcome <- answer$outcomes[[1]]

for (group in names(outcome$pools)) {
  pool <- outcome$pools[[group]]
  events <- vapply(pool$studies, function(study) as.numeric(study$events), numeric(1))
  patients <- vapply(pool$studies, function(study) as.numeric(study$n), numeric(1))
  fit <- rma.glmm(measure = "PLO", xi = events, ni = patients, test = "t")
  refitted <- predict(fit, transf = transf.ilogit)
  shown <- c(pool$estimate, pool$interval[[1]], pool$interval[[2]])
  again <- c(refitted$pred, refitted$ci.lb, refitted$ci.ub)
  cat(sprintf("%s: %.1f %% (%.1f to %.1f), %d trials\n",
              group, 100 * shown[1], 100 * shown[2], 100 * shown[3], pool$k))
  cat(sprintf("  metafor: %.1f %% (%.1f to %.1f)\n", 100 * again[1], 100 * again[2], 100 * again[3]))
  stopifnot(all(abs(shown - again) < 0.001))
}
