# The Wald test of heterogeneity of the fixtures of counts: metafor's Q of the studies with some events and some
# patients without, as pooled by a common rate, with as many degrees of freedom as these studies, less one. metafor's
# rma.glmm prints the same Q (QE.Wld) and counts the other studies, too, whose weight is 0.
#
#     Rscript test/oracle/wald-heterogeneity.R   prints Q, df and P of each case, and compares them with the fixtures
suppressMessages({ library(metafor); library(jsonlite) })

folder <- file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "fixtures")
differs <- FALSE
for (name in c("proportion-glmm", "edge")) {
  for (case in read_json(file.path(folder, paste0(name, ".json")))) {
    expected <- if (name == "edge") case$expected$glmm else case$expected
    if (!"Q_Wald" %in% names(expected)) next
    events <- unlist(case$input$events)
    n <- unlist(case$input$n)
    counted <- events > 0 & events < n
    if (sum(counted) < 2) {
      found <- c(NA, NA, NA)
    } else {
      fit <- rma(measure = "PLO", xi = events[counted], ni = n[counted], method = "FE")
      found <- c(fit$QE, fit$k - 1, fit$QEp)
    }
    stated <- sapply(c("Q_Wald", "dfWald", "pQ_Wald"), function(key) if (is.null(expected[[key]])) NA else expected[[key]])
    same <- identical(unname(is.na(stated)), is.na(found)) &&
      all(abs(stated - found) <= 1e-8 + 1e-5 * abs(found), na.rm = TRUE)
    differs <- differs || !same
    cat(case$id, format(found, digits = 12), if (same) "" else "DIFFERS", "\n")
  }
}
if (differs) quit(status = 1)
