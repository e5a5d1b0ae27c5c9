# Makes shares-reference.csv and shares-reference.json: numbers of a small made-up survey as R and its package `survey` give
# them. Run in this folder: Rscript shares-reference.R
library(survey)
set.seed(20201231)
n <- 60
group <- sample(1:3, n, TRUE, c(.3, .2, .5))
weight <- round(runif(n, .5, 4), 2)
items <- sapply(1:7, function(i) sample(c("1", "2", "8", ""), n, TRUE, c(.5, .42, .05, .03)))
colnames(items) <- paste0("act_a", 1:7)
extent <- sample(c("1", "2", "3", "4", "8", "9"), n, TRUE, c(.2, .3, .2, .15, .1, .05))
staff <- sample(c(0:9, 25, 100.5), n, TRUE)
cost <- round(runif(n, 10, 1000), 1)
battery <- sapply(1:3, function(i) pmin(4, pmax(1, round(2.5 + rnorm(n) * .7 + (group - 2) * .6))))
colnames(battery) <- paste0("att_t", 1:3)
battery[5, 2] <- 8
data <- data.frame(id = 1:n, group, weight, items, extent, staff, cost, battery)
written <- data
for (column in c("weight", "staff", "cost")) written[[column]] <- sub(".", ",", format(data[[column]], trim = TRUE, drop0trailing = TRUE), fixed = TRUE)
write.table(written, "shares-reference.csv", sep = ";", row.names = FALSE, quote = FALSE, na = "")

lines <- character()
say <- function(id, group, value, bases = NA) {
  lines <<- c(lines, sprintf('  { "id": "%s", "group": "%s", "value": %.15g, "n": %d }', id, group, value, as.integer(bases)))
}
each <- function(id, keep, statistic, weights = ~weight) {
  design <- svydesign(~1, weights = weights, data = data)
  for (g in c(1:3, "total")) {
    domain <- keep & (g == "total" | data$group == g)
    value <- statistic(subset(design, domain))
    if (!is.na(value)) say(id, g, value, sum(domain))
  }
}
score <- c("1" = 4, "2" = 3, "3" = 2, "4" = 0)
data$score <- unname(score[extent])
data$high <- as.numeric(extent %in% c("1", "2"))
data$a6 <- as.numeric(items[, 6] == "1")
substantive <- extent %in% names(score)
answered <- extent != "9"
everyone <- rep(TRUE, n)
each("high_substantive", substantive, function(d) coef(svymean(~high, d)))
each("high_answered", answered, function(d) coef(svymean(~high, d)))
each("high_asked", everyone, function(d) coef(svymean(~high, d)))
each("a6_substantive", items[, 6] %in% c("1", "2"), function(d) coef(svymean(~a6, d)))
each("a6_answered", items[, 6] != "", function(d) coef(svymean(~a6, d)))
each("a6_asked", everyone, function(d) coef(svymean(~a6, d)))
each("a6_of_active", rowSums(items == "1") >= 1, function(d) coef(svymean(~a6, d)))
each("a6_unweighted", items[, 6] %in% c("1", "2"), function(d) coef(svymean(~a6, d)), weights = ~1)
each("score_mean", substantive, function(d) coef(svymean(~score, d)))
each("staff_mean", everyone, function(d) coef(svymean(~staff, d)))
each("staff_total", everyone, function(d) coef(svytotal(~staff, d)))
each("cost_per_staff", everyone, function(d) coef(svyratio(~cost, ~staff, d)))
# Where the least value alone has more than the share `p` of the weight, it is the quantile by the definition that the rule
# states (the inverse of the distribution function); survey 4.1 gives the second value there. Such cells are left out.
quantile_of <- function(name, p) {
  function(d) {
    x <- d$variables[[name]]
    first <- weights(d)[order(x)][1] / sum(weights(d))
    if (first > p) NA else coef(svyquantile(as.formula(paste0("~", name)), d, p, qrule = "math"))
  }
}
for (p in c(.1, .25, .5, .75, .9)) {
  each(sprintf("staff_q%02.0f", p * 100), everyone, quantile_of("staff", p))
  each(sprintf("cost_q%02.0f", p * 100), everyone, quantile_of("cost", p))
}
complete <- apply(battery, 1, function(row) all(row <= 4))
each("alpha", complete, function(d) {
  values <- as.matrix(5 - d$variables[, colnames(battery)])
  covariance <- cov.wt(values, weights(d), method = "ML")$cov
  3 / 2 * (1 - sum(diag(covariance)) / sum(covariance))
})

# Counts of k among seven items, worked out from their definition: y yes, m unknown.
y <- rowSums(items == "1")
m <- rowSums(items != "1" & items != "2")
for (k in 1:7) {
  low <- as.numeric(y >= k)
  high <- as.numeric(y + m >= k)
  rules <- list(as_no = list(low, everyone), determinable = list(low, low == high), complete = list(low, m == 0),
    prorate = list(as.numeric(y * 7 >= k * (7 - m)), m < 7), min_valid_5 = list(low, 7 - m >= 5), low = list(low, everyone), high = list(high, everyone))
  for (rule in names(rules)) {
    data$value <- rules[[rule]][[1]]
    keep <- rules[[rule]][[2]]
    each(sprintf("%s_%d", rule, k), keep, function(d) coef(svymean(~value, d)))
  }
}
writeLines(c("[", paste(lines, collapse = ",\n"), "]"), "shares-reference.json")
