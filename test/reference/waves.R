# Writes waves.json: what R's package `survey` (4.1) says of the change between two rounds of a survey, from the data sets beside
# it. The earlier round asks for the score of 1999, the later for that of 2000; each leaves some schools out. Both rounds are
# stacked and a school (or a district, where those were drawn) of both is one unit; of each stratum, the units of both rounds,
# those of the earlier alone and those of the later alone are strata. Run in this folder: Rscript waves.R
suppressMessages(library(survey))
source("json.R")
options(survey.lonely.psu = "fail")
cases <- list()

# `left` says which rows a round leaves out: those whose number, or district, can be divided by it; 0 for none.
round_of <- function(data, key, left, year) {
  data$row <- seq_len(nrow(data))
  data$y <- data[[paste0("api", year)]]
  data$above <- as.numeric(data$y >= 650)
  data$w <- if (year == "99") data$pw * (1 + (data$row %% 4) / 10) else data$pw
  data$wave <- if (year == "99") "earlier" else "now"
  if (left == 0) data else data[data[[key]] %% left != 0, ]
}

# The stratum of each row: those of both rounds and of each alone apart, one that is alone with the largest, or those as large.
parts_of <- function(stratum, unit, wave) {
  key <- paste(stratum, unit)
  earlier <- key %in% key[wave == "earlier"]
  now <- key %in% key[wave == "now"]
  part <- factor(ifelse(earlier & now, "both", ifelse(earlier, "earlier", "now")), c("both", "earlier", "now"))
  once <- !duplicated(key)
  sizes <- table(stratum[once], part[once])
  most <- apply(sizes, 1, max)[as.character(stratum)]
  largest <- colnames(sizes)[apply(sizes, 1, which.max)]
  names(largest) <- rownames(sizes)
  size <- sizes[cbind(as.character(stratum), as.character(part))]
  alone <- apply(sizes == 1, 1, any)[as.character(stratum)] & (size == 1 | size == most)
  paste(stratum, ifelse(alone, largest[as.character(stratum)], as.character(part)))
}

# `fpc` gives the population of each row of the stacked data.
change <- function(name, file, ids = character(), strata = NULL, left, key = "row", fpc = NULL, fpc_columns = character(), apart = FALSE) {
  data <- read.csv(paste0(file, ".csv"))
  both <- rbind(round_of(data, key, left[1], "99"), round_of(data, key, left[2], "00"))
  units <- if (length(ids)) ids else "row"
  both$stratum <- if (is.null(strata)) "all" else both[[strata]]
  if (apart) {
    both$stratum <- paste(both$wave, both$stratum)
    for (one in units) both[[one]] <- paste(both$wave, both[[one]])
  }
  if (!apart) both$stratum <- parts_of(both$stratum, both[[units[1]]], both$wave)
  formula_of <- function(columns) as.formula(paste("~", paste(columns, collapse = "+")))
  if (!is.null(fpc)) both$population <- fpc(both)
  populations <- if (!is.null(fpc)) ~population else if (length(fpc_columns)) formula_of(fpc_columns) else NULL
  design <- svydesign(formula_of(units), strata = ~stratum, weights = ~w, fpc = populations, data = both, nest = TRUE)
  numbers <- list()
  for (type in c("total", sort(unique(data$type)))) {
    part <- if (type == "total") design else design[design$variables$type == type, ]
    say <- function(measure, by) {
      found <- svycontrast(by, c(earlier = -1, now = 1))
      se <- as.numeric(SE(found)); df <- degf(part); value <- as.numeric(coef(found))
      numbers[[length(numbers) + 1]] <<- list(measure = measure, type = type, earlier = as.numeric(coef(by)["earlier"]), now = as.numeric(coef(by)["now"]),
        change = value, se = se, df = df, low = value - qt(0.975, df) * se, high = value + qt(0.975, df) * se, p = 2 * pt(-abs(value / se), df))
    }
    say("mean", svyby(~y, ~wave, part, svymean, covmat = TRUE))
    say("share", svyby(~above, ~wave, part, svymean, covmat = TRUE))
    say("total", svyby(~stu, ~wave, part, svytotal, covmat = TRUE))
    by <- svyby(~stu, ~wave, part, denominator = ~enroll, svyratio, covmat = TRUE)
    say("ratio", by)
  }
  told <- list(name = name, data = file, psu = array_of(ids), left = array_of(left), key = key, fpc = array_of(fpc_columns), apart = apart)
  if (!is.null(strata)) told$strata <- strata
  if (!is.null(fpc)) told$fpc <- array_of("fpc")
  cases[[length(cases) + 1]] <<- c(told, list(numbers = numbers))
}

change("respondents", "apisrs", left = c(3, 5))
change("a panel", "apisrs", left = c(0, 0))
change("strata", "apistrat", strata = "type", left = c(3, 5))
change("a panel in strata with their populations", "apistrat", strata = "type", left = c(0, 0), fpc_columns = "fpc")
# One elementary school is left out in the earlier round alone.
change("populations count where both rounds drew the same", "apistrat", strata = "type", left = c(101, 0),
  fpc = function(both) ifelse(both$type == "E", Inf, both$fpc))
change("districts", "apiclus1", ids = "dnum", left = c(4, 3), key = "dnum")
change("a panel of districts with their population", "apiclus1", ids = "dnum", left = c(0, 0), fpc_columns = "fpc")
change("a panel in two stages", "apiclus2", ids = c("dnum", "snum"), left = c(0, 0), fpc_columns = c("fpc1", "fpc2"))
change("two stages without populations", "apiclus2", ids = c("dnum", "snum"), left = c(4, 3), key = "row")
change("rounds drawn apart", "apistrat", strata = "type", left = c(3, 5), apart = TRUE)
change("districts drawn apart", "apiclus1", ids = "dnum", left = c(4, 3), key = "dnum", apart = TRUE)

writeLines(paste0("{\n  \"from\": ", quoted(paste(R.version.string, "survey", packageVersion("survey"))), ",\n  \"cases\": [\n    ", paste0(vapply(cases, json, ""), collapse = ",\n    "), "\n  ]\n}"), "waves.json")
