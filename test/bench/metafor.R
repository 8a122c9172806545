# The median time, in milliseconds, that metafor takes for what `npm run bench` times here: one line
# a task, name and time, after a line with the versions. metafor fits these GLMMs by lme4.
#
# Arguments: events, patients, and how many cohorts are of the first group; lists are joined by commas.
suppressPackageStartupMessages({
  library(metafor)
  library(lme4)
})

counts <- function(text) as.integer(strsplit(text, ",")[[1]])
arguments <- commandArgs(trailingOnly = TRUE)
events <- counts(arguments[1])
patients <- counts(arguments[2])
group <- as.integer(seq_along(events) > as.integer(arguments[3]))

x1 <- events[group == 0]
n1 <- patients[group == 0]
x2 <- events[group == 1]
n2 <- patients[group == 1]

glmm_first <- function() rma.glmm(measure = "PLO", xi = x1, ni = n1)
glmm_second <- function() rma.glmm(measure = "PLO", xi = x2, ni = n2)
glmm_class <- function() rma.glmm(measure = "PLO", xi = events, ni = patients, mods = ~group)

tasks <- list(
  "glmm-first" = glmm_first,
  "glmm-second" = glmm_second,
  "glmm-class" = glmm_class,
  "glmm-three" = function() {
    glmm_first()
    glmm_second()
    glmm_class()
  },
  "reml-first" = function() {
    rma(measure = "PLO", xi = x1, ni = n1, add = 0.5, to = "only0")
  },
  "reml-class" = function() {
    rma(measure = "PLO", xi = events, ni = patients, add = 0.5, to = "only0", mods = ~group)
  },
  "reml-interval" = function() {
    confint(rma(
      measure = "PLO", xi = events, ni = patients, add = 0.5, to = "only0", test = "knha"
    ))
  }
)

version <- function(package) paste(package, packageVersion(package))
cat(paste0("R ", getRversion()), version("metafor"), version("lme4"), sep = ", ")
cat("\n")
for (name in names(tasks)) {
  run <- tasks[[name]]
  run()
  times <- replicate(15, {
    start <- Sys.time()
    run()
    as.numeric(Sys.time() - start, units = "secs") * 1000
  })
  cat(name, median(times), "\n")
}
