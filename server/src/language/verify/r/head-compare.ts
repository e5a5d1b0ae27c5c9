/** The head of every script, part: differences between groups or categories, and the test of independence. */
export const comparisonsInR = `
# -- Differences and tests -------------------------------------------------------------------------------------------
# A side has the rows of its domain and the numbers there. Sides of two groups have no row in common and are told apart by
# svyby; sides of two categories have all of them in common. Either way their covariance is part of the standard error.
difference_of <- function(statistic, from, to, design, ci) {
  df <- degrees_of_freedom(design, from$rows | to$rows, ci)
  if (!statistic %in% c("share", "mean", "total", "ratio")) stop("survey does not compare this statistic")
  if (identical(from$rows, to$rows)) {
    both <- svymean(~.from + .to, update(design, .from = ifelse(from$rows, from$x, 0), .to = ifelse(to$rows, to$x, 0))[from$rows, ])
    difference <- svycontrast(both, c(.from = -1, .to = 1))
  } else {
    rows <- from$rows | to$rows
    sides <- update(design, .side = ifelse(to$rows, "to", "from"),
      .x = ifelse(to$rows, to$x, ifelse(from$rows, from$x, 0)), .per = ifelse(to$rows, to$per, ifelse(from$rows, from$per, 1)))[rows, ]
    by_side <- switch(statistic,
      total = svyby(~.x, ~.side, sides, svytotal, covmat = TRUE),
      ratio = svyby(~.x, ~.side, denominator = ~.per, sides, svyratio, covmat = TRUE),
      svyby(~.x, ~.side, sides, svymean, covmat = TRUE))
    difference <- svycontrast(by_side, setNames(c(-1, 1), names(coef(by_side))))
  }
  estimate <- coef(difference)[[1]]
  se <- SE(difference)[[1]]
  interval <- around(estimate, se, df, ci)
  is_at_end <- function(side) statistic == "share" && all(side$x[side$rows & weights(design, "sampling") > 0] %in% 0) ||
    statistic == "share" && all(side$x[side$rows & weights(design, "sampling") > 0] %in% 1)
  p <- if (df > 0 && se > 0 && !is_at_end(from) && !is_at_end(to)) 2 * pt(-abs(estimate / se), df) else NA
  list(estimate = estimate, se = se, df = df, low = interval[1], high = interval[2], p = p)
}
side_of <- function(statistic, x, per, base, category, members, rows) {
  if (statistic == "share" && is.null(category)) {
    return(list(rows = rows & is_in_base(x, base), x = as.numeric(x$why == "" & x$value), per = rep(1, RESPONDENTS)))
  }
  if (statistic == "share") {
    value <- if (is.numeric(x$value)) as.character(x$value) else category_text(x)
    chosen <- if (startsWith(category, "kind:")) paste0("kind:", x$why) == category else x$why == "" & value %in% members
    return(list(rows = rows & is_in_base(x, base), x = as.numeric(chosen), per = rep(1, RESPONDENTS)))
  }
  known <- rows & x$why == ""
  if (!is.null(per)) known <- known & per$why == ""
  list(rows = known, x = as_number(x), per = if (is.null(per)) rep(1, RESPONDENTS) else as_number(per))
}
# Between all pairs of groups, of each group from the rest, or between two groups or two categories that are named. In a
# crossing the groups of the last variable are compared within each group of the others.
compare <- function(id, statistic, of, compare, base = "substantive", per = NULL, categories = NULL, nets = list(),
                    holm = FALSE, by = character(), among = NULL, design = DESIGN, ci = CI) {
  all_categories <- if (is.null(categories)) list(NULL) else as.list(c(categories, names(nets)))
  members_of <- function(category) if (is.null(category)) NULL else if (is.null(nets[[category]])) category else nets[[category]]
  pairs <- if (identical(compare, "rest")) NULL else if (identical(compare, "pairs")) {
    if (length(by) == 0) list() else combn(GROUPS[[by[length(by)]]], 2, simplify = FALSE)
  } else list(compare)
  found <- list()
  add <- function(item, from, to, sides) {
    numbers <- tryCatch(difference_of(statistic, sides[[1]], sides[[2]], design, ci), error = function(e) list(why = conditionMessage(e)))
    found[[length(found) + 1]] <<- list(item = item, from = from, to = to, numbers = numbers)
  }
  for (at in seq_along(of)) {
    item <- item_names(of)[at]
    side <- function(category, rows) side_of(statistic, of[[at]], per[[at]], base, category, members_of(category), rows)
    if (is.character(compare) && length(compare) == 2 && all(compare %in% unlist(all_categories))) {
      in_each_group(by, among, function(groups, rows) {
        where <- paste(groups, collapse = " * ")
        if (!"missing" %in% groups) add(item, c(where, compare[1]), c(where, compare[2]), lapply(compare, side, rows))
      })
      next
    }
    inner <- GROUPS[[by[length(by)]]]
    group <- category_text(get(by[length(by)], envir = globalenv(), mode = "list"))
    for (category in all_categories) {
      label <- if (is.null(category)) "" else category
      in_each_group(by[-length(by)], among, function(outer, rows) {
        where <- function(id) paste(c(outer, id), collapse = " * ")
        rows_of <- function(id) rows & !is.na(group) & group == id
        if (is.null(pairs)) {
          for (id in inner) add(item, c(paste(where(id), "(rest)"), label), c(where(id), label), list(side(category, rows & !rows_of(id)), side(category, rows_of(id))))
        }
        for (pair in pairs) add(item, c(where(pair[1]), label), c(where(pair[2]), label), lapply(pair, function(id) side(category, rows_of(id))))
      })
    }
  }
  p <- vapply(found, function(one) c(one$numbers$p, NA_real_)[1], 0)
  adjusted <- if (holm) p.adjust(p, "holm") else rep(NA, length(p))
  for (at in seq_along(found)) {
    one <- found[[at]]
    numbers <- c(one$numbers[setdiff(names(one$numbers), "why")], if (holm) list(adjusted = adjusted[at]))
    report("difference", id, c(paste(by, collapse = " * "), one$item, one$from, one$to), numbers, paste(one$numbers$why, collapse = " "))
  }
}
# Rao and Scott's second-order F of two variables, over rows that have a value of both.
test_of_independence <- function(id, of, by, among = NULL, design = DESIGN) {
  in_each_group(character(), among, function(groups, rows) {
    for (at in seq_along(of)) {
      x <- of[[at]]
      columns <- lapply(by, function(name) category_text(get(name, envir = globalenv(), mode = "list")))
      both <- rows & x$why == "" & !Reduce("|", lapply(columns, is.na)) & weights(design, "sampling") > 0
      domain <- update(design, .a = factor(ifelse(both, category_text(x), NA)),
        .b = factor(ifelse(both, do.call(paste, c(columns, sep = "\\n")), NA)))[both, ]
      why <- ""
      test <- tryCatch(svychisq(~.a + .b, domain, statistic = "F"), error = function(e) {
        why <<- conditionMessage(e)
        NULL
      })
      numbers <- if (is.null(test)) list() else list(f = test$statistic[[1]], numerator_df = test$parameter[[1]],
        denominator_df = test$parameter[[2]], p = test$p.value[[1]], n = sum(both))
      # Replicate weights keep the degrees of freedom of the design, where svychisq counts those of the domain.
      if (!is.null(test) && inherits(design, "svyrep.design")) {
        numbers$denominator_df <- numbers$numerator_df * DEGREES
        numbers$p <- pf(numbers$f, numbers$numerator_df, numbers$denominator_df, lower.tail = FALSE)
      }
      report("test", id, c(paste(by, collapse = " * "), item_names(of)[at], "", "", "", ""), numbers, why)
    }
  })
}
`;
