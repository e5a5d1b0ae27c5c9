# Makes designs-reference.json: designs of public surveys and of small made-up ones as R's package `survey` reads them. Rows that
# agree in all design columns stand once, with their number. Run in this folder: Rscript designs-reference.R
suppressMessages(library(survey))
data(api)
data(nhanes)
data(scd)
number <- function(x) sprintf("%.15g", x)
list_of <- function(x) paste0("[", paste(x, collapse = ", "), "]")
cases <- character()

# The rows of a design, its degrees of freedom, and by stage and stratum the units in the data and in the population.
staged <- function(name, data, columns, keys, design) {
  data <- data[columns]
  counted <- aggregate(list(rows = rep(1, nrow(data))), data, sum)
  rows <- apply(counted, 1, function(row) list_of(number(as.numeric(row))))
  stages <- sapply(seq_len(max(1, if (is.null(design$fpc$popsize)) 1 else ncol(design$fpc$popsize))), function(stage) {
    population <- if (is.null(design$fpc$popsize)) NA else design$fpc$popsize[, stage]
    strata <- unique(data.frame(stratum = design$strata[, stage], sampled = design$fpc$sampsize[, stage], population))
    strata <- aggregate(list(strata = rep(1, nrow(strata))), list(sampled = strata$sampled, population = ifelse(is.na(strata$population), -1, strata$population)), sum)
    list_of(apply(strata, 1, function(row) list_of(c(number(row[1]), if (row[2] < 0) "null" else number(row[2]), number(row[3])))))
  })
  cases <<- c(cases, sprintf('  {\n    "name": "%s",\n    "design": %s,\n    "columns": %s,\n    "rows": %s,\n    "degreesOfFreedom": %s,\n    "stages": %s\n  }',
    name, keys, list_of(sprintf('"%s"', c(columns, "rows"))), list_of(rows), number(degf(design)), list_of(stages)))
}

apistrat$kind <- as.integer(apistrat$stype)
apistrat$part <- ave(apistrat$fpc, apistrat$kind, FUN = length) / apistrat$fpc
staged("apistrat", apistrat, c("kind", "fpc"), '"{strata: kind, fpc: fpc}"', svydesign(~1, strata = ~kind, fpc = ~fpc, weights = ~pw, data = apistrat))
staged("apistrat, parts drawn", apistrat, c("kind", "part"), '"{strata: kind, fpc: part}"', svydesign(~1, strata = ~kind, fpc = ~part, weights = ~pw, data = apistrat))
staged("apiclus1", apiclus1, c("dnum", "fpc"), '"{psu: dnum, fpc: fpc}"', svydesign(~dnum, fpc = ~fpc, weights = ~pw, data = apiclus1))
staged("apiclus2", apiclus2, c("dnum", "snum", "fpc1", "fpc2"), '"{psu: [dnum, snum], fpc: [fpc1, fpc2]}"', svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, weights = ~pw, data = apiclus2))
staged("apiclus2, respondents in the second stage", apiclus2, c("dnum", "fpc1", "fpc2"), '"{psu: dnum, fpc: [fpc1, fpc2]}"', svydesign(~dnum + snum, fpc = ~fpc1 + fpc2, weights = ~pw, data = apiclus2))
staged("apiclus2, without populations", apiclus2, c("dnum", "snum"), '"{psu: [dnum, snum]}"', svydesign(~dnum + snum, weights = ~pw, data = apiclus2))
staged("nhanes", nhanes, c("SDMVSTRA", "SDMVPSU"), '"{strata: SDMVSTRA, psu: SDMVPSU}"', svydesign(~SDMVPSU, strata = ~SDMVSTRA, weights = ~WTMEC2YR, nest = TRUE, data = nhanes))

# Replicate weights by column, with the scale, the factors and the degrees of freedom that R takes.
replicated <- function(name, weights, keys, design) {
  columns <- apply(as.matrix(weights), 2, function(column) list_of(number(column)))
  cases <<- c(cases, sprintf('  {\n    "name": "%s",\n    "design": "{replicate: {columns: rw1..rw%d, %s}}",\n    "replicates": %s,\n    "degreesOfFreedom": %s,\n    "scale": %s,\n    "rscales": %s\n  }',
    name, length(columns), keys, list_of(columns), number(degf(design)), number(design$scale), list_of(number(rep_len(design$rscales, length(columns))))))
}
of_r <- function(weights, type, ...) suppressWarnings(svrepdesign(data = data.frame(y = seq_len(nrow(weights))), repweights = weights, weights = rep(1, nrow(weights)), type = type, combined.weights = TRUE, ...))

scd_weights <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0))
replicated("scd, balanced half-samples", scd_weights, "method: brr", of_r(scd_weights, "BRR"))
set.seed(20201231)
made <- matrix(round(runif(14 * 6, .5, 3), 3), 14)
replicated("jackknife without strata", made, "method: jk1", of_r(made, "JK1"))
replicated("jackknife with strata", made, "method: jkn, rscales: [0.5, 0.5, 0.75, 0.75, 0.75, 0.75]", of_r(made, "JKn", rscales = c(.5, .5, rep(.75, 4))))
replicated("jackknife in pairs", made, "method: jk2", of_r(made, "JK2"))
replicated("Fay", made, "method: fay, rho: 0.3", of_r(made, "Fay", rho = .3))
replicated("bootstrap", made, "method: bootstrap", of_r(made, "bootstrap"))
replicated("successive differences", made, "method: successive_difference", of_r(made, "successive-difference"))
replicated("another", made, "method: other, scale: 0.25, rscales: 2", of_r(made, "other", scale = .25, rscales = rep(2, 6)))
dependent <- cbind(made[, 1:3], made[, 1] + made[, 2], made[, 3] * 2, made[, 4])
replicated("dependent columns", dependent, "method: jk1", of_r(dependent, "JK1"))
noise <- round(runif(14, -1, 1), 3)
nearly <- cbind(made[, 1:3], made[, 1] + 1e-3 * noise, made[, 2] + 1e-7 * noise)
replicated("nearly dependent columns", nearly, "method: jk1", of_r(nearly, "JK1"))

writeLines(c("[", paste(cases, collapse = ",\n"), "]"), "designs-reference.json")
