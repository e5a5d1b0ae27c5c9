# Writes estimates.json and the small data sets beside it: what R's package `survey` (4.1) says of public data that it ships
# (api, nhanes, hospital, mu284, scd, fpc) and of one made-up sample of two stages. Run in this folder: Rscript estimates.R
suppressMessages(library(survey))
source("json.R")
source("cases.R")
options(survey.lonely.psu = "fail")
data(api); data(nhanes); data(hospital); data(mu284); data(scd); data(fpc)

school <- function(data, extra) {
  data$met <- as.numeric(data$sch.wide == "Yes")
  data$award <- as.numeric(data$awards == "Yes")
  data$few <- as.numeric(data$meals < 2)
  data$type <- as.character(data$stype)
  data$stu <- data$api.stu
  data[is.na(data$enroll), "enroll"] <- data[is.na(data$enroll), "stu"]
  data[, c("type", "met", "award", "few", "api99", "api00", "enroll", "stu", "meals", "ell", "mobility", "pw", extra)]
}
apisrs <- school(apisrs, "fpc")
apistrat <- school(apistrat, "fpc")
apiclus1 <- school(apiclus1, c("dnum", "fpc"))
apiclus2 <- school(apiclus2, c("dnum", "snum", "fpc1", "fpc2"))
nhanes$psu <- paste(nhanes$SDMVSTRA, nhanes$SDMVPSU)
nhanes$known <- as.numeric(!is.na(nhanes$HI_CHOL))
nhanes$high <- ifelse(nhanes$known == 1, nhanes$HI_CHOL, 0)
nhanes$age <- as.numeric(nhanes$agecat)
nhanes <- nhanes[, c("SDMVSTRA", "psu", "WTMEC2YR", "known", "high", "race", "age", "RIAGENDR")]
names(nhanes) <- c("stratum", "psu", "weight", "known", "high", "race", "age", "sex")
hospital <- hospital[, c("hospno", "oblevel", "weighta", "tothosp", "births")]
hospital$large <- as.numeric(hospital$births > 600)
scd$ratio <- scd$alive / scd$arrests
scd$unit <- paste(scd$ESA, scd$ambulance)

# Two stages with strata in both, finite at both, one stratum of which everything is drawn.
set.seed(2020)
made <- do.call(rbind, lapply(1:4, function(stratum) {
  drawn <- c(3, 4, 5, 4)[stratum]
  do.call(rbind, lapply(seq_len(drawn), function(cluster) {
    inner <- rep(c("a", "b"), c(3, 2 + cluster %% 2))
    size <- if (stratum == 4) ifelse(inner == "a", 3, 2 + cluster %% 2) else ifelse(inner == "a", 9, 6)
    data.frame(stratum, cluster = stratum * 100 + cluster, inner, clusters = c(8, 9, 20, 4)[stratum], size,
      sampled = ave(size, inner, FUN = length), drawn)
  }))
}))
made$weight <- made$clusters / made$drawn * made$size / made$sampled
made$x <- round(rnorm(nrow(made), 50 + made$stratum * 5, 12), 1)
made$y <- round(runif(nrow(made), 10, 90), 1)
made$yes <- as.numeric(made$x + made$cluster %% 3 * 4 > 62)
made$group <- c("u", "v", "w")[1 + (seq_len(nrow(made)) * 7) %% 3]
made$element <- seq_len(nrow(made))

# Strata with one sampling unit, at the first stage and at the second.
lone <- apistrat[c(which(apistrat$type == "E")[1:19], which(apistrat$type == "M")[1:10], which(apistrat$type == "H")[1]), ]
lone_clusters <- transform(fpc[1:6, ], psuid = stratid * 10 + psuid)
lone_clusters$low <- as.numeric(lone_clusters$x < 5)
lone_inner <- mu284[!(mu284$id1 == 19 & mu284$id2 > 1), ]
lone_inner$low <- as.numeric(lone_inner$y1 < 45)

