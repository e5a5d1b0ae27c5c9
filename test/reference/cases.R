# The cases of estimates.R: one statistic of one design, in a domain or in all of the data.
cases <- list()
samples <- list()

# `spec`: columns of `ids`, `strata` and `fpc`, one for each stage, of `weight`, and the policy for `lone` units.
plain <- function(name, data, spec, of) {
  formula_of <- function(columns) if (length(columns)) as.formula(paste("~", paste(columns, collapse = "+"))) else NULL
  ids <- if (length(spec$ids)) formula_of(spec$ids) else ~1
  design <- svydesign(ids, strata = formula_of(spec$strata), fpc = formula_of(spec$fpc), weights = formula_of(spec$weight), data = data)
  told <- list(data = name, ids = array_of(stages(data, spec$ids)), strata = array_of(as.character(spec$strata)), fpc = array_of(as.character(spec$fpc)), weight = spec$weight)
  if (!is.null(spec$lone)) told$lonePsu <- spec$lone
  write_data(name, data)
  all_cases(add_sample(told), design, of, FALSE)
}

# The last stage is told as the respondents themselves where each has a unit of their own.
stages <- function(data, ids) {
  if (length(ids) == 0) return("*")
  if (!anyDuplicated(data[, ids])) ids[length(ids)] <- "*"
  ids
}

# Replicate weights: what the weight of each `unit` is multiplied by.
repeated <- function(name, data, unit, label, design, of) {
  factors <- as.matrix(weights(design, "replication"))
  first <- !duplicated(data[[unit]])
  rows <- lapply(which(first), function(row) array_of(factors[row, ]))
  names(rows) <- as.character(data[[unit]][first])
  replicates <- list(unit = unit, factors = rows, scale = design$scale, rscales = array_of(rep(design$rscales, length.out = ncol(factors))), mse = design$mse, df = degf(design))
  column <- "own_weight"
  data[[column]] <- weights(design, "sampling")
  weight <- names(Filter(function(one) is.numeric(one) && isTRUE(all.equal(as.numeric(one), data[[column]], tolerance = 1e-14)), data))[1]
  write_data(name, data[, setdiff(names(data), column)])
  told <- list(data = name, label = label, ids = array_of("*"), strata = array_of(character()), fpc = array_of(character()))
  if (weight != column) told$weight <- weight
  all_cases(add_sample(c(told, list(replicates = replicates))), design, of, TRUE)
}

add_sample <- function(told) {
  samples[[length(samples) + 1]] <<- told
  length(samples) - 1
}

write_data <- function(name, data) {
  file <- paste0(name, ".csv")
  for (column in names(data)) if (is.double(data[[column]])) data[[column]] <- trimws(sprintf("%.17g", data[[column]]))
  write.table(data, file, sep = ",", row.names = FALSE, quote = FALSE)
}

all_cases <- function(sample, design, of, repeats) {
  within <- if (is.null(of$within)) list() else list(of$within)
  for (domain in c(list(NULL), of$domains)) {
    where <- c(within, if (is.null(domain)) NULL else list(domain))
    part <- design
    for (one in where) part <- part[as.character(part$variables[[one[1]]]) == one[2], ]
    df <- if (repeats) degf(design) else degf(part)
    say <- function(kind, what, expect) add_case(sample, kind, what, where, expect)
    numbers_of(part, of, say, df)
    if (df > 0) for (x in of$shares) share_of(part, x, say, df, degf(design), repeats)
    if (df > 0) for (x in of$shares) if (!is_lone(or_lone(svymean(on(x), part)))) share_at_end_of(part, x, say, df)
    if (df > 0) for (x in of$quantiles) for (level in c(0.95, if (is.null(domain)) 0.8)) for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) quantile_of(part, x, p, level, say, df)
    for (group in of$groups) differences_of(part, of, group, say, repeats)
    for (table in of$tables) table_of(part, table, say, repeats, df)
    for (items in of$scales) alpha_of(part, items, say, repeats)
  }
}

add_case <- function(sample, kind, what, where, expect) {
  named <- list()
  for (one in where) named[[one[1]]] <- one[2]
  cases[[length(cases) + 1]] <<- c(list(sample = sample, kind = kind), what, if (length(named)) list(where = named), list(expect = expect))
}

on <- function(...) as.formula(paste("~", paste(c(...), collapse = "+")))

# What R says, or the stratum it stops at.
or_lone <- function(expression) {
  tryCatch(expression, error = function(problem) {
    stratum <- regmatches(conditionMessage(problem), regexec("Stratum \\((.*)\\) has only one PSU", conditionMessage(problem)))[[1]][2]
    # Without strata at the second stage R names the constant and the unit of the first.
    if (is.na(stratum)) stop(problem) else list(lone = sub("^1[.]", "", stratum))
  })
}

