# Rscript shares.R data.csv calls: standard errors of the shares of the bench with `survey`, and how long they take.
# Prints one line: milliseconds of all 180 tables (calls in fewer are scaled), calls made, a share and its standard error.
arguments <- commandArgs(TRUE)
calls <- as.integer(arguments[2])
suppressPackageStartupMessages(library(survey))
answers <- read.csv(arguments[1])
shown <- sprintf("q%02d", 1:50)
indicators <- lapply(0:9, function(i) list(of = sprintf("q%02d", (i * 5 + (0:4) * 7) %% 57 + 1), k = 2 + i %% 2))
for (i in seq_along(indicators)) {
  items <- as.matrix(answers[, indicators[[i]]$of])
  met <- rowSums(items >= 4, na.rm = TRUE) >= indicators[[i]]$k
  answers[[paste0("ind", i)]] <- ifelse(rowSums(!is.na(items)) > 0, as.integer(met), NA)
}
breakdowns <- c("sex", "age", "region")
for (name in c(shown, breakdowns)) answers[[name]] <- factor(answers[[name]])
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, data = answers)
tables <- expand.grid(by = breakdowns, of = c(shown, paste0("ind", 1:10)), stringsAsFactors = FALSE)
# Where not all are made, they are taken evenly over the list.
chosen <- tables[unique(round(seq(1, nrow(tables), length.out = calls))), ]
before <- proc.time()[[3]]
for (at in seq_len(nrow(chosen))) {
  svyby(as.formula(paste0("~", chosen$of[at])), as.formula(paste0("~", chosen$by[at])), design, svymean, na.rm = TRUE)
}
took <- (proc.time()[[3]] - before) * 1000 * nrow(tables) / nrow(chosen)
probe <- as.data.frame(svyby(~q03, ~region, design, svymean, na.rm = TRUE))[5, ]
cat(sprintf("%.3f %d %.15g %.15g\n", took, nrow(chosen), probe$q035, probe$se.q035))
