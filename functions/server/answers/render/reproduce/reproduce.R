# Myeloma Compare: the numbers of one answer, fitted again.
# {question}
# Run it with Rscript (R 4.1 or later). Models other than the default one need metafor, glmm also lme4. It
# ends with 1 if a number differs by more than 0.0001 (rates), 0.01 per 100 (differences) or one in a thousand (ratios,
# tau). Not fitted again: products of a group, the other kind of regimen, all enrolled, prediction intervals,
# heterogeneity but tau, sensitivity analyses, what others published.

# Every cohort as counted (count_from "percentage": computed from the printed percentage); of survival at a month its
# estimate and limits, as printed or from the number at risk.
# {trials}

# To see another model change this line, "glmm" for the likelihood alone: the numbers then differ.
# {settings}

# Events are pooled as logits; survival at a month as log(-log S), its standard error from the limits.
cll <- function(s) log(-log(s))
is_survival <- function(d) anyNA(d$events)
rate_of <- function(theta, d) if (is_survival(d)) exp(-exp(theta)) else plogis(theta)
se_of <- function(d) (cll(d$lower) - cll(d$upper)) / (2 * qnorm(0.975))

# Cohorts of one trial, such as two schedules, are one figure: their counts are added. Survival has no counts.
by_trial <- function(d) if (is_survival(d)) d else aggregate(cbind(events, n) ~ trial, d, sum)

# Models but the default one: metafor (Viechtbauer 2010), for glmm with lme4 and 25 nodes, because its 7
# are too few for sparse counts. 1/2 is added only where there are no or only events (Woolf 1955).
by_metafor <- function(d) {
  library(metafor)
  method <- if (model == "glmm") "ML" else toupper(model)
  test <- switch(interval, wald = "z", "hartung-knapp" = "adhoc", "t")
  exactly <- list(threshold = 1e-12, maxiter = 10000)
  fit <- if (is_survival(d))
    rma(cll(d$estimate), sei = se_of(d), method = method, test = test, control = exactly)
  else if (model == "glmm")
    rma.glmm(measure = "PLO", xi = events, ni = n, data = d, nAGQ = 25, test = test)
  else
    rma(measure = "PLO", xi = events, ni = n, data = d, add = 1 / 2, to = "only0",
        method = method, test = test, control = exactly)
  list(estimate = rate_of(fit$beta[[1]], d), limits = sort(rate_of(c(fit$ci.lb, fit$ci.ub), d)),
       tau = sqrt(fit$tau2), theta = fit$beta[[1]], se = fit$se, df = nrow(d) - 1)
}

# The default model: events ~ binomial(n, p), logit p ~ N(mu, tau^2), mu ~ N(0, 2.5^2), tau ~
# half-normal(1); survival: normal likelihood, half-normal(0.5) (Smith, Spiegelhalter & Thomas 1995;
# Roever et al. 2021). The posterior on a grid: the likelihood of a trial at mu and tau is that of its
# own logit smoothed by N(0, tau^2), which is a product after a Fourier transform.
by_bayes <- function(d) {
  step <- 0.01
  size <- 8192
  theta <- step * (seq_len(size) - size / 2)
  scale <- if (is_survival(d)) 0.5 else 1
  waves <- mvfft(sapply(seq_len(nrow(d)), function(i)
    if (is_survival(d)) dnorm(cll(d$estimate[i]), theta, se_of(d)[i])
    else dbinom(d$events[i], d$n[i], plogis(theta))))
  frequency <- 2 * pi * c(0:(size / 2), (size / 2 - 1):1) / (size * step)
  taus <- scale * seq(0, 6, by = 0.025)
  logs <- sapply(taus, function(tau) {
    each <- Re(mvfft(waves * exp(-(tau * frequency)^2 / 2), inverse = TRUE)) / size
    rowSums(log(pmax(each, 1e-300))) + dnorm(theta, 0, 2.5, log = TRUE) +
      dnorm(tau, 0, scale, log = TRUE) - log(1 + (tau == 0))
  })
  joint <- exp(logs - max(logs))
  mass <- rowSums(joint) / sum(joint)
  at <- quantiles(theta, mass, c(0.5, 0.025, 0.975))
  list(estimate = rate_of(at[1], d), limits = sort(rate_of(at[-1], d)), theta = theta, mass = mass,
       tau = quantiles(c(-rev(taus), taus), c(rev(colSums(joint)), colSums(joint)), 0.75))
}
quantiles <- function(x, mass, p) {
  kept <- mass > 1e-12 * max(mass)
  splinefun(((cumsum(mass) - mass / 2) / sum(mass))[kept], x[kept], "monoH.FC", ties = mean)(p)
}