is_lone <- function(found) is.list(found) && !is.null(found[["lone"]])

numbers_of <- function(design, of, say, df) {
  estimate <- function(stat) {
    if (is.na(SE(stat))) return(list(value = as.numeric(coef(stat)), se = NA_real_))
    list(value = as.numeric(coef(stat)), se = as.numeric(SE(stat)), deff = as.numeric(deff(stat)), df = df)
  }
  for (x in c(of$shares, of$numbers)) say("mean", list(of = x), or_lone(estimate(svymean(on(x), design, deff = "replace"))))
  for (x in of$totals) say("total", list(of = x), or_lone(estimate(svytotal(on(x), design, deff = "replace"))))
  for (two in of$ratios) {
    found <- svyratio(on(two[1]), on(two[2]), design)
    say("ratio", list(of = two[1], over = two[2]), list(value = as.numeric(coef(found)), se = as.numeric(SE(found)), df = df))
  }
  for (x in of$numbers) if (df > 0) {
    ends <- or_lone(as.numeric(confint(svymean(on(x), design), level = 0.9, df = df)))
    if (!is_lone(ends) && !anyNA(ends)) {
      if (diff(ends) < 1e-12) ends <- c(NA_real_, NA_real_)
      say("wald", list(of = x, level = 0.9), list(low = ends[1], high = ends[2]))
    }
  }
}

# R's `logit` with replicate weights is the interval of a regression's coefficient, so `xlogit` stands for it there. `wilson`
# (survey 4.5) and `likelihood` are from their definitions: R interpolates the latter from a profile of about ten points, over
# a dispersion of n / (n - 1); `likelihood_in_r` is what it says of a hundred respondents or more and shares from a
# tenth to nine.
share_of <- function(design, x, say, df, df_design, repeats) {
  mean <- or_lone(svymean(on(x), design))
  if (!is_lone(mean) && isTRUE(coef(mean) > 0 && coef(mean) < 1 && SE(mean) > 1e-12)) {
    p <- as.numeric(coef(mean)); v <- as.numeric(vcov(mean))
    for (level in c(0.95, 0.9)) for (use in unique(c(df, if (!repeats) df_design))) {
      t <- qt((1 + level) / 2, use)
      ends <- list()
      for (method in c(if (!repeats) "logit", "xlogit", if (use == df && degf(design) == df) "beta", "mean", if (bounded(p, v, t)) "asin")) {
        ends[[method]] <- array_of(as.numeric(attr(svyciprop(on(x), design, method = method, level = level, df = use), "ci")))
      }
      ne <- p * (1 - p) / v
      ends$wilson <- array_of((p + t^2 / (2 * ne) + c(-1, 1) * t / (2 * ne) * sqrt(4 * ne * p * (1 - p) + t^2)) / (1 + t^2 / ne))
      ends$likelihood <- array_of(likelihood_ends(p, ne, t))
      if (!repeats && nrow(design) >= 100 && min(p, 1 - p) >= 0.1) ends$likelihood_in_r <- array_of(as.numeric(attr(svyciprop(on(x), design, method = "likelihood", level = level, df = use), "ci")))
      capped <- min(nrow(design), ne * (qt((1 - level) / 2, nrow(design) - 1) / qt((1 - level) / 2, use))^2)
      ends$beta_capped <- array_of(c(qbeta((1 - level) / 2, capped * p, capped * (1 - p) + 1), qbeta((1 + level) / 2, capped * p + 1, capped * (1 - p))))
      say("share", list(of = x, level = level, df = if (use == df) "domain" else "design"), ends)
    }
  }
}

# At 0 and 1 the design tells no effective number of respondents, so it is that of the base, less for the degrees of freedom.
share_at_end_of <- function(design, x, say, df) {
  p <- as.numeric(coef(svymean(on(x), design)))
  if (p != 0 && p != 1) return()
  for (level in c(0.95, 0.9)) {
    tail <- (1 - level) / 2
    n <- min(nrow(design), nrow(design) * (qt(tail, nrow(design) - 1) / qt(tail, df))^2)
    ends <- if (p == 0) c(0, qbeta(1 - tail, 1, n)) else c(qbeta(tail, n, 1), 1)
    say("share_at_end", list(of = x, level = level), list(one_sided = array_of(ends)))
  }
}

# R's `asin` turns back where the scale ends.
bounded <- function(p, v, t) {
  half <- t * sqrt(v) / (2 * sqrt(p * (1 - p)))
  asin(sqrt(p)) - half >= 0 && asin(sqrt(p)) + half <= pi / 2
}

likelihood_ends <- function(p, ne, t) {
  loss <- function(logit) 2 * ne * (p * (log(p) - plogis(logit, log.p = TRUE)) + (1 - p) * (log1p(-p) - plogis(-logit, log.p = TRUE))) - t^2
  c(plogis(uniroot(loss, c(qlogis(p) - 60, qlogis(p)), tol = 1e-14)$root), plogis(uniroot(loss, c(qlogis(p), qlogis(p) + 60), tol = 1e-14)$root))
}

