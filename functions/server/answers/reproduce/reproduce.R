# A rate on the scale of the model and back: logits of counts, log cumulative hazards of survival.
rate_of <- function(theta, survival) if (survival) exp(-exp(theta)) else plogis(theta)
limits_of <- function(theta, survival) sort(rate_of(theta, survival))
numbers <- function(name, limits)
  if (length(limits) == 2) setNames(limits, paste(name, c("lower", "upper")))
z <- qnorm(0.975)

# Exact limits of one count (Clopper & Pearson 1934), score limits (Wilson 1927).
exact <- function(x, n) c(if (x == 0) 0 else qbeta(0.025, x, n - x + 1),
                          if (x == n) 1 else qbeta(0.975, x + 1, n - x))
wilson <- function(x, n) (x + z^2 / 2 + c(-1, 1) * z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2)

# Logits with 1/2 added only where there are no or only events (Woolf 1955). Survival at a month:
# log(-log S), its standard error from the limits.
effects <- function(d, survival) {
  if (survival) {
    cll <- function(s) log(-log(s))
    return(data.frame(y = cll(d$estimate), v = ((cll(d$lower) - cll(d$upper)) / (2 * z))^2))
  }
  add <- ifelse(d$events == 0 | d$events == d$n, 0.5, 0)
  x <- d$events + add
  m <- d$n - d$events + add
  data.frame(y = log(x / m), v = 1 / x + 1 / m)
}
cochran <- function(e) {
  w <- 1 / e$v
  q <- sum(w * (e$y - sum(w * e$y) / sum(w))^2)
  c(q = q, p = pchisq(q, nrow(e) - 1, lower.tail = FALSE))
}
typical_variance <- function(v) (length(v) - 1) * sum(1 / v) / (sum(1 / v)^2 - sum(1 / v^2))

# Likelihood of each trial at every mu for one tau: the integral over the trial's own logit, by the
# trapezoidal rule, over multiples of tau where tau is small, else over one lattice.
likelihoods <- function(d, reach = 30) {
  y <- log((d$events + 0.5) / (d$n - d$events + 0.5))
  s <- sqrt(1 / (d$events + 0.5) + 1 / (d$n - d$events + 0.5))
  at <- function(theta, i) exp(dbinom(d$events[i], d$n[i], plogis(theta), log = TRUE))
  lattice <- seq(-reach, reach, by = min(s) / 1.5)
  on_lattice <- sapply(seq_along(y), function(i) at(lattice, i))
  unit <- seq(-8, 8, by = 0.5)
  log_sum <- function(mu, tau) {
    if (tau <= min(s)) {
      theta <- outer(mu, tau * unit, "+")
      each <- sapply(seq_along(y), function(i)
        matrix(at(theta, i), length(mu)) %*% dnorm(unit) * 0.5)
    } else {
      kernel <- exp(-0.5 * (outer(mu, lattice, "-") / tau)^2) / (tau * sqrt(2 * pi))
      each <- kernel %*% on_lattice * (lattice[2] - lattice[1])
    }
    rowSums(matrix(log(each), length(mu)))
  }
  list(y = y, s = s, log_sum = log_sum)
}
normal_likelihoods <- function(e) list(
  y = e$y, s = sqrt(e$v),
  log_sum = function(mu, tau) rowSums(sapply(seq_along(e$y), function(i)
    dnorm(e$y[i], mu, sqrt(e$v[i] + tau^2), log = TRUE)) |> matrix(length(mu)))
)