# One trial is its own count, of all its groups of patients, with exact limits (Clopper & Pearson 1934).
by_count <- function(d) {
  events <- sum(d$events)
  n <- sum(d$n)
  list(estimate = events / n, limits = binom.test(events, n)$conf.int, tau = NA)
}

# Difference of two rates per 100, and ratio of odds or of cumulative hazards. Of two posteriors:
of_posteriors <- function(a, b, d) {
  quantiles_of <- function(x, y) {
    mass <- b$mass[order(y)]
    at_most <- approxfun(sort(y), cumsum(mass) - mass / 2, yleft = 0, yright = 1, ties = "ordered")
    sapply(c(0.5, 0.025, 0.975), function(p) uniroot(
      function(by) sum(a$mass * (1 - at_most(x - by))) - p, c(-40, 40), tol = 1e-9)$root)
  }
  c(100 * quantiles_of(rate_of(a$theta, d), rate_of(b$theta, d)),
    exp(quantiles_of(a$theta, b$theta)))
}
# Else ratio, P and difference have the degrees of freedom of Welch and Satterthwaite: the limits of the
# difference are recovered from limits of the two rates by these (Newcombe 1998, method 10). Where the two
# disagree about "no difference" none were served.
of_limits <- function(a, b, d) {
  se <- sqrt(a$se^2 + b$se^2)
  df <- if (interval == "wald") Inf else se^4 / (a$se^4 / a$df + b$se^4 / b$df)
  q <- qt(0.975, df)
  limits_of <- function(x) sort(rate_of(x$theta + c(-1, 1) * q * x$se, d))
  below <- c(a$estimate - limits_of(a)[1], limits_of(b)[2] - b$estimate)
  above <- c(limits_of(a)[2] - a$estimate, b$estimate - limits_of(b)[1])
  ends <- a$estimate - b$estimate + c(0, -1, 1) * sqrt(c(0, sum(below^2), sum(above^2)))
  c(100 * ends, exp(a$theta - b$theta + c(0, -1, 1) * q * se))
}

# The numbers that were served: rates 0 to 1, differences per 100 patients.
# {served}

# All of them found again, beside them. They have six digits and rest on another grid.
fits <- list()
for (i in seq_len(nrow(pools))) {
  d <- trials[trials$outcome == pools$outcome[i] & trials$class == pools$class[i], ]
  fits[[paste(pools$outcome, pools$class)[i]]] <-
    if (pools$by[i] == "count") by_count(d)
    else if (model == "bayes") by_bayes(by_trial(d))
    else by_metafor(by_trial(d))
}
found_pools <- lapply(fits, function(fit) c(fit$estimate, fit$limits, fit$tau))
found_differences <- lapply(seq_len(nrow(differences)), function(i) with(differences[i, ], {
  a <- fits[[paste(outcome, class)]]
  b <- fits[[paste(outcome, against)]]
  d <- trials[trials$outcome == outcome, ]
  if (is.null(a$mass)) of_limits(a, b, d) else of_posteriors(a, b, d)
}))
differs <- function(served, found, absolute, relative) {
  if (nrow(served) == 0) return(FALSE)
  expected <- as.matrix(served[-(1:3)])
  found <- matrix(unlist(found), nrow(served), byrow = TRUE, dimnames = dimnames(expected))
  tolerance <- t(t(abs(expected)) * relative + absolute)
  wrong <- !is.na(expected) & !(abs(found - expected) <= tolerance) %in% TRUE
  print(cbind(served, found = signif(found, 6), wrong = rowSums(wrong)), row.names = FALSE)
  any(wrong)
}
options(width = 200)
wrong <- c(differs(pools, found_pools, c(1e-4, 1e-4, 1e-4, 1e-3), 0),
           differs(differences, found_differences, rep(c(0.01, 0), each = 3),
                   rep(c(0, 1e-3), each = 3)))
if (any(wrong)) quit(status = 1)
if (nrow(differences) == 0) cat("No difference between the classes was served.\n")
cat("All served numbers found again, within 0.0001 (rates) and 0.01 per 100 (differences).\n")
