# Fits each analysis of a row as a statistician would script it, and prints a line each: the versions, the milliseconds of
# CPU for all fits, and the log odds ratio of each. Each argument is one analysis: events, numbers of patients and classes, parted by "/".
suppressMessages(library(metafor))
runs <- lapply(strsplit(commandArgs(TRUE), "/"), function(run) lapply(strsplit(run, ","), as.numeric))

fit <- function(run) {
  rma.glmm(measure = "PLO", xi = run[[1]], ni = run[[2]], mods = ~ group, data = data.frame(group = run[[3]]))
}

results <- lapply(runs, fit)
times <- replicate(3, { gc(); 1000 * sum(system.time(lapply(runs, fit))[1:2]) })
cat(sprintf("R %s, metafor %s\n", getRversion(), packageVersion("metafor")))
cat(formatC(c(median(times), sapply(results, function(result) result$beta[2, 1])), digits = 12), sep = "\n")
