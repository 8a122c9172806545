# Fits the models of `metafor-times.ts` with metafor and prints, a line each: name, milliseconds of CPU, estimates.
# Arguments: events, numbers of patients and groups, each joined by commas.
suppressMessages(library(metafor))
given <- lapply(strsplit(commandArgs(TRUE), ","), as.numeric)
x <- given[[1]]; n <- given[[2]]; group <- given[[3]]
first <- group == 0

fits <- list(
  "GLMM pool, k = 14" = function() rma.glmm(measure = "PLO", xi = x[first], ni = n[first]),
  "GLMM with class as moderator, k = 26" = function() rma.glmm(measure = "PLO", xi = x, ni = n, mods = ~ group),
  "REML pool, k = 14" = function() rma(measure = "PLO", xi = x[first], ni = n[first], method = "REML")
)

for (name in names(fits)) {
  fit <- fits[[name]]
  result <- fit()
  times <- replicate(7, { gc(); 1000 * sum(system.time(for (i in 1:5) fit())[1:2]) / 5 })
  estimates <- c(result$beta[, 1], result$se, result$tau2)
  cat(paste(c(name, median(times), formatC(estimates, digits = 12)), collapse = "\t"), "\n", sep = "")
}