# The default model: y ~ Bin(n, p), logit p ~ N(mu, tau^2), mu ~ N(0, 2.5^2), tau ~ half-normal(1);
# survival: normal likelihood, half-normal(0.5) (Smith, Spiegelhalter & Thomas 1995; Roever et al.
# 2021). The posterior on a grid of mu and tau; of tau it is even, so sums over tau converge fast.
bayes <- function(d, survival) {
  l <- if (survival) normal_likelihoods(effects(d, TRUE)) else likelihoods(d)
  scale <- if (survival) 0.5 else 1
  w <- 1 / l$s^2
  width <- 3 / sqrt(sum(w))
  centre <- sum(w * l$y) / sum(w)
  end <- asinh((16 + abs(centre)) / width)
  u <- seq(-end, end, length.out = 2 * ceiling(end / 0.06) + 1)
  mu <- centre + width * sinh(u)
  prior <- dnorm(mu, 0, 2.5, log = TRUE) + log(width * cosh(u))
  taus <- seq(0, 6, by = 0.1 / sqrt(nrow(d))) * scale
  logs <- NULL
  for (tau in taus) {
    row <- l$log_sum(mu, tau) + prior + dnorm(tau, 0, scale, log = TRUE) - log(1 + (tau == 0))
    logs <- cbind(logs, row)
    if (max(row) < max(logs) - 25) break
  }
  taus <- taus[seq_len(ncol(logs))]
  mass <- exp(logs - max(logs))
  mass <- mass / sum(mass)
  fine <- function(x, values, n) spline(x, pmax(log(values), -700), n = n)
  dense <- fine(u, rowSums(mass), 40 * length(u))
  posterior <- data.frame(theta = centre + width * sinh(dense$x), mass = exp(dense$y))
  posterior <- posterior[posterior$mass > 1e-13 * max(posterior$mass), ]
  posterior$mass <- posterior$mass / sum(posterior$mass)
  of_tau <- colSums(mass) * (1 + (taus == 0))
  tau_dense <- fine(c(-rev(taus[-1]), taus), c(rev(of_tau[-1]), of_tau), 20001)
  tau <- quantile_of(tau_dense$x, exp(tau_dense$y), 0.75)
  # A new trial: mu + N(0, tau^2), each row of the grid refined so that small tau leave no steps.
  predicted <- function() {
    parts <- sapply(seq_along(taus), function(t) {
      part <- fine(u, mass[, t], 8 * length(u))
      part <- exp(part$y)
      part / sum(part) * sum(mass[, t])
    })
    more <- centre + width * sinh(seq(-end, end, length.out = 8 * length(u)))
    sds <- rep(pmax(taus, 1e-9), each = length(more))
    kept <- which(parts > 1e-10)
    below <- function(x) sum(parts[kept] * pnorm((x - rep(more, length(taus))[kept]) / sds[kept]))
    at <- function(p) uniroot(function(x) below(x) - p, c(-40, 40), tol = 1e-9)$root
    limits_of(c(at(0.025), at(0.975)), survival)
  }
  average <- function() {
    unit <- seq(-8, 8, by = 0.25)
    sum(sapply(seq_along(taus), function(t)
      sum(mass[, t] * (rate_of(outer(mu, taus[t] * unit, "+"), survival) %*% dnorm(unit) * 0.25))))
  }
  at <- quantile_of(posterior$theta, posterior$mass, c(0.025, 0.5, 0.975))
  list(model = "bayes", k = nrow(d), survival = survival, posterior = posterior, tau = tau,
       estimate = rate_of(at[2], survival), limits = limits_of(at[c(1, 3)], survival),
       prediction = predicted, average = average)
}
quantile_of <- function(x, mass, p) {
  below <- (cumsum(mass) - mass / 2) / sum(mass)
  approx(below, x, p, ties = "ordered")$y
}

# Difference and ratio of two independent posteriors.
between_posteriors <- function(a, b) {
  of_difference <- function(x, y, p) {
    order_y <- order(y)
    mass <- b$posterior$mass[order_y]
    cdf <- approxfun(y[order_y], cumsum(mass) - mass / 2, yleft = 0, yright = 1, ties = "ordered")
    below <- function(d) sum(a$posterior$mass * (1 - cdf(x - d)))
    if (is.null(p)) return(below(0))
    range <- c(min(x) - max(y), max(x) - min(y))
    sapply(p, function(one) uniroot(function(d) below(d) - one, range, tol = 1e-10)$root)
  }
  p <- c(0.025, 0.5, 0.975)
  rates <- function(fit) rate_of(fit$posterior$theta, fit$survival)
  differences <- 100 * of_difference(rates(a), rates(b), p)
  ratios <- exp(of_difference(a$posterior$theta, b$posterior$theta, p))
  c("difference median" = differences[2], numbers("difference", differences[c(1, 3)]),
    ratio = ratios[2], numbers("ratio", ratios[c(1, 3)]),
    "probability higher" = 1 - of_difference(rates(a), rates(b), NULL))
}

