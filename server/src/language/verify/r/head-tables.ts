/** The head of every script, last part: the groups of a split, and one function for each measure. */
export const tablesInR = `
# -- Tables: every group of a split, those without one, and the total; a crossing has them both ways -----------------
in_each_group <- function(by, among, cells) {
  kept <- if (is.null(among)) rep(TRUE, RESPONDENTS) else among$why == "" & among$value
  kept[is.na(kept)] <- FALSE
  patterns <- list(list(groups = character(), rows = kept))
  for (name in by) {
    group <- category_text(get(name, envir = globalenv(), mode = "list"))
    patterns <- unlist(lapply(patterns, function(pattern) c(
      lapply(GROUPS[[name]], function(id) list(groups = c(pattern$groups, id), rows = pattern$rows & !is.na(group) & group == id)),
      if (anyNA(group)) list(list(groups = c(pattern$groups, "missing"), rows = pattern$rows & is.na(group))),
      list(list(groups = c(pattern$groups, "total"), rows = pattern$rows))
    )), recursive = FALSE)
  }
  for (pattern in patterns) cells(pattern$groups, pattern$rows)
}
# An engine that refuses a cell, as with a stratum of one unit, says why; the rest of the table is made all the same.
cell <- function(id, by, groups, statistic, numbers, item = "", category = "", at = "", why = "") {
  numbers <- tryCatch(numbers, error = function(e) {
    why <<- conditionMessage(e)
    list()
  })
  key <- c(paste(by, collapse = " * "), item, category, paste(groups, collapse = " * "), statistic, at)
  report("cell", id, key, numbers, why)
}
item_names <- function(of) if (is.null(names(of))) rep("", length(of)) else names(of)

share <- function(id, of, base, by = character(), among = NULL, design = DESIGN, ci = CI) {
  in_each_group(by, among, function(groups, rows) {
    for (at in seq_along(of)) {
      x <- of[[at]]
      in_base <- rows & is_in_base(x, base)
      cell(id, by, groups, "share", estimate_share(design, in_base, x$why == "" & x$value, ci), item_names(of)[at])
    }
  })
}
# The share of all ticks of a multiple response.
share_of_ticks <- function(id, of, by = character(), among = NULL, design = DESIGN, ci = CI) {
  ticked <- lapply(of, function(x) as.numeric(x$why == "" & x$value))
  all_ticks <- Reduce("+", ticked)
  readable <- !Reduce("|", lapply(of, function(x) x$why != ""))
  in_each_group(by, among, function(groups, rows) {
    for (at in seq_along(of)) {
      cell(id, by, groups, "share", estimate_tick_share(design, rows, ticked[[at]], all_ticks, readable, ci), item_names(of)[at])
    }
  })
}
# A row for each category, each net of categories, and each kind of missing answer that the base admits: those named in kinds
# and any other that somebody has.
distribution <- function(id, of, base, categories, nets = list(), kinds = character(), by = character(), among = NULL,
                         design = DESIGN, ci = CI) {
  in_each_group(by, among, function(groups, rows) {
    for (at in seq_along(of)) {
      x <- of[[at]]
      value <- if (is.numeric(x$value)) as.character(x$value) else category_text(x)
      in_base <- rows & is_in_base(x, base)
      row <- function(category, chosen) {
        cell(id, by, groups, "share", estimate_share(design, in_base, chosen & !is.na(chosen), ci), item_names(of)[at], category)
      }
      for (category in union(categories, setdiff(unique(value[x$why == ""]), categories))) row(category, x$why == "" & value == category)
      for (net in names(nets)) row(net, x$why == "" & value %in% nets[[net]])
      for (kind in union(kinds, setdiff(x$why[in_base], ""))) row(paste0("kind:", kind), x$why == kind)
    }
  })
}
as_number <- function(x) as.numeric(x$value)
statistic_of <- function(statistic, estimate) {
  force(estimate)
  function(id, of, by = character(), among = NULL, design = DESIGN, ci = CI) {
    in_each_group(by, among, function(groups, rows) {
      for (at in seq_along(of)) {
        x <- of[[at]]
        cell(id, by, groups, statistic, estimate(design, rows & x$why == "", as_number(x), ci), item_names(of)[at])
      }
    })
  }
}
mean_number <- statistic_of("mean", estimate_mean)
median_number <- statistic_of("median", function(design, rows, x, ci) estimate_quantile(design, rows, x, 0.5, ci))
# The estimated total in the population: of a number, or of those for whom a condition is yes.
total <- function(id, of, by = character(), among = NULL, design = DESIGN, ci = CI) {
  in_each_group(by, among, function(groups, rows) {
    for (at in seq_along(of)) {
      x <- of[[at]]
      known <- rows & x$why == ""
      counted <- if (is.logical(x$value)) sum(known & x$value, na.rm = TRUE) else sum(known)
      cell(id, by, groups, "total", estimate_total(design, known, as_number(x), ci, counted), item_names(of)[at])
    }
  })
}
quantiles <- function(id, of, at, by = character(), among = NULL, design = DESIGN, ci = CI) {
  for (p in at) {
    in_each_group(by, among, function(groups, rows) {
      for (item in seq_along(of)) {
        x <- of[[item]]
        numbers <- estimate_quantile(design, rows & x$why == "", as_number(x), p, ci)
        cell(id, by, groups, "quantile", numbers, item_names(of)[item], at = as.character(p))
      }
    })
  }
}
ratio <- function(id, of, per, by = character(), among = NULL, design = DESIGN, ci = CI) {
  in_each_group(by, among, function(groups, rows) {
    for (at in seq_along(of)) {
      known <- rows & of[[at]]$why == "" & per[[at]]$why == ""
      cell(id, by, groups, "ratio", estimate_ratio(design, known, as_number(of[[at]]), as_number(per[[at]]), ci), item_names(of)[at])
    }
  })
}
alpha <- function(id, of, by = character(), among = NULL, design = DESIGN) {
  x <- do.call(cbind, lapply(of, as_number))
  in_each_group(by, among, function(groups, rows) {
    cell(id, by, groups, "alpha", estimate_alpha(design, rows & rowSums(is.na(x)) == 0, x), why = NO_ERROR_OF_ALPHA)
  })
}
# Unweighted: the respondents for whom it is yes, or all where nothing is counted but them.
count <- function(id, of = NULL, base = "asked", by = character(), among = NULL) {
  in_each_group(by, among, function(groups, rows) {
    if (is.null(of)) return(cell(id, by, groups, "count", numbers_of(sum(rows), n = sum(rows))))
    for (at in seq_along(of)) {
      x <- of[[at]]
      counted <- sum(rows & x$why == "" & x$value, na.rm = TRUE)
      numbers <- numbers_of(counted, n = sum(rows & is_in_base(x, base)), counted = counted)
      cell(id, by, groups, "count", numbers, item_names(of)[at])
    }
  })
}
`;