# Left out: where the first respondent in order alone has more than the share of the weight (survey 4.1 then gives the second
# value, against its rule), and where a share is reached but for binary noise.
quantile_of <- function(design, x, p, level, say, df) {
  values <- design$variables[[x]]
  w <- weights(design, "sampling")[order(values)]
  reached <- cumsum(w) / sum(w)
  found <- or_lone(as.numeric(suppressWarnings(svyquantile(on(x), design, p, qrule = "math", alpha = 1 - level, df = df))[[1]]))
  if (is_lone(found) || w[1] / sum(w) > p || any(reached != p & abs(reached - p) < 1e-12)) return()
  below <- svymean(as.formula(paste0("~I(", x, "<=", format(found[1], digits = 17), ")")), design)
  share <- as.numeric(coef(below))[2]; error <- as.numeric(SE(below))[2]
  if (is.na(share) || w[1] / sum(w) > share - qt((1 + level) / 2, df) * error) return(say("quantile", list(of = x, at = p, level = level), list(value = found[1])))
  if (is.na(found[2]) || is.na(found[3]) || found[2] == found[3]) return(say("quantile", list(of = x, at = p, level = level), list(value = found[1], none = TRUE)))
  say("quantile", list(of = x, at = p, level = level), list(value = found[1], low = found[2], high = found[3], se = found[4]))
}

# Each group less the first, with covariance; and each group less the rest.
differences_of <- function(design, of, group, say, repeats) {
  levels <- sort(unique(as.character(design$variables[[group]])))
  if (length(levels) < 2) return()
  # Of replicate weights that give one of the groups no number, R leaves out those where any group has none: so two at a time.
  compare <- function(kind, what, stat, again = NULL) {
    for (other in seq_along(levels)[-1]) {
      if (repeats && !is.null(again)) {
        stat <- again(design[as.character(design$variables[[group]]) %in% levels[c(1, other)], ])
        found <- svycontrast(stat, c(-1, 1))
        say(kind, c(what, list(by = group, from = levels[1], to = levels[other])), list(value = as.numeric(coef(found)), se = as.numeric(SE(found)), covariance = as.numeric(vcov(stat)[1, 2])))
        next
      }
      contrast <- numeric(length(levels)); contrast[1] <- -1; contrast[other] <- 1
      found <- svycontrast(stat, contrast)
      say(kind, c(what, list(by = group, from = levels[1], to = levels[other])), list(value = as.numeric(coef(found)), se = as.numeric(SE(found)), covariance = as.numeric(vcov(stat)[1, other])))
    }
  }
  for (x in setdiff(c(of$shares, of$numbers), group)) {
    by_group <- function(part) svyby(on(x), on(group), part, svymean, covmat = TRUE)
    stat <- or_lone(by_group(design))
    if (!is_lone(stat)) compare("difference", list(of = x), stat, by_group)
  }
  for (two in of$ratios) {
    by_group <- function(part) svyby(on(two[1]), on(group), part, svyratio, denominator = on(two[2]), covmat = TRUE)
    compare("difference_of_ratios", list(of = two[1], over = two[2]), by_group(design), by_group)
  }
  for (x in setdiff(of$totals, group)) {
    by_group <- function(part) svyby(on(x), on(group), part, svytotal, covmat = TRUE)
    stat <- or_lone(by_group(design))
    if (!is_lone(stat)) compare("difference_of_totals", list(of = x), stat, by_group)
  }
  shares <- or_lone(svymean(as.formula(paste0("~factor(", group, ")")), design))
  if (!is_lone(shares)) compare("difference_of_categories", list(), shares)
}

table_of <- function(design, table, say, repeats, df) {
  design$variables$row <- factor(as.character(design$variables[[table[1]]]))
  design$variables$column <- factor(as.character(design$variables[[table[2]]]))
  if (nlevels(design$variables$row) < 2 || nlevels(design$variables$column) < 2) return()
  found <- or_lone(suppressWarnings(svychisq(~ row + column, design)))
  if (is_lone(found)) return(say("independence", list(of = table[1], over = table[2]), found))
  if (!all(is.finite(c(found$statistic, found$parameter)))) return(say("independence", list(of = table[1], over = table[2]), list(f = NA_real_)))
  # With replicate weights R takes the rank of those of the domain, and without them it counts units of weight 0, unlike `degf`;
  # we take the degrees of freedom of the sample, and those of `degf`.
  ndf <- as.numeric(found$parameter[1])
  nu <- as.numeric(found$parameter[2] / ndf)
  p <- if (abs(nu - df) < 1e-6) as.numeric(found$p.value) else pf(as.numeric(found$statistic), ndf, ndf * df, lower.tail = FALSE)
  say("independence", list(of = table[1], over = table[2]), list(f = as.numeric(found$statistic), ndf = ndf, ddf = ndf * df, p = p, df = df))
  if (repeats || nlevels(design$variables$column) != 2 || nlevels(design$variables$row) != 2) return()
  tested <- svyttest(as.formula(paste0("as.numeric(column) ~ as.numeric(row)")), design)
  if (abs(as.numeric(tested$statistic)) > 1e6) return()
  levels <- levels(design$variables$row)
  say("t_test", list(of = table[2], by = table[1], from = levels[1], to = levels[2], high = levels(design$variables$column)[2], df = as.numeric(tested$parameter)), list(t = as.numeric(tested$statistic), p = as.numeric(tested$p.value)))
}