# Limits of a mean on the scale of the model, by the question's interval=: t(k - 1), normal ones (wald), or
# those of Hartung & Knapp 2001, whose standard error is scaled, never down (Knapp & Hartung 2003).
frequentist <- function(model, k, mu, se, tau2, survival, limits = NULL, ...) {
  quantile <- if (k > 1 && interval %in% c("t", "hartung-knapp")) qt(0.975, k - 1) else z
  if (is.null(limits)) limits <- mu + c(-1, 1) * quantile * se
  # Higgins, Thompson & Spiegelhalter 2009, t(k - 2); around profile limits from each of them.
  reach <- if (k < 3) NULL else qt(0.975, k - 2) *
    sqrt((if (interval == "profile" && model == "glmm") (limits - mu) / z else c(se, se))^2 + tau2)
  list(model = model, k = k, survival = survival, mu = mu, se = se, tau = sqrt(tau2), df = k - 1,
       estimate = rate_of(mu, survival), limits = limits_of(limits, survival), ...,
       prediction = function()
         if (is.null(reach)) NULL else limits_of(mu + c(-1, 1) * reach, survival))
}
exactly <- list(threshold = 1e-12, tol = 1e-12, maxiter = 10000, tau2.max = 1e5)
test_of <- function() if (interval == "hartung-knapp") "adhoc" else "z"

# Two steps: metafor's rma (Viechtbauer 2010), of glmm for survival only. One trial has no spread.
methods <- c(reml = "REML", pm = "PM", dl = "DL", fixed = "FE", glmm = "ML")
two_step <- function(d, survival, model) {
  e <- effects(d, survival)
  method <- methods[[model]]
  if (nrow(d) == 1) return(frequentist(method, 1, e$y, sqrt(e$v), 0, survival))
  fit <- metafor::rma(e$y, e$v, method = method, test = test_of(), control = exactly)
  frequentist(method, nrow(d), fit$beta[[1]], fit$se, fit$tau2, survival, heterogeneity = function() {
    of_tau2 <- if (method == "FE") NULL else metafor::confint.rma.uni(fit, control = exactly)$random
    c("Q cochran" = fit$QE, "p cochran" = fit$QEp, if (method != "FE") c(tau2 = fit$tau2),
      if (method != "FE") with(list(t = of_tau2["tau^2", 2:3], v = typical_variance(e$v)),
        c(numbers("tau2", t), numbers("I2 by tau2", 100 * t / (t + v)))),
      "I2 by tau2" = fit$I2, H2 = fit$H2)
  })
}

# One step: binomial-normal likelihood, metafor's rma.glmm (Stijnen, Hamza & Oezdemir 2010), which needs
# lme4; with 25 nodes, because its 7 are too few for sparse counts. Profile limits by base R.
by_glmer <- function(d, ...) suppressWarnings(
  metafor::rma.glmm(measure = "PLO", xi = d$events, ni = d$n, nAGQ = 25, ...))
one_step <- function(d) {
  fit <- by_glmer(d)
  v <- typical_variance(effects(d, FALSE)$v)
  counted <- effects(d[d$events > 0 & d$events < d$n, ], FALSE)
  wald <- cochran(counted)[["q"]]
  profile <- if (interval == "profile") profiles(d)$mu
  frequentist("glmm", nrow(d), fit$beta[[1]], fit$se, fit$tau2, FALSE, profile,
    heterogeneity = function() {
      tau2 <- profiles(d)$tau^2
      c("Q likelihood-ratio" = fit$QE.LRT, "p likelihood-ratio" = fit$QEp.LRT, "Q wald" = wald,
        "p wald" = pchisq(wald, nrow(d) - 1, lower.tail = FALSE), tau2 = fit$tau2,
        numbers("tau2", tau2), "I2 by tau2" = 100 * fit$tau2 / (fit$tau2 + v),
        numbers("I2 by tau2", 100 * tau2 / (tau2 + v)), H2 = fit$tau2 / v + 1)
    })
}
# Where twice the log-likelihood has dropped by the 95 % quantile of chi-squared(1).
profiles <- function(d) {
  l <- likelihoods(d, reach = 200)
  given_mu <- function(mu) max(
    optimize(function(tau) l$log_sum(mu, tau), c(0, 8), maximum = TRUE, tol = 1e-7)$objective,
    l$log_sum(mu, 0))
  given_tau <- function(tau)
    optimize(function(mu) l$log_sum(mu, tau), c(-20, 20), maximum = TRUE, tol = 1e-7)$objective
  best <- optimize(given_mu, range(l$y) + c(-1, 1), maximum = TRUE, tol = 1e-7)
  tau <- optimize(function(tau) l$log_sum(best$maximum, tau), c(0, 8), maximum = TRUE)$maximum
  level <- best$objective - qchisq(0.95, 1) / 2
  root <- function(f, from, to) uniroot(function(x) f(x) - level, c(from, to), tol = 1e-8)$root
  list(mu = c(root(given_mu, -20, best$maximum), root(given_mu, best$maximum, 20)),
       tau = c(if (given_tau(0) >= level) 0 else root(given_tau, 0, tau), root(given_tau, tau, 30)))
}

