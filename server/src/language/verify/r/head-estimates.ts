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

# A share of 0 or 1 has the one-sided limit of Korn and Graubard with the number of respondents in the base.
one_sided <- function(p, n, df, ci) {
  alpha <- 1 - ci$level
  effective <- n * (qt(alpha / 2, n - 1) / qt(alpha / 2, df))^2
  if (p == 0) c(0, 1 - alpha^(1 / effective)) else c(alpha^(1 / effective), 1)
}
interval_of_share <- function(design, p, variance, n, df, ci) {
  t <- qt(1 - (1 - ci$level) / 2, df)
  if (df <= 0) return(c(NA, NA))
  if (p <= 0 || p >= 1) return(one_sided(p, n, df, ci))
  if (ci$method == "wilson") {
    effective <- p * (1 - p) / variance
    centre <- (p + t^2 / (2 * effective)) / (1 + t^2 / effective)
    half <- t / (2 * effective) * sqrt(4 * effective * p * (1 - p) + t^2) / (1 + t^2 / effective)
    return(c(centre - half, centre + half))
  }
  if (ci$method == "beta") {
    alpha <- 1 - ci$level
    effective <- p * (1 - p) / variance * (qt(alpha / 2, n - 1) / qt(alpha / 2, df))^2
    if (ci$cap) effective <- min(effective, n)
    return(c(qbeta(alpha / 2, effective * p, effective * (1 - p) + 1), qbeta(1 - alpha / 2, effective * p + 1, effective * (1 - p))))
  }
  # xlogit is the logit interval without iteration; R's logit fits a regression and equals it to its own tolerance.
  method <- if (ci$method == "logit") "xlogit" else ci$method
  as.vector(attr(svyciprop(~.x, design, method = method, level = ci$level, df = df), "ci"))
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
  interval <- interval_of_share(domain, coef(mean)[[1]], vcov(mean)[1, 1], n, df, ci)
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
# The least value that at least the share p of the weight does not exceed: the inverse of the distribution function. It is
# worked out here, as svyquantile gives the second value where the least alone has more than that share; the interval is its.
estimate_quantile <- function(design, rows, x, p, ci) {
  n <- sum(rows)
  if (!weighted(design, rows)) return(nothing(n))
  weight <- weights(design, "sampling")[rows]
  values <- x[rows][order(x[rows])]
  reached <- cumsum(weight[order(x[rows])]) / sum(weight)
  estimate <- values[which(reached >= p * (1 - 1e-12))[1]]
  domain <- update(design, .x = ifelse(rows, x, 0))[rows, ]
  df <- degrees_of_freedom(design, rows, ci)
  numbers <- tryCatch(svyquantile(~.x, domain, p, alpha = 1 - ci$level, interval.type = "mean", qrule = "math", df = df)[[1]][1, ],
    error = function(e) c(NA, NA, NA, NA))
  numbers_of(estimate, numbers[[4]], df, numbers[2:3], n)
}
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
