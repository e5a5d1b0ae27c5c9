/** The head of every script, third part: estimates with their standard errors and intervals, by R's package survey. */
export const estimatesInR = String.raw`
# -- Estimates -------------------------------------------------------------------------------------------------------
# Of each cell: the estimate, its standard error, degrees of freedom and interval, the unweighted number of respondents it is
# based on (n) and those who count in its numerator (counted). Domains are subsets of the whole design, so that respondents
# outside them keep their part in the variance.
RESULTS <- new.env()
RESULTS$lines <- character()
full <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", as.numeric(x)))
report <- function(kind, id, key, numbers, why = "") {
  numbers <- vapply(numbers, function(x) full(c(x, NA)[1]), "")
  fields <- paste(names(numbers), numbers, sep = "=", collapse = "\t")
  RESULTS$lines <- c(RESULTS$lines, paste(c(kind, id, key, fields, gsub("[\t\r\n]+", " ", why)), collapse = "\t"))
}
weighted <- function(design, rows) sum(weights(design, "sampling")[rows]) > 0
degrees_of_freedom <- function(design, rows, ci) {
  if (!is.null(DEGREES) && !identical(design, UNWEIGHTED) && !identical(design, UNDESIGNED)) return(DEGREES)
  if (ci$df == "design") degf(design) else degf(design[rows, ])
}

# A share of 0 or 1 has the one-sided limit of Korn and Graubard with the number of respondents in the base, or less where
# there are few degrees of freedom.
one_sided <- function(p, n, df, ci) {
  tail <- (1 - ci$level) / 2
  effective <- if (n < 2) n else min(n, n * (qt(tail, n - 1) / qt(tail, df))^2)
  if (p == 0) c(0, 1 - tail^(1 / effective)) else c(tail^(1 / effective), 1)
}
# R's likelihood interpolates between ten points; this is where the scaled loss of likelihood is what is allowed.
likelihood_interval <- function(p, variance, t) {
  loss <- function(x) 2 * (p * log(p / x) + (1 - p) * log((1 - p) / (1 - x)))
  beyond <- function(x) loss(x) - t^2 * variance / (p * (1 - p))
  find <- function(ends) uniroot(beyond, ends, tol = 1e-15, maxiter = 10000)$root
  c(find(c(1e-300, p)), find(c(p, 1 - 1e-16)))
}
# The intervals as R's svyciprop makes them: its xlogit is the logit interval without iteration. Wilson's is not in every version
# of the package. The arcsine's ends stay within 0 and 1.
interval_of_share <- function(design, p, variance, n, df, ci) {
  t <- qt(1 - (1 - ci$level) / 2, df)
  if (df <= 0) return(c(NA, NA))
  if (p <= 0 || p >= 1) return(one_sided(p, n, df, ci))
  effective <- p * (1 - p) / variance
  tail <- (1 - ci$level) / 2
  switch(ci$method,
    logit = if (is.null(design)) plogis(qlogis(p) + c(-1, 1) * t * sqrt(variance) / (p * (1 - p))) else
      as.vector(attr(svyciprop(~.x, design, method = "xlogit", level = ci$level, df = df), "ci")),
    mean = p + c(-1, 1) * t * sqrt(variance),
    asin = sin(pmin(pi / 2, pmax(0, asin(sqrt(p)) + c(-1, 1) * t * sqrt(variance / (4 * p * (1 - p))))))^2,
    wilson = (p + t^2 / (2 * effective) + c(-1, 1) * t / (2 * effective) * sqrt(4 * effective * p * (1 - p) + t^2)) /
      (1 + t^2 / effective),
    likelihood = likelihood_interval(p, variance, t),
    beta = {
      n_eff <- effective * (qt(tail, n - 1) / qt(tail, df))^2
      if (ci$cap) n_eff <- min(n_eff, n)
      c(qbeta(tail, n_eff * p, n_eff * (1 - p) + 1), qbeta(1 - tail, n_eff * p + 1, n_eff * (1 - p)))
    })
}
around <- function(estimate, se, df, ci) {
  if (df <= 0) c(NA, NA) else estimate + c(-1, 1) * qt(1 - (1 - ci$level) / 2, df) * se
}
numbers_of <- function(estimate, se = NA, df = NA, interval = c(NA, NA), n, counted = n) {
  list(estimate = estimate, se = se, df = df, low = interval[1], high = interval[2], n = n, counted = counted)
}
nothing <- function(n) numbers_of(NA, n = n)

# x and per: numbers of the respondents, 0 where they do not matter. Rows outside rows are outside the domain.
estimate_share <- function(design, rows, x, ci) {
  n <- sum(rows)
  if (!weighted(design, rows)) return(nothing(n))
  domain <- update(design, .x = as.numeric(x & rows))[rows, ]
  mean <- svymean(~.x, domain)
  df <- degrees_of_freedom(design, rows, ci)
  interval <- interval_of_share(domain, coef(mean)[[1]], vcov(mean)[1, 1], sum(weights(domain, "sampling") > 0), df, ci)
  numbers_of(coef(mean)[[1]], SE(mean)[[1]], df, interval, n, sum(x & rows))
}
estimate_mean <- function(design, rows, x, ci) {
  n <- sum(rows)
  if (!weighted(design, rows)) return(nothing(n))
  mean <- svymean(~.x, update(design, .x = ifelse(rows, x, 0))[rows, ])
  df <- degrees_of_freedom(design, rows, ci)
  numbers_of(coef(mean)[[1]], SE(mean)[[1]], df, around(coef(mean)[[1]], SE(mean)[[1]], df, ci), n)
}
estimate_total <- function(design, rows, x, ci, counted = sum(rows)) {
  n <- sum(rows)
  if (n == 0) return(nothing(n))
  total <- svytotal(~.x, update(design, .x = ifelse(rows, x, 0))[rows, ])
  df <- degrees_of_freedom(design, rows, ci)
  numbers_of(coef(total)[[1]], SE(total)[[1]], df, around(coef(total)[[1]], SE(total)[[1]], df, ci), n, counted)
}
estimate_ratio <- function(design, rows, x, per, ci) {
  n <- sum(rows)
  if (sum(weights(design, "sampling")[rows] * per[rows]) == 0) return(nothing(n))
  domain <- update(design, .x = ifelse(rows, x, 0), .per = ifelse(rows, per, 0))[rows, ]
  ratio <- svyratio(~.x, ~.per, domain)
  df <- degrees_of_freedom(design, rows, ci)
  numbers_of(coef(ratio)[[1]], SE(ratio)[[1]], df, around(coef(ratio)[[1]], SE(ratio)[[1]], df, ci), n)
}
# The least value that at least the share p of the weight does not exceed: the inverse of the distribution function, with
# Woodruff's interval from the error of the share below it. Worked out here, as svyquantile of survey 4.1 gives the second value
# where the least alone has more than that share.
estimate_quantile <- function(design, rows, x, p, ci) {
  n <- sum(rows)
  if (!weighted(design, rows)) return(nothing(n))
  weight <- weights(design, "sampling")[rows]
  values <- x[rows][order(x[rows])]
  reached <- cumsum(weight[order(x[rows])]) / sum(weight)
  inverse <- function(p) if (p < 0 || p > 1) NA else values[which(reached >= p * (1 - 1e-12))[1]]
  estimate <- inverse(p)
  below <- tryCatch(svymean(~.x, update(design, .x = ifelse(rows, as.numeric(x <= estimate), 0))[rows, ]), error = function(e) NULL)
  df <- degrees_of_freedom(design, rows, ci)
  if (is.null(below) || df <= 0) return(numbers_of(estimate, df = df, n = n))
  t <- qt(1 - (1 - ci$level) / 2, df)
  ends <- coef(below)[[1]] + c(-1, 1) * t * SE(below)[[1]]
  interval <- c(inverse(ends[1]), inverse(ends[2]))
  numbers_of(estimate, diff(interval) / (2 * t), df, interval, n)
}
# A ratio of totals of ticks; its interval is that of a share. Respondents count who have an answer to every box.
estimate_tick_share <- function(design, rows, ticked, all_ticks, readable, ci) {
  numbers <- estimate_ratio(design, rows & readable, ticked, all_ticks, ci)
  df <- degrees_of_freedom(design, rows & readable, ci)
  n <- sum(rows & readable & weights(design, "sampling") > 0)
  if (!is.na(numbers$estimate)) {
    interval <- interval_of_share(NULL, numbers$estimate, numbers$se^2, n, df, ci)
    numbers[c("df", "low", "high")] <- c(df, interval)
  }
  numbers$n <- sum(all_ticks[rows])
  numbers$counted <- sum(ticked[rows])
  numbers
}
NO_ERROR_OF_ALPHA <- "survey has no standard error of alpha"
# Cronbach's alpha over respondents with every item; x has one column for each.
estimate_alpha <- function(design, rows, x) {
  n <- sum(rows)
  if (ncol(x) < 2 || !weighted(design, rows)) return(nothing(n))
  colnames(x) <- paste0(".x", seq_len(ncol(x)))
  x[!rows, ] <- 0
  design$variables <- cbind(design$variables, as.data.frame(x))
  alpha <- svycralpha(as.formula(paste("~", paste(colnames(x), collapse = " + "))), design[rows, ])
  numbers_of(if (is.finite(alpha)) alpha[[1]] else NA, n = n)
}
`;