# tau=common: the groups of a row in one regression with one tau.
common <- function(groups, reference, model) {
  d <- do.call(rbind, groups)
  group <- relevel(factor(rep(names(groups), sapply(groups, nrow))), reference)
  e <- effects(d, FALSE)
  indicators <- model.matrix(~group)[, -1, drop = FALSE]
  fit <- if (model == "glmm") by_glmer(d, mods = indicators)
         else metafor::rma(e$y, e$v, mods = indicators, method = methods[[model]], test = test_of(),
                           control = exactly)
  df <- nrow(d) - nlevels(group)
  is_t <- if (model == "glmm") interval != "wald" else interval == "hartung-knapp"
  quantile <- if (is_t) qt(0.975, df) else z
  lapply(setNames(names(groups), names(groups)), function(name) {
    x <- c(1, as.numeric(levels(group)[-1] == name))
    mu <- sum(x * fit$beta)
    se <- sqrt(drop(x %*% fit$vb %*% x))
    one <- frequentist("common", nrow(groups[[name]]), mu, se, fit$tau2, FALSE,
                       mu + c(-1, 1) * quantile * se)
    i <- match(name, levels(group))
    one$coefficient <- c(fit$beta[i], sqrt(fit$vb[i, i]), quantile, if (is_t) df else Inf)
    one
  })
}

# A model without an answer (one trial, no or only events) leaves it to the default one.
has_maximum <- function(d) nrow(d) > 1 && any(d$n > 1) && any(d$events > 0 & d$events < d$n)
fit_of <- function(d, survival, model) {
  if (model == "bayes") return(bayes(d, survival))
  if (model != "glmm" || survival) return(two_step(d, survival, model))
  if (has_maximum(d)) one_step(d) else bayes(d, survival)
}

# By the method of variance estimates recovery, method 10 of Newcombe 1998.
mover <- function(a, al, b, bl) a - b + c(-1, 1) *
  sqrt(c((a - al[1])^2 + (bl[2] - b)^2, (al[2] - a)^2 + (b - bl[1])^2))
ratio_limits <- function(difference, se, quantile)
  c(ratio = exp(difference), numbers("ratio", exp(difference + c(-1, 1) * quantile * se)))

between_fits <- function(a, b) {
  given <- c("difference median" = 100 * (a$estimate - b$estimate),
             numbers("difference", 100 * mover(a$estimate, a$limits, b$estimate, b$limits)))
  if (!is.null(a$coefficient)) {
    by <- a$coefficient
    return(c(given, ratio_limits(by[1], by[2], by[3]), p = 2 * pt(-abs(by[1] / by[2]), by[4])))
  }
  df <- if (interval == "wald" || a$k < 2 || b$k < 2) Inf
        else (a$se^2 + b$se^2)^2 / (a$se^4 / (a$k - 1) + b$se^4 / (b$k - 1))
  se <- sqrt(a$se^2 + b$se^2)
  c(given, ratio_limits(a$mu - b$mu, se, qt(0.975, df)), p = 2 * pt(-abs((a$mu - b$mu) / se), df))
}

# What was counted, with exact limits and those that a difference uses: one trial, or the trials of one product added up.
count_of <- function(d, survival) {
  if (survival) return(list(rate = d$estimate, limits = c(d$lower, d$upper),
                            own = c(d$lower, d$upper), e = effects(d, TRUE)))
  sum <- data.frame(events = sum(d$events), n = sum(d$n))
  list(rate = sum$events / sum$n, limits = exact(sum$events, sum$n),
       own = wilson(sum$events, sum$n),
       e = if (sum$events %in% c(0, sum$n)) NULL else effects(sum, FALSE))
}
# With counts TRUE a pool of one product is its count, unless its trials differ (Cochran's Q, p < 0.1).
# Trials of products that were not told apart ("-or-") are no product; survival is not added up.
is_apart <- function(d, survival) nrow(d) > 1 && cochran(effects(d, survival))[["p"]] < 0.1
is_count <- function(d, survival) counts && length(unique(d$product)) == 1 && (nrow(d) == 1 ||
  !survival && !grepl("-or-", d$product[1]) && !is_apart(d, survival))
