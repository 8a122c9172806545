# Myeloma Compare: the numbers and the analyses of one answer, fitted again.
# {question}
# Run it with Rscript (R 4.1 or later). The default model is written out below. Other models need metafor, glmm also
# lme4, and so do two of the sensitivity analyses: without them these two are left out, which is said. The script ends
# with 1 if what would change a difference differs, or a number by more than 0.0001 (rates), 0.01 per 100 (differences)
# or one in a thousand (ratios, tau). Not fitted again: products of a group, the other kind of regimen, all enrolled,
# prediction intervals, heterogeneity but tau, what others published.

# Every cohort as counted (count_from "percentage": computed from the printed percentage); of survival at a month its
# estimate and limits, as printed or from the number at risk.
# {trials}

# What each sensitivity analysis changes in these counts: a cohort without events is left out, any other is counted by
# this figure (of "apheresed" n is assumed where it is not reported). R takes the changes as they are: they follow from
# the rules by which trials are selected. The answer to the question so changed has their sources.
# {changes}

# To see another model change this line, "glmm" for the likelihood alone: the numbers then differ.
# {settings}

# Events are pooled as logits; survival at a month as log(-log S), its standard error from the limits.
cll <- function(s) log(-log(s))
is_survival <- function(d) anyNA(d$events)
rate_of <- function(theta, d) if (is_survival(d)) exp(-exp(theta)) else plogis(theta)
se_of <- function(d) (cll(d$lower) - cll(d$upper)) / (2 * qnorm(0.975))

# Cohorts of one trial, such as two schedules, are one figure: their counts are added. Survival has no counts, and a
# published set has each cohort as a figure.
by_trial <- function(d)
  if (is_survival(d) || !adds_cohorts) d else aggregate(cbind(events, n) ~ trial, d, sum)