schools <- list(
  shares = c("met", "award", "few"), numbers = c("api00", "enroll"), totals = c("enroll", "met"), ratios = list(c("stu", "enroll")),
  quantiles = c("api00", "meals"), groups = c("type", "met"), tables = list(c("type", "met"), c("met", "award")),
  scales = list(c("api99", "api00"), c("meals", "ell", "mobility")),
  domains = list(c("type", "E"), c("type", "H"), c("met", "0")))
made_up <- list(
  shares = "yes", numbers = c("x", "y"), totals = c("x", "yes"), ratios = list(c("x", "y")), quantiles = c("x", "y"), groups = c("group", "inner"),
  tables = list(c("group", "yes")), scales = list(c("x", "y")), domains = list(c("group", "u"), c("stratum", "2"), c("stratum", "4"), c("inner", "b")))
people <- list(
  shares = "high", numbers = "age", totals = "high", ratios = list(), quantiles = "age", groups = c("race", "sex"),
  tables = list(c("race", "high"), c("sex", "high"), c("race", "age")), scales = list(), domains = list(c("race", "2"), c("sex", "1"), c("age", "4")), within = c("known", "1"))
births <- list(shares = "large", numbers = "births", totals = c("births", "large"), ratios = list(), quantiles = "births", groups = character(), tables = list(), scales = list(), domains = list(c("oblevel", "2")))
municipalities <- list(shares = character(), numbers = "y1", totals = "y1", ratios = list(), quantiles = "y1", groups = character(), tables = list(), scales = list(), domains = list(c("id1", "31")))

plain("apisrs", apisrs, list(weight = "pw"), schools)
plain("apisrs", apisrs, list(weight = "pw", fpc = "fpc"), schools)
plain("apistrat", apistrat, list(strata = "type", weight = "pw"), schools)
plain("apistrat", apistrat, list(strata = "type", weight = "pw", fpc = "fpc"), schools)
plain("apiclus1", apiclus1, list(ids = "dnum", weight = "pw"), schools)
plain("apiclus1", apiclus1, list(ids = "dnum", weight = "pw", fpc = "fpc"), schools)
plain("apiclus2", apiclus2, list(ids = c("dnum", "snum"), weight = "pw"), schools)
plain("apiclus2", apiclus2, list(ids = c("dnum", "snum"), weight = "pw", fpc = c("fpc1", "fpc2")), schools)
plain("nhanes", nhanes, list(ids = "psu", strata = "stratum", weight = "weight"), people)
plain("hospital", hospital, list(strata = "oblevel", weight = "weighta", fpc = "tothosp"), births)
plain("mu284", transform(mu284, w = n1 / 5 * n2 / 3), list(ids = c("id1", "id2"), weight = "w", fpc = c("n1", "n2")), municipalities)
plain("made", made, list(ids = c("cluster", "element"), strata = c("stratum", "inner"), weight = "weight", fpc = c("clusters", "size")), made_up)
plain("made", made, list(ids = c("cluster", "element"), strata = c("stratum", "inner"), weight = "weight"), made_up)

few <- function(...) {
  nothing <- list(shares = character(), numbers = character(), totals = character(), ratios = list(), quantiles = character(),
    groups = character(), tables = list(), scales = list(), domains = list())
  c(list(...), nothing[setdiff(names(nothing), ...names())])
}
for (policy in c("fail", "certainty", "average", "adjust")) {
  options(survey.lonely.psu = policy)
  lone_schools <- few(shares = "met", numbers = "api00", totals = "enroll", groups = "met", tables = list(c("met", "award")), domains = list(c("type", "E"), c("met", "1")))
  plain("lone", lone, list(strata = "type", weight = "pw", fpc = "fpc", lone = policy), lone_schools)
  plain("lone", lone, list(strata = "type", weight = "pw", lone = policy), lone_schools)
  plain("lone_clusters", lone_clusters, list(ids = "psuid", strata = "stratid", weight = "weight", fpc = "Nh", lone = policy), few(shares = "low", numbers = "x", totals = "x", domains = list(c("stratid", "1"))))
  plain("lone_inner", transform(lone_inner, w = n1 / 5 * n2 / 3), list(ids = c("id1", "id2"), weight = "w", fpc = c("n1", "n2"), lone = policy), few(shares = "low", numbers = "y1", totals = "y1", domains = list(c("id1", "31"))))
}
options(survey.lonely.psu = "fail")