between_counts <- function(a, b) {
  numbers("difference", 100 * mover(a$rate, a$own, b$rate, b$own)) |>
    c(difference = 100 * (a$rate - b$rate))
}

# Every number of one pool of trials, by name.
found_of_pool <- function(d, survival, fit, part) {
  k <- nrow(d)
  counted <- is_count(d, survival)
  e <- effects(d, survival)
  own <- if (k == 1 || counted) count_of(d, survival)
  shown <- if (counted) list(estimate = own$rate, limits = own$limits) else fit
  # In a sum of counts every patient has the same weight.
  weights <- if (counted && part != "beside") d$n else if (!is.null(fit)) 1 / (e$v + fit$tau^2)
  weights <- if (k == 1) 100 else 100 * weights / sum(weights)
  is_modelled <- !counted && !is.null(fit)
  tau <- if (k > 1 && is_modelled) fit$tau
  q <- cochran(e)[["q"]]
  c(if (!survival) c(events = sum(d$events), crude = sum(d$events) / sum(d$n)),
    n = sum(d$n), estimate = shown$estimate, numbers("estimate", shown$limits),
    if (!is.null(own)) c(observed = own$rate, numbers("observed", own$limits)),
    if (is_modelled && part == "pool") numbers("prediction", fit$prediction()),
    if (is_modelled && part == "pool" && fit$model == "bayes") c(average = fit$average()),
    if (!is.null(tau)) c(tau = tau, I2 = if (fit$model == "bayes")
      100 * tau^2 / (tau^2 + typical_variance(e$v)) else 100 * max(0, 1 - (k - 1) / q)),
    if (k > 1 && !is.null(fit$heterogeneity)) fit$heterogeneity(),
    if (length(weights) == k) setNames(weights, paste("weight of", d$cohort)),
    if (!survival) unlist(lapply(seq_len(k), function(i) {
      name <- paste("rate of", d$cohort[i])
      c(setNames(d$events[i] / d$n[i], name), numbers(name, exact(d$events[i], d$n[i])))
    })))
}

# One product of a pool: the model's rate of its trials alone, and its count, with limits unless they differ.
found_of_product <- function(d, survival, fit) {
  k <- nrow(d)
  own <- if (k == 1 || !survival) count_of(d, survival)
  c(n = sum(d$n), if (!survival) c(events = sum(d$events)),
    if (!is.null(fit)) c(estimate = fit$estimate, numbers("estimate", fit$limits)),
    if (!is.null(own)) c(counted = own$rate, if (!is_apart(d, survival)) numbers("counted", own$limits)),
    if (k == 1) c(observed = own$rate, numbers("observed", own$limits)))
}
found_between <- function(a, b, survival) {
  a_counted <- is_count(a$d, survival)
  b_counted <- is_count(b$d, survival)
  shown <- function(d, fit, counted) if (counted) count_of(d, survival) else
    list(rate = fit$estimate, limits = fit$limits)
  one <- shown(a$d, a$fit, a_counted)
  other <- shown(b$d, b$fit, b_counted)
  both <- (nrow(a$d) == 1 || a_counted) && (nrow(b$d) == 1 || b_counted)
  of_counts <- if (both) between_counts(count_of(a$d, survival), count_of(b$d, survival))
  values <- c(difference = 100 * (one$rate - other$rate), if (both)
    setNames(of_counts, paste("observed", names(of_counts))))
  if (a_counted && b_counted) {
    e <- rbind(one$e, other$e)
    return(c(values, of_counts[1:2], if (!is.null(one$e) && !is.null(other$e))
      ratio_limits(e$y[1] - e$y[2], sqrt(sum(e$v)), z)))
  }
  if (a_counted || b_counted)
    return(c(values, numbers("difference", 100 * mover(one$rate, one$limits, other$rate, other$limits))))
  c(values, if (a$fit$model == "bayes") between_posteriors(a$fit, b$fit) else between_fits(a$fit, b$fit))
}

# Everything by outcome. Without metafor only what needs none: counts, and pools of one trial.
needs_metafor <- model != "bayes"
has_metafor <- requireNamespace("metafor", quietly = TRUE) &&
  (model != "glmm" || requireNamespace("lme4", quietly = TRUE))