alpha_of <- function(design, items, say, repeats) {
  value <- as.numeric(svycralpha(on(items), design))
  k <- length(items)
  alpha <- function(weights, data) {
    covariance <- cov.wt(as.matrix(data[, items]), weights, method = "ML")$cov
    k / (k - 1) * (1 - sum(diag(covariance)) / sum(covariance))
  }
  if (repeats) {
    se <- as.numeric(SE(withReplicates(design, alpha)))
  } else {
    # Centred first, which changes nothing but the digits lost.
    for (item in items) design$variables[[item]] <- design$variables[[item]] - mean(design$variables[[item]])
    design$variables$whole <- rowSums(design$variables[, items])
    for (item in c(items, "whole")) design$variables[[paste0(item, "_2")]] <- design$variables[[item]]^2
    means <- svymean(on(c(items, "whole", paste0(c(items, "whole"), "_2"))), design)
    variance <- function(item) sprintf("(%s_2-%s^2)", item, item)
    text <- sprintf("%d/%d*(1-(%s)/%s)", k, k - 1, paste(variance(items), collapse = "+"), variance("whole"))
    se <- as.numeric(SE(svycontrast(means, list(alpha = parse(text = text)[[1]]))))
  }
  say("alpha", list(items = items), list(value = value, se = se))
}

distributions <- function() {
  for (df in c(1, 2, 3, 5.5, 14, 30, 197, 5000)) for (p in c(0.6, 0.9, 0.95, 0.975, 0.995, 0.9999)) add_distribution("t_quantile", c(p, df), qt(p, df))
  for (a in c(0.05, 0.7, 2, 13.37, 250)) for (b in c(0.3, 1, 4.2, 88, 1200)) for (p in c(0.005, 0.025, 0.5, 0.975)) {
    if (qbeta(p, a, b) > 1e-300) add_distribution("beta_quantile", c(p, a, b), qbeta(p, a, b))
  }
  for (f in c(0.1, 1, 2.7, 15, 120)) for (ndf in c(1, 1.87, 6)) for (ddf in c(3, 24.6, 400)) add_distribution("above_f", c(f, ndf, ddf), pf(f, ndf, ddf, lower.tail = FALSE))
  for (t in c(0, 0.5, 1.96, 4, 12)) for (df in c(1, 7, 31, 500)) add_distribution("beyond_t", c(t, df), 2 * pt(-abs(t), df))
  for (p in list(c(0.01, 0.04, 0.03), c(0.5, 0.001, 0.2, 0.001), 0.7, c(0.9, 0.8, 0.7))) add_distribution("holm", p, array_of(p.adjust(p, "holm")))
}

# Two samples drawn apart, each of respondents by themselves: Welch's test.
waves <- function(before, after) {
  found <- t.test(after, before)
  cases[[length(cases) + 1]] <<- list(kind = "waves", arguments = array_of(before), others = array_of(after),
    expect = list(value = mean(after) - mean(before), se = found$stderr, t = as.numeric(found$statistic), df = as.numeric(found$parameter), p = found$p.value,
      low = found$conf.int[1], high = found$conf.int[2]))
}

add_distribution <- function(kind, arguments, value) {
  cases[[length(cases) + 1]] <<- list(kind = kind, arguments = array_of(arguments), expect = list(value = value))
}

finish <- function() {
  lines <- function(list) paste0("[\n", paste0("    ", vapply(list, json, ""), collapse = ",\n"), "\n  ]")
  # R fits a regression for `logit` until its deviance changes by less than 1e-8, and `uniroot` finds the ends of `likelihood`.
  tolerances <- '{ "default": 1e-8, "logit": 1e-6, "likelihood": 1e-6, "likelihood_in_r": 2e-3 }'
  writeLines(c("{", paste0('  "from": ', quoted(paste(R.version.string, "survey", packageVersion("survey"))), ","), paste0('  "tolerances": ', tolerances, ","),
    paste0('  "samples": ', lines(samples), ","), paste0('  "cases": ', lines(cases)), "}"), "estimates.json")
}
