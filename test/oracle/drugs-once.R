# Makes fixtures/drugs-once.json: the differences of the default question in November 2026 with each drug counted once,
# that is, the trials of a drug added up to one figure, under the default model (events ~ binomial(n, p), logit p ~
# N(mu, tau^2), mu ~ N(0, 2.5^2), tau ~ half-normal(1), each class by itself). Base R: the random effect of a drug is
# integrated by the trapezoidal rule over six standard deviations, mu and tau on a grid.
#
#     Rscript test/oracle/drugs-once.R
library(jsonlite)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))

rows <- list(
  orr = list(events = c(122, 137, 144, 110, 83), n = c(161, 145, 217, 178, 117)),
  cr = list(events = c(57, 102, 98, 64, 58), n = c(161, 145, 217, 178, 117)),
  "crs-3" = list(events = c(11, 22, 1, 0, 1), n = c(190, 145, 165, 123, 117)),
  "infection-3" = list(events = c(30, 37, 74, 49, 42), n = c(161, 145, 165, 123, 117)))

mu <- seq(-12, 12, by = 0.04)
tau <- seq(0.02, 6, by = 0.04)
z <- seq(-6, 6, by = 0.02)
posterior_of <- function(events, n) {
  joint <- sapply(tau, function(t) {
    theta <- outer(mu, t * z, "+")
    drugs <- Map(function(e, m) log(dbinom(e, m, plogis(theta)) %*% dnorm(z) * 0.02), events, n)
    Reduce("+", drugs) + dnorm(mu, 0, 2.5, log = TRUE) + dnorm(t, 0, 1, log = TRUE)
  })
  mass <- exp(spline(mu, log(pmax(rowSums(exp(joint - max(joint))), 1e-200)), xout = fine)$y)
  mass / sum(mass)
}
# The density is smooth on the scale of the grid, so that its logarithm is interpolated on a finer one.
fine <- seq(-12, 12, by = 0.001)
quantiles_of <- function(mass, p) approx(cumsum(mass) - mass / 2, fine, p, ties = mean)$y
p <- c(0.5, 0.025, 0.975)
case_of <- function(id) {
  row <- rows[[id]]
  group <- c("A", "A", "B", "B", "B")
  a <- posterior_of(row$events[1:2], row$n[1:2])
  b <- posterior_of(row$events[3:5], row$n[3:5])
  at_most <- approxfun(plogis(fine), cumsum(b) - b / 2, yleft = 0, yright = 1, ties = "ordered")
  difference <- sapply(p, function(of) uniroot(
    function(by) sum(a * (1 - at_most(plogis(fine) - by))) - of, c(-1, 1), tol = 1e-10)$root)
  list(
    id = paste0("drugs-once-", id),
    description = paste("The default question,", id, "with each drug counted once"),
    input = c(row, list(group = group, level = unbox(0.95))),
    options = list(model = "bayes", likelihood = "binomial-normal logit, exact", prior = list(
      mu = list(dist = "normal", mean = 0, sd = 2.5), tau = list(dist = "half-normal", scale = 1))),
    expected = list(
      A = list(proportionMedian = plogis(quantiles_of(a, 0.5)), credibleInterval = plogis(quantiles_of(a, p[-1]))),
      B = list(proportionMedian = plogis(quantiles_of(b, 0.5)), credibleInterval = plogis(quantiles_of(b, p[-1]))),
      riskDifferenceMedian = difference[1], riskDifferenceInterval = difference[-1]),
    tolerance = list(default = list(rel = 1e-4, abs = 2e-5)),
    source = paste("drugs-once.R,", R.version.string))
}
unboxed <- function(x) if (is.list(x)) lapply(x, unboxed) else if (length(x) == 1) unbox(x) else x
cases <- lapply(names(rows), function(id) toJSON(unboxed(case_of(id)), digits = 10))
writeLines(c("[", paste(cases, collapse = ",\n"), "]"), file.path(here, "fixtures/drugs-once.json"))