fitted <- function(d, survival) {
  by_hand <- nrow(d) == 1 || model == "glmm" && !survival && !has_maximum(d)
  if (needs_metafor && !has_metafor && !by_hand) NULL else fit_of(d, survival, model)
}
found <- data.frame(outcome = character(), class = character(), part = character(),
                    what = character(), found = numeric())
keep <- function(outcome, class, part, values) if (length(values) > 0)
  found <<- rbind(found, data.frame(outcome, class, part, what = names(values), found = unname(values)))
for (o in unique(pools$outcome)) {
  rows <- pools[pools$outcome == o, ]
  survival <- all(is.na(trials$events[trials$outcome == o]))
  of_part <- function(class, part)
    trials[trials$outcome == o & trials$class == class & trials$part == part, ]
  classes <- rows$class[rows$part == "pool"]
  groups <- sapply(classes, of_part, "pool", simplify = FALSE)
  with_trials <- Filter(nrow, groups)
  shared <- if (tau == "common" && needs_metafor && has_metafor && !survival &&
                length(with_trials) > 1 && reference %in% names(with_trials))
    common(with_trials, reference, model)
  fits <- list()
  for (i in which(rows$n_trials > 0)) {
    part <- rows$part[i]
    class <- rows$class[i]
    d <- of_part(class, part)
    own <- fitted(d, survival)
    fit <- if (part == "pool" && !is.null(shared)) replace(shared[[class]], "heterogeneity",
      list(own$heterogeneity)) else own
    keep(o, class, part, found_of_pool(d, survival, fit, part))
    if (part != "pool") next
    fits[[class]] <- list(d = d, fit = fit)
    for (product in unique(d$product)) {
      of_product <- d[d$product == product, ]
      alone <- nrow(of_product) == nrow(d)
      keep(o, class, product,
           found_of_product(of_product, survival, if (alone) fit else fitted(of_product, survival)))
    }
  }
  for (i in which(contrasts$outcome == o)) {
    a <- contrasts$class[i]
    b <- sub("^against ", "", contrasts$part[i])
    if (a %in% names(fits)) {
      if (is.null(fits[[a]]$fit) || is.null(fits[[b]]$fit)) next
      values <- found_between(fits[[a]], fits[[b]], survival)
    } else {
      own <- lapply(c(a, b), function(product)
        count_of(trials[trials$outcome == o & trials$part == "pool" & trials$product == product, ], FALSE))
      values <- between_counts(own[[1]], own[[2]])
    }
    keep(o, a, contrasts$part[i], values)
  }
}

# Compared. Served numbers have six digits and rest on a coarser grid than the sums here: rates may
# differ by 0.0001, numbers per 100 by 0.01, others by a part of themselves.
key <- function(table) do.call(paste, c(table[c("outcome", "class", "part", "what")], sep = "|"))
served$found <- found$found[match(key(served), key(found))]
served$difference <- abs(served$value - served$found)
tolerance <- ifelse(grepl("difference|weight|I2", served$what), 0.01,
  ifelse(grepl("ratio|^Q|H2|tau", served$what), pmax(1e-4, 1e-4 * abs(served$value)),
    ifelse(grepl("^p($| )", served$what), pmax(1e-8, 1e-3 * served$value), 1e-4)))
short <- function(values, digits) vapply(as.numeric(values), format, "", digits = digits)
lines <- with(served, data.frame(outcome, class, part, what, served = short(value, 6),
  found = short(found, 6), difference = short(difference, 2)))
options(width = 200, max.print = 1e6)
cat(R.version.string, if (needs_metafor && has_metafor) paste("metafor", packageVersion("metafor")), "\n\n")
print(lines, row.names = FALSE)
skipped <- needs_metafor & !has_metafor & is.na(served$found)
if (any(skipped)) {
  cat("\n", if (model == "glmm") "metafor or lme4" else "metafor", " is not installed: skipped:\n", sep = "")
  cat(key(served[skipped, ]), sep = "\n")
}
wrong <- !skipped & !(served$difference <= tolerance) %in% TRUE
if (any(wrong)) {
  cat("\nNot within tolerance:\n")
  print(lines[wrong, ], row.names = FALSE)
  quit(status = 1)
}
cat("\n", sum(!skipped), " numbers: all within tolerance\n", sep = "")
