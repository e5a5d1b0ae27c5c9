/**
 * The head of every script, first half: how answers and missing answers are kept. It is written from the language's definition
 * and shares nothing with the product's own evaluation, so that agreement means something.
 */
export const answersInR = `# -- How answers are kept ------------------------------------------------------------------------------------------
# An answer has a value for every respondent, NA where there is none; why there is none ("" where there is one: dont_know,
# not_applicable, refused, item_nonresponse, invalid, not_asked, undetermined); and the questions it is about.
yes <- TRUE
no <- FALSE
answer <- function(value, why, about) {
  value[why != ""] <- NA
  structure(list(value = value, why = why, about = about), class = "answer")
}
as_answer <- function(x) if (inherits(x, "answer")) x else answer(x, "", character())

# Operators keep R's three-valued logic and say why a result is missing. What was not asked stays so, also beside a yes; what
# several questions leave open is undetermined, what one leaves open keeps its reason; a division by zero is invalid.
Ops.answer <- function(e1, e2) {
  operation <- get(.Generic, mode = "function")
  if (missing(e2)) return(answer(operation(e1$value), e1$why, e1$about))
  left <- as_answer(e1)
  right <- as_answer(e2)
  value <- operation(left$value, right$value)
  about <- union(left$about, right$about)
  several <- length(left$about) > 0 && length(right$about) > 0 && length(about) > 1
  open <- if (several) "undetermined" else ifelse(left$why != "", left$why, right$why)
  why <- ifelse(left$why == "not_asked" | right$why == "not_asked", "not_asked",
    ifelse(is.finite(value), "", ifelse(left$why == "" & right$why == "", "invalid", open)))
  answer(value, why, about)
}
registerS3method("Ops", "answer", Ops.answer)
is_in_base <- function(x, level) switch(level,
  asked = x$why != "not_asked",
  answered = x$why %in% c("", "dont_know", "not_applicable"),
  substantive = x$why == "")
never_missing <- function(value, x) answer(value, rep("", length(value)), x$about)
is_asked <- function(x) never_missing(is_in_base(x, "asked"), x)
is_answered <- function(x) never_missing(is_in_base(x, "answered"), x)
is_substantive <- function(x) never_missing(is_in_base(x, "substantive"), x)
is_missing_as <- function(x, kinds) never_missing(x$why %in% kinds, x)
one_of <- function(x, values) answer(x$value %in% values, x$why, x$about)
rank_of <- function(x, least_first) {
  if (inherits(x, "answer")) answer(match(x$value, least_first), x$why, x$about) else match(x, least_first)
}
score_of <- function(x, scores, reverse = FALSE) {
  score <- unname(scores[match(x$value, names(scores))])
  if (reverse) score <- min(scores) + max(scores) - score
  answer(score, ifelse(x$why == "" & is.na(score), "invalid", x$why), x$about)
}

# -- Counts, sums and means over items: what an item without a known answer counts as is the rule "unknown" ---------
items_of <- function(items, as_no) {
  items <- lapply(items, as_answer)
  values <- do.call(cbind, lapply(items, function(item) as.numeric(item$value)))
  why <- do.call(cbind, lapply(items, function(item) item$why))
  as_zero <- matrix(why %in% as_no, nrow(why))
  total <- rep(0, nrow(values))
  for (item in seq_len(ncol(values))) total <- total + ifelse(is.na(values[, item]), 0, values[, item])
  list(
    n = ncol(values), total = total, missing = rowSums(why != ""), unknown = rowSums(why != "" & !as_zero),
    not_asked = rowSums(why == "not_asked" & !as_zero) > 0,
    about = unique(unlist(lapply(items, function(item) item$about)))
  )
}
under_rule <- function(items, total, unknown, min_valid, missing) {
  known <- items$n - missing
  value <- switch(unknown, as_no = , min_valid = total, complete = , determinable = ifelse(missing == 0, total, NA),
    prorate = ifelse(known > 0, total * items$n / known, NA))
  value[known < min_valid] <- NA
  answer(value, ifelse(items$not_asked, "not_asked", ifelse(is.na(value), "undetermined", "")), items$about)
}
count_of <- function(items, unknown = "complete", min_valid = 0, as_no = character()) {
  items <- items_of(items, as_no)
  under_rule(items, items$total, unknown, min_valid, items$unknown)
}
sum_of <- count_of
mean_of <- function(items, unknown = "complete", min_valid = 0, as_no = character()) {
  items <- items_of(items, as_no)
  known <- items$n - items$missing
  enough <- known > 0 & known >= min_valid & (unknown == "min_valid" | known == items$n)
  answer(items$total / known, ifelse(items$not_asked, "not_asked", ifelse(enough, "", "undetermined")), items$about)
}
# A value that rests on a count is kept if it is the same for every count that unknown items leave possible.
for_every_count <- function(items, value_at, unknown = "determinable", min_valid = 0, as_no = character()) {
  items <- items_of(items, as_no)
  why <- ifelse(items$not_asked, "not_asked", ifelse(items$n - items$unknown < min_valid, "undetermined", ""))
  value <- value_at(answer(items$total, why, items$about))
  differs <- rep(FALSE, length(why))
  for (more in seq_len(max(items$unknown))) {
    other <- value_at(answer(items$total + more, why, items$about))
    same <- other$why == value$why & (value$why != "" | other$value == value$value)
    differs <- differs | (more <= items$unknown & !same)
  }
  answer(value$value, ifelse(differs, "undetermined", value$why), value$about)
}
`;