# Models but the default one: metafor (Viechtbauer 2010), for glmm with lme4 and 25 nodes, because its 7
# are too few for sparse counts. 1/2 is added only where there are no or only events (Woolf 1955).
by_metafor <- function(d, model, interval) {
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
# Roever et al. 2021). The posterior on a grid, whose likelihood is the product of those of the trials.
by_bayes <- function(d, scale) {
  taus <- scale * seq(0, 5, by = 0.03)
  prior <- outer(dnorm(theta, 0, 2.5, log = TRUE), dnorm(taus, 0, scale, log = TRUE) - log(1 + (taus == 0)), "+")
  logs <- Reduce("+", lapply(seq_len(nrow(d)), function(i) smoothed(d[i, ], scale, taus)), prior)
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

# The log likelihood of a trial at mu and tau is that of its own logit smoothed by N(0, tau^2), which is a product after
# a Fourier transform. The transform needs a wider grid, which repeats at its ends.
step <- 0.01
size <- 8192
wide <- step * (seq_len(size) - size / 2)
theta <- wide[abs(wide) <= 15]
frequency <- 2 * pi * c(0:(size / 2), (size / 2 - 1):1) / (size * step)
smoothed <- function(d, scale, taus) remember(paste(d$events, d$n, d$estimate, scale), {
  likelihood <- if (is_survival(d)) dnorm(cll(d$estimate), wide, se_of(d))
    else dbinom(d$events, d$n, plogis(wide))
  each <- Re(mvfft(fft(likelihood) * exp(-outer(frequency, taus)^2 / 2), inverse = TRUE)) / size
  log(pmax(each[abs(wide) <= 15, ], 1e-300))
})
# The analyses of an outcome share most of their trials, and many of their sides.
remembered <- new.env()
remember <- function(key, value) {
  if (is.null(remembered[[key]])) remembered[[key]] <- value
  remembered[[key]]
}

# One trial is its own count, of all its groups of patients, with exact limits (Clopper & Pearson 1934).
by_count <- function(d) {
  events <- sum(d$events)
  n <- sum(d$n)
  list(estimate = events / n, limits = binom.test(events, n)$conf.int, tau = NA)
}

# One side by a model. Where all or none have the event the other models have no answer, and the default one stands in.
fit_of <- function(d, model, interval) {
  d <- by_trial(d)
  figures <- sort(paste(d$events, d$n, d$estimate))
  remember(paste(c(model, interval, figures), collapse = ";"), {
    if (is_survival(d)) { if (model == "bayes") by_bayes(d, 0.5) else by_metafor(d, model, interval) }
    else if (model == "bayes" || all(d$events == 0) || all(d$events == d$n)) by_bayes(d, 1)
    else by_metafor(d, model, interval)
  })
}

# Difference of two rates per 100, and ratio of odds or of cumulative hazards, each with limits. Of two posteriors:
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
# difference are recovered from limits of the two rates by these (Newcombe 1998, method 10; with a correlation r of
# the two Zou 2008). Where the two disagree about "no difference" the difference has no limits.
of_limits <- function(a, b, d, interval) {
  se <- sqrt(a$se^2 + b$se^2)
  df <- if (interval == "wald") Inf else se^4 / (a$se^4 / a$df + b$se^4 / b$df)
  recovered(a, b, d, qt(0.975, df), r = 0)
}
recovered <- function(a, b, d, q, r) {
  se <- sqrt(a$se^2 + b$se^2 - 2 * r * a$se * b$se)
  limits_of <- function(x) sort(rate_of(x$theta + c(-1, 1) * q * x$se, d))
  below <- c(a$estimate - limits_of(a)[1], limits_of(b)[2] - b$estimate)
  above <- c(limits_of(a)[2] - a$estimate, b$estimate - limits_of(b)[1])
  distance <- function(x) sqrt(sum(x^2) - 2 * r * prod(x))
  ends <- a$estimate - b$estimate + c(-1, 1) * c(distance(below), distance(above))
  ratio <- exp(a$theta - b$theta + c(0, -1, 1) * q * se)
  agree <- (prod(ends) <= 0) == (prod(log(ratio[2:3])) <= 0)
  c(100 * c(a$estimate - b$estimate, if (agree) ends else c(NA, NA)), ratio)
}
# Two sides by different models have no difference.
difference_of <- function(d, by, model, interval) {
  a <- fit_of(d[d$class == by$class, ], model, interval)
  b <- fit_of(d[d$class == by$against, ], model, interval)
  if (is.null(a$mass) != is.null(b$mass)) rep(NA, 6)
  else if (is.null(a$mass)) of_limits(a, b, d, interval)
  else of_posteriors(a, b, d)
}

# An analysis changes a difference if its interval lies on another side of 0 (1 above, -1 below, 0 within). Of several
# runs that take a clear difference to 0 the one that leaves the smallest is shown, else the one nearest to 0; where 0
# lies within, the one nearest to leaving it. Each side of a run needs two trials.
side_of <- function(x) {
  limits <- if (anyNA(x[2:3])) log(x[5:6]) else x[2:3]
  (limits[1] > 0) - (limits[2] < 0)
}
has_trials <- function(d, by, least)
  all(sapply(c(by$class, by$against), function(class) length(unique(d$trial[d$class == class])) >= least))
judge <- function(x, side, variant) if (!is.na(x[1]))
  data.frame(variant = as.character(variant), status = "made", difference = x[1], lower = x[2], upper = x[3],
             changing = +(side_of(x) != side))
nearest <- function(runs, side) {
  made <- do.call(rbind, runs)
  if (is.null(made)) return(data.frame(
    variant = NA, status = "not-made", difference = NA, lower = NA, upper = NA, changing = NA))
  margin <- if (side == 0) pmin(made$upper, -made$lower) else pmin(side * made$lower, side * made$upper)
  margin[is.na(margin)] <- ifelse(made$changing == 1, 0, Inf)[is.na(margin)]
  changes <- side != 0 & made$changing == 1
  shown <- made[order(!changes, ifelse(changes, side * made$difference, margin))[1], ]
  shown$changing <- sum(made$changing)
  shown
}
by_counts <- function(analysis, d, by, side) {
  of_row <- changes[changes$outcome == by$outcome & changes$analysis == analysis, ]
  variants <- paste(of_row$variant)
  nearest(lapply(split(of_row, factor(variants, unique(variants))), function(run) {
    count <- c("class", "cohort", "trial", "events", "n")
    d <- rbind(d[!d$cohort %in% run$cohort, count], run[!is.na(run$events), count])
    if (has_trials(d, by, 2)) judge(difference_of(d, by, model, interval), side, run$variant[1])
  }), side)
}

# The same counts by the likelihood alone, or where that was asked for by the default model: with two trials on a side no
# other model can tell.
by_model <- function(d, by, side) {
  trials_of <- function(class) NROW(by_trial(d[d$class == class, ]))
  other <- if (model == "glmm") "bayes" else "glmm"
  if (min(trials_of(by$class), trials_of(by$against)) < 3) return(nearest(list(), side))
  nearest(list(judge(difference_of(d, by, other, "t"), side, other)), side)
}

# The difference in the middle of the median ages that both classes have, by glmm with class and age. Each class needs
# four trials with a median age, five events, three different ages and one of them between the ends of the ages that
# both have, and a range of ages of at least a quarter of the other.
at_equal_age <- function(d, by, side) {
  d <- d[!is.na(d$median_age), ]
  if (!has_trials(d, by, 4)) return(nearest(list(), side))
  d$years <- d$n * d$median_age
  d$figure <- if (adds_cohorts) d$trial else d$cohort
  d <- aggregate(cbind(events, n, years) ~ figure + class, d, sum)
  d$age <- d$years / d$n
  ages <- split(d$age, d$class)
  ends <- c(max(sapply(ages, min)), min(sapply(ages, max)))
  ranges <- sapply(ages, function(x) diff(range(x)))
  can <- all(tapply(d$events, d$class, sum) >= 5) && ends[1] <= ends[2] && min(ranges) >= max(ranges) / 4 &&
    all(sapply(ages, function(x) length(unique(x)) >= 3 && any(x >= ends[1] & x <= ends[2])))
  if (!can) return(nearest(list(), side))
  d$compared <- as.numeric(d$class == by$class)
  fit <- metafor::rma.glmm(measure = "PLO", xi = events, ni = n, mods = ~ compared + age, data = d, nAGQ = 25)
  at <- cbind(1, c(1, 0), mean(ends))
  theta <- drop(at %*% fit$beta)
  v <- at %*% fit$vb %*% t(at)
  of <- function(i) list(estimate = plogis(theta[i]), theta = theta[i], se = sqrt(v[i, i]))
  x <- recovered(of(1), of(2), d, qt(0.975, nrow(d) - 3), r = v[1, 2] / sqrt(v[1, 1] * v[2, 2]))
  nearest(list(judge(x, side, mean(ends))), side)
}

# All analyses of a difference. Survival has no counts, and none. Whether all apheresed are known for half of the
# patients, and are no scenario, is taken as served.
has_glmm <- requireNamespace("metafor", quietly = TRUE) && requireNamespace("lme4", quietly = TRUE)
analyse <- function(d, by, side, is_response) {
  names <- if (!is_survival(d)) c("trial", "product", "product-once", if (is_response) "apheresed", "place", "dose",
                                  "papers", if (has_glmm) c("model", "equal-age"))
  do.call(rbind, lapply(names, function(name) cbind(
    outcome = by$outcome, analysis = name,
    switch(name, model = by_model(d, by, side), "equal-age" = at_equal_age(d, by, side),
           by_counts(name, d, by, side)))))
}

# What would change a difference that is clear of 0: all apheresed if these take it to 0, else the analysis that leaves the
# smallest. Where 0 lies within: the trial without which it does not.
change_of <- function(side, found) {
  can <- found[found$status == "made" & found$changing > 0, ]
  can <- if (side == 0) can[can$analysis == "trial", ]
    else can[order(can$analysis != "apheresed", side * can$difference), ]
  can[1, c("analysis", "variant", "difference", "lower", "upper")]
}

# The numbers that were served: rates 0 to 1, differences per 100 patients. "same": an analysis changes no count.
# {served}

# All of them found again. They have six digits and rest on another grid.
found_pools <- found_differences <- list()
found_analyses <- found_changes <- NULL
for (outcome in unique(pools$outcome)) {
  rm(list = ls(remembered), envir = remembered)
  d <- trials[trials$outcome == outcome, ]
  for (i in which(pools$outcome == outcome)) {
    of_class <- d[d$class == pools$class[i], ]
    fit <- if (pools$by[i] == "count") by_count(of_class) else fit_of(of_class, model, interval)
    found_pools[[i]] <- c(fit$estimate, fit$limits, fit$tau)
  }
  for (i in which(differences$outcome == outcome))
    found_differences[[i]] <- difference_of(d, differences[i, ], model, interval)
  for (i in which(changed$outcome == outcome)) {
    at <- which(differences$outcome == outcome)
    side <- side_of(found_differences[[at]])
    found <- analyse(d, differences[at, ], side, changed$is_response[i])
    scenario <- analyses$analysis[analyses$outcome == outcome & analyses$status == "scenario"]
    found$status[found$status == "made" & found$analysis %in% scenario] <- "scenario"
    found_analyses <- rbind(found_analyses, found)
    found_changes <- rbind(found_changes, change_of(side, found))
  }
}

# Each beside what was served.
options(width = 240)
differs <- function(served, found, absolute, relative) {
  if (nrow(served) == 0) return(FALSE)
  expected <- as.matrix(served[-(1:3)])
  found <- matrix(unlist(found), nrow(served), byrow = TRUE, dimnames = dimnames(expected))
  tolerance <- t(t(abs(expected)) * relative + absolute)
  wrong <- !is.na(expected) & !(abs(found - expected) <= tolerance) %in% TRUE
  print(cbind(served, found = signif(found, 6), wrong = rowSums(wrong)), row.names = FALSE)
  any(wrong)
}
wrong <- c(differs(pools, found_pools, c(1e-4, 1e-4, 1e-4, 1e-3), 0),
           differs(differences, found_differences, rep(c(0.01, 0), each = 3),
                   rep(c(0, 1e-3), each = 3)))
numbers <- c("difference", "lower", "upper")
are_near <- function(served, found)
  rowSums(is.na(served) != is.na(found) | abs(served - found) > 0.01, na.rm = TRUE) == 0
if (NROW(found_analyses) > 0) {
  found <- found_analyses[c("variant", "status", numbers, "changing")]
  served <- if (nrow(analyses) == 0) found[rep(NA, nrow(found)), ] else analyses[match(
    paste(found_analyses$outcome, found_analyses$analysis), paste(analyses$outcome, analyses$analysis)), names(found)]
  served_as <- ifelse(served$status %in% c("made", "scenario"), served$status, "not-made")
  is_wrong <- served_as != found$status | !are_near(served[numbers], found[numbers]) |
    (served$changing != found$changing) %in% TRUE
  found[numbers] <- signif(found[numbers], 6)
  cat("\nAnalyses of each difference, as served and as found:\n")
  print(cbind(found_analyses[c("outcome", "analysis")], served, found = found, wrong = +is_wrong), row.names = FALSE)
  wrong <- c(wrong, is_wrong)
}
if (nrow(changed) > 0) {
  found <- found_changes
  served <- changed[names(found)]
  is_wrong <- paste(served$analysis) != paste(found$analysis) | !are_near(served[numbers], found[numbers])
  if (!has_glmm) is_wrong[changed$analysis %in% c("model", "equal-age")] <- NA
  found[numbers] <- signif(found[numbers], 6)
  cat("\nWhat would change each difference, as served and as found:\n")
  print(cbind(changed["outcome"], served, found = found, wrong = +is_wrong), row.names = FALSE)
  cat("R finds what would change the difference in", sum(!is_wrong, na.rm = TRUE), "of", nrow(found), "compared rows.\n")
  if (!has_glmm) cat("The analyses by another model and at equal age need metafor and lme4: these two are not compared.\n")
  wrong <- c(wrong, is_wrong %in% TRUE)
}
if (any(wrong)) quit(status = 1)
if (nrow(differences) == 0) cat("No difference between the classes was served.\n")
cat("All served numbers found again, within 0.0001 (rates) and 0.01 per 100 (differences).\n")