# Weights of 0 count among the units drawn, and not among the degrees of freedom.
weightless <- transform(apistrat, pw = ifelse(seq_along(pw) %% 9 == 0, 0, pw))
plain("weightless", weightless, list(strata = "type", weight = "pw", fpc = "fpc"), few(numbers = c("met", "api00"), totals = "enroll", ratios = list(c("stu", "enroll")), tables = list(c("type", "met")), domains = list(c("type", "M"), c("met", "1"))))

set.seed(4711)
clus1 <- svydesign(~dnum, weights = ~pw, data = apiclus1)
clus1_fpc <- svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
people_drawn <- svydesign(~psu, strata = ~stratum, weights = ~weight, data = nhanes)
hospitals <- svydesign(~1, strata = ~oblevel, weights = ~weighta, data = hospital)
hospitals_fpc <- svydesign(~1, strata = ~oblevel, weights = ~weighta, fpc = ~tothosp, data = hospital)
districts <- svydesign(~ dnum + snum, weights = ~pw, fpc = ~ fpc1 + fpc2, data = apiclus2)
for (mse in c(FALSE, TRUE)) {
  repeated("apiclus1", apiclus1, "dnum", "JK1", as.svrepdesign(clus1, type = "JK1", mse = mse), schools)
  repeated("apiclus1", apiclus1, "dnum", "JK1 of a finite population", as.svrepdesign(clus1_fpc, type = "JK1", mse = mse), schools)
  repeated("apiclus1", apiclus1, "dnum", "bootstrap", as.svrepdesign(clus1, type = "bootstrap", replicates = 30, mse = mse), schools)
  repeated("apiclus2", apiclus2, "snum", "bootstrap of two stages", as.svrepdesign(districts, type = "mrbbootstrap", replicates = 20, mse = mse), schools)
  repeated("nhanes", nhanes, "psu", "BRR", as.svrepdesign(people_drawn, type = "BRR", large = "merge", mse = mse), people)
  repeated("nhanes", nhanes, "psu", "Fay", as.svrepdesign(people_drawn, type = "Fay", fay.rho = 0.3, large = "merge", mse = mse), people)
  repeated("nhanes", nhanes, "psu", "JKn", as.svrepdesign(people_drawn, type = "JKn", mse = mse), people)
  repeated("hospital", hospital, "hospno", "JKn", as.svrepdesign(hospitals, type = "JKn", mse = mse), births)
  repeated("hospital", hospital, "hospno", "JKn of finite strata", as.svrepdesign(hospitals_fpc, type = "JKn", mse = mse), births)
  repeated("hospital", hospital, "hospno", "subbootstrap", as.svrepdesign(hospitals, type = "subbootstrap", replicates = 20, mse = mse), births)
  weights <- 2 * cbind(c(1, 0, 1, 0, 1, 0), c(1, 0, 0, 1, 0, 1), c(0, 1, 1, 0, 0, 1), c(0, 1, 0, 1, 1, 0))
  repeated("scd", scd, "unit", "BRR as published", svrepdesign(data = scd, type = "BRR", repweights = weights, combined.weights = FALSE, mse = mse),
    few(numbers = "arrests", totals = c("alive", "arrests"), ratios = list(c("alive", "arrests"))))
  own <- svrepdesign(data = scd, type = "other", repweights = weights + 0.25, scale = 0.3, rscales = c(0.5, 1, 1.5, 2), combined.weights = FALSE, mse = mse)
  repeated("scd", scd, "unit", "scales as stated", own, few(numbers = "arrests", totals = c("alive", "arrests"), ratios = list(c("alive", "arrests"))))
}

waves(apisrs$api99[1:40], apisrs$api00[41:110])
waves(apisrs$met[1:30], apisrs$award[100:112])
distributions()
finish()
